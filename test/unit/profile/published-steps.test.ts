import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { PROOF, Q, readAs, SOLVED, THOUGHT } from './published';
import { open, openOne, texts } from '../seeds/seed';

const LINES = 'We divide.\nSo it is 60/2.\nIt is 30.';
const STATEMENT = 'If $x=1$ then $y=2$ holds for all of them.';

/** Steps in other ways than a list of texts, theorems and proofs, as published datasets have them. */
const SHAPES: [string, Json, string][] = [
  [
    'Skywork-o1-PRM: a score for each line of one response',
    { problem: Q, response: LINES, step_scores: [0.9, 0.8, 0.7] },
    'generic: Q; model 3',
  ],
  [
    'rewards of the paragraphs of one response',
    { question: Q, response: SOLVED, rewards: [0.9, 0.8] },
    'generic: Q; model 2',
  ],
  [
    'labels of the paragraphs of a solution',
    { problem: Q, solution: SOLVED, labels: [1, 0] },
    'generic: Q; model 2 until 1',
  ],
  [
    'PRM800K in the form of Math-Shepherd: signs in the text, labels beside it',
    {
      question: Q,
      answer: 'Step 1: We divide. ки\nStep 2: It is 30. ки',
      labels: ['+', '-'],
      result: '30',
      phase: 'phase2',
    },
    'generic: Q = 30; model 2 until 1',
  ],
  [
    'BIG-Bench Mistake: the answer is that of the steps, the target is the right one',
    { input: Q, steps: ['We add 2.', 'So 62.'], answer: '62', target: '30', mistake_index: 0 },
    'generic: Q = 30; model 2 until 0',
  ],
  [
    'VisualPRM: steps with their scores beside the response',
    {
      question: Q,
      answer: '30',
      response: SOLVED,
      steps_with_score: [
        { step: 'We divide.', score: 0.9, num_mc_correct: 15 },
        { step: 'So 62.', score: 0.1, num_mc_correct: 1 },
      ],
    },
    'generic: Q = 30; model 2, model 2',
  ],
  [
    'EurusPRM: a label for each turn',
    {
      conversations: [
        { role: 'user', content: Q },
        { role: 'assistant', content: 'Step 1: We divide.\n\nSo.' },
        { role: 'assistant', content: 'Step 2: It is 62.' },
      ],
      label: [1, 0],
    },
    'generic: Q; model 2 until 1',
  ],
  [
    'OpenRLHF: the problem before the steps, and their signs in a list',
    { input: `${Q} Step 1: We divide. ки\nStep 2: It is 30. ки`, value: ['+', '-'] },
    'generic: Q; model 2 until 1',
  ],
  [
    'OVM: labels of the lines within each output',
    {
      question: Q,
      ground_truth: '30',
      outputs: [{ label: false, response: LINES, step_labels: [true, true, false] }],
    },
    'generic: Q = 30; model 3 wrong until 2',
  ],
  [
    'verdicts on generations are none on the steps of an attempt beside them',
    {
      question: Q,
      solution: '30',
      attempt: SOLVED,
      generations: [THOUGHT, SOLVED],
      correctness_math_verify: [true, false],
    },
    'generic: Q = 30; model 3 right, model 2 wrong, model 2',
  ],
  [
    'an object of numbered steps',
    { problem: Q, steps: { step1: 'We divide.', step2: 'It is 30.' }, answer: '30' },
    'generic: Q = 30; model 2',
  ],
  [
    'a solution by the numbers of its steps',
    { question: Q, solution: { 'Step 1': 'We divide.', 'Step 2': 'It is 30.' }, answer: '30' },
    'generic: Q = 30; model 2',
  ],
  [
    'a column for each step',
    { question: Q, step_1: 'We divide 60 by 2.', step_2: 'It is 30.', answer: '30' },
    'generic: Q = 30; model 2',
  ],
  [
    'PRM800K by steps: a rating in each',
    {
      labeler: 'a',
      problem: Q,
      steps: [
        { step: 'We divide.', rating: 1 },
        { step: 'It is 31.', rating: -1 },
      ],
    },
    'generic: Q; model 2 until 1',
  ],
  [
    'PRO-STEP: the number of a step is none of its text',
    {
      question: Q,
      gold_answer: '30',
      steps: [
        { step: 1, label: 'GOOD', reasoning: 'We divide.' },
        { step: '2', label: 'BAD', reasoning: 'It is 31.' },
      ],
    },
    'generic: Q = 30; model 2 until 1',
  ],
  [
    'sub-questions and their answers in two lists',
    { question: Q, sub_questions: ['How long?', 'How far?'], sub_answers: ['2', '60'], answer: '30' },
    'generic: Q = 30; reference 2',
  ],
  [
    'sub-questions with their answers',
    {
      main_question: Q,
      decomposition: [
        { question: 'How long?', answer: '2' },
        { question: 'How far?', answer: 60 },
      ],
      answer: '30',
    },
    'generic: Q = 30; reference 2',
  ],
  [
    'stepverify: a student’s steps, and the index of the wrong one',
    {
      problem: Q,
      reference_solution: SOLVED,
      incorrect_index: 1,
      student_incorrect_solution: ['We add.', 'It is 62.'],
      error_category: 'calculation',
    },
    'generic: Q; student 2 wrong until 1, reference 2',
  ],
  [
    'LeanDojo: goals and tactics',
    {
      full_name: 'Nat.add_zero',
      file_path: 'a.lean',
      traced_tactics: [
        { tactic: 'intro n', state_before: '⊢ ∀ n, n + 0 = n', state_after: 'n : ℕ\n⊢ n + 0 = n' },
        { tactic: 'simp', state_before: 'n : ℕ\n⊢ n + 0 = n', state_after: 'no goals' },
      ],
    },
    'generic: Nat.add_zero; model 2',
  ],
  [
    'ntp-training-data: a goal and the next tactic',
    { state: 'n : ℕ\n⊢ n + 0 = n', nextTactic: 'simp', declId: 'x' },
    'generic: n : ℕ\n⊢ n + 0 = n; reference 1',
  ],
  [
    'NaturalProofs: contents in lines',
    {
      id: 1,
      type: 'theorem',
      contents: ['If $x=1$ then', '$y=2$ holds for all.'],
      refs: ['Definition 1'],
      proofs: [{ contents: ['Suppose $x=1$.', 'Then $y=2$.'] }],
    },
    'generic: If $x=1$ then + $y=2$ holds for all.; reference 2',
  ],
  [
    'a theorem with its proof, and what that cites',
    { title: 'A', theorem: STATEMENT, proof: PROOF, references: ['Definition 1', 'Lemma 3'] },
    `generic: ${STATEMENT}; reference 2`,
  ],
  [
    'ProofFlow',
    { id: 5, nl_theorem: STATEMENT, nl_proof: PROOF, proof_graph: [] },
    `generic: ${STATEMENT}; reference 2`,
  ],
  [
    'DeepTheorem: a column by the name of its model',
    { question: Q, o3_mini: 'Suppose that it were so and see.\n\nThen it is not.', truth_value: true },
    'generic: Q; model 2',
  ],
  [
    'PutnamBench: a short informal solution is the answer',
    { informal_statement: Q, informal_solution: '30', lean4_statement: 'theorem a : 1 = 1 := by sorry' },
    'generic: Q = 30; reference 1',
  ],
  [
    'verl with rollouts in an object',
    {
      prompt: [{ role: 'user', content: Q }],
      data_source: 'x',
      reward_model: { ground_truth: '30', style: 'rule' },
      rollout: {
        n: 2,
        rollout_labels: [true, false],
        rollout_responses: [SOLVED, `${PROOF} And so on it goes, for ever.`],
      },
    },
    'verl: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'AM-Thinking: the answer is told with the question',
    {
      system: '',
      conversations: [
        { from: 'human', value: Q, info: { reference_answer: '30' } },
        { from: 'assistant', value: THOUGHT },
      ],
    },
    'generic: Q = 30; model 3',
  ],
  [
    'a dialogue that is right or wrong',
    {
      response: [
        { role: 'user', content: Q },
        { role: 'assistant', content: SOLVED },
      ],
      label: 0,
    },
    'generic: Q; model 2 wrong',
  ],
  [
    'details of OpenCompass: references are the answer where nothing is proved',
    { prompt: Q, origin_prediction: SOLVED, references: '30', correct: true },
    'generic: Q = 30; model 2 right',
  ],
  ['OpenAI Evals', { input: [{ role: 'user', content: Q }], ideal: '30' }, 'generic: Q = 30'],
  [
    'BIG-bench: texts and targets',
    { inputs: Q, targets: ['30'], multiple_choice_targets: ['60', '30'], multiple_choice_scores: [0, 1] },
    'generic: Q = 30; aB',
  ],
  [
    'TruthfulQA: 1 for what is right',
    { question: Q, mc1_targets: { choices: ['30', '60', '15'], labels: [1, 0, 0] } },
    'generic: Q; Abc',
  ],
  [
    'Belebele: choices in numbered columns',
    { question: Q, mc_answer1: '60', mc_answer2: '30', mc_answer3: '15', correct_answer_num: '2' },
    'generic: Q = 2; 123',
  ],
  [
    'SciQ: what distracts, beside the right answer',
    { question: Q, correct_answer: '30', distractor1: '62', distractor2: '120', distractor3: '58' },
    'generic: Q = 30; abcD',
  ],
  [
    'distractors in a list',
    { question: Q, correct_answer: '30', distractors: ['62', '120'] },
    'generic: Q = 30; abC',
  ],
  [
    'GeoQA: the place of the right choice, and an answer that is a solution',
    { subject: Q, image: 'a.png', choices: ['60', '15', '30'], label: 2, answer: SOLVED },
    'generic: Q = 2; abC; reference 2',
  ],
  [
    'AoPS: replies of a forum',
    {
      post_id: 1,
      problem: Q,
      replies: [
        { author: 'a', content: SOLVED },
        { author: 'b', content: PROOF },
      ],
    },
    'generic: Q; reference 2, reference 2',
  ],
  ['StackMathQA', { Q, A: SOLVED, meta: { timestamp: '2023' } }, 'generic: Q; reference 2'],
  [
    'Lila: programs in a list',
    { Input: Q, 'Output Answer': ['30'], 'Output Program': ['print(30)'] },
    'generic: Q = 30; reference 1',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('what a list says of the steps of one text stands at these steps', () => {
  const { traces } = openOne({ problem: Q, response: LINES, step_scores: [0.9, 0.8, 0.7] });
  assert.deepEqual(
    traces[0]?.steps.map(({ source, measures }) => [source.text, measures?.map(({ value }) => value)]),
    [
      ['We divide.', [0.9]],
      ['So it is 60/2.', [0.8]],
      ['It is 30.', [0.7]],
    ],
  );
});

test('a text that cannot be cut into as many steps keeps its own, and the list beside them', () => {
  const row = (response: string) => ({ problem: Q, response, step_scores: [0.9, 0.8, 0.7] });
  const rows = [row(LINES), row(LINES), row(LINES), row(LINES), row('All in one.')];
  const [trace] = open(rows).readings[4]!.traces;
  assert.deepEqual([trace?.steps.length, trace?.facts?.map(({ value }) => value)], [1, [[0.9, 0.8, 0.7]]]);
});

test('numbered steps follow by their numbers, and not by their letters', () => {
  const steps = Object.fromEntries([1, 10, 2].map((number) => [`step${number}`, `Number ${number}.`]));
  const [trace] = openOne({ problem: Q, steps }).traces;
  assert.deepEqual(texts(trace!.steps.map(({ source }) => source)), ['Number 1.', 'Number 2.', 'Number 10.']);
});

test('a sub-question stands before its answer, and a goal before its tactic', () => {
  const asked = (name: string) => {
    const row = SHAPES.find(([shape]) => shape.startsWith(name))![1];
    const [trace] = openOne(row).traces;
    return trace?.steps.map(({ subQuestion, source, form }) => [subQuestion?.text, source.text, form]);
  };
  const answered = [
    ['How long?', '2', undefined],
    ['How far?', '60', undefined],
  ];
  assert.deepEqual(asked('sub-questions and'), answered);
  assert.deepEqual(asked('sub-questions with'), answered);
  assert.deepEqual(asked('LeanDojo')?.[0], ['⊢ ∀ n, n + 0 = n', 'intro n', 'code']);
});

test('sub-questions without answers are hints', () => {
  const { hints, traces } = openOne({ question: Q, sub_questions: ['How long?', 'How far?'], answer: '30' });
  assert.deepEqual([hints.length, traces.length], [2, 0]);
});

test('choices are counted from 0 or from 1, as the answers of all rows tell', () => {
  const rows = (first: number) =>
    ['60', '30', '15'].map((_, at) => ({ question: Q, A: '60', B: '30', C: '15', answer: at + first }));
  for (const first of [0, 1]) {
    const right = open(rows(first)).readings.map(({ choices }) => choices.findIndex((each) => each.right));
    assert.deepEqual(right, [0, 1, 2], String(first));
  }
});

test('what a model was told by the system is context', () => {
  const { context } = openOne({
    input: [{ role: 'user', content: Q }],
    output: SOLVED,
    system_prompt: 'Think.',
  });
  assert.deepEqual(
    context.map(({ speaker, source }) => [speaker, source.text]),
    [['system_prompt', 'Think.']],
  );
});

test('a date is no measure, and the scores of answers are none either', () => {
  const { measures } = openOne({
    problem: Q,
    answer: '30',
    post_time: 17,
    target_scores: { '30': 1, '60': 0 },
  });
  assert.deepEqual(measures, []);
});

test('a question in another language, by how its field begins', () => {
  const { translations } = openOne({ question: Q, it_question: 'Quanto va veloce il treno?' });
  assert.deepEqual(
    translations.map(({ language }) => language),
    ['it'],
  );
});
