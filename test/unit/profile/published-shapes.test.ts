import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../../src/core/profile/reading';
import type { Json } from '../../../src/core/row/json';
import { open, texts } from '../seeds/seed';

const Q = 'A train goes 60 miles in 2 hours. What is its speed in miles per hour?';
const SOLVED = 'We divide: 60/2 = 30.\n\nSo the speed is $\\boxed{30}$.';
const PROOF = 'Suppose that it were so.\n\nThen it is not.';

interface Shape {
  /** The published dataset whose fields these are; the texts are our own. */
  name: string;
  row: Json;
  profile: string;
  problem: string;
  answers: string[];
  /** Letters of the choices, the right ones in capitals. */
  choices?: string;
  /** Of each trace: whose, how many steps, and what the dataset says. */
  traces: [kind: string, steps: number, right: boolean | null][];
}

const SHAPES: Shape[] = [
  {
    name: 'DART-Math pool: the gold answer is gt_ans, ans is what was extracted',
    row: { dataset: 'gsm8k', query: Q, gt_ans: '30', correct: true, ans: '31', resp: SOLVED, query_id: 7 },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    traces: [['model', 2, true]],
  },
  {
    name: 'OpenR1-Math: generations with their verdicts, also where it has a source as NuminaMath',
    row: {
      problem: Q,
      solution: SOLVED,
      answer: '30',
      problem_type: 'Algebra',
      question_type: 'MCQ',
      source: 'olympiads',
      uuid: 'u1',
      is_reasoning_complete: [true, true],
      generations: [SOLVED, SOLVED],
      correctness_math_verify: [true, false],
      correctness_llama: null,
      finish_reasons: ['stop', 'length'],
      correctness_count: 1,
      messages: [{ role: 'user', content: Q }],
    },
    profile: 'open-r1',
    problem: Q,
    answers: ['30'],
    traces: [
      ['reference', 2, null],
      ['model', 2, true],
      ['model', 2, false],
    ],
  },
  {
    name: 'Omni-MATH',
    row: { domain: ['Algebra'], difficulty: 8, problem: Q, solution: SOLVED, answer: '30', source: 'imo' },
    profile: 'omni-math',
    problem: Q,
    answers: ['30'],
    traces: [['reference', 2, null]],
  },
  {
    name: 'UltraFeedback, binarised: a pair, though there are messages too',
    row: {
      prompt: Q,
      chosen: [
        { role: 'user', content: Q },
        { role: 'assistant', content: SOLVED },
      ],
      rejected: [
        { role: 'user', content: Q },
        { role: 'assistant', content: 'No.' },
      ],
      messages: [
        { role: 'user', content: Q },
        { role: 'assistant', content: SOLVED },
      ],
      score_chosen: 9,
      score_rejected: 4,
    },
    profile: 'preference',
    problem: Q,
    answers: [],
    traces: [
      ['model', 2, null],
      ['model', 1, null],
    ],
  },
  {
    name: 'Math-Shepherd: a sign behind each step, in a copy of the text',
    row: {
      input: `${Q} Step 1: We divide. ки\nStep 2: The answer is: 31 ки`,
      label: `${Q} Step 1: We divide. +\nStep 2: The answer is: 31 -`,
      task: 'GSM8K',
    },
    profile: 'math-shepherd',
    problem: Q,
    answers: [],
    traces: [['model', 2, null]],
  },
  {
    name: 'RLHFlow: the assistant judges each step',
    row: {
      conversations: [
        { role: 'user', content: `${Q} Step 1: We divide.` },
        { role: 'assistant', content: '+' },
        { role: 'user', content: 'Step 2: So it is 31.' },
        { role: 'assistant', content: '-' },
      ],
    },
    profile: 'judged-turns',
    problem: Q,
    answers: [],
    traces: [['model', 2, null]],
  },
  {
    name: 'MathVerse: choices at the end of the question',
    row: { question: `${Q}\nChoices:\nA:60°\nB:30°\nC:15°`, answer: 'B', question_type: 'multi-choice' },
    profile: 'generic',
    problem: `${Q}\nChoices:`,
    answers: ['B'],
    choices: 'aBc',
    traces: [],
  },
  {
    name: 'JEEBench: several of the choices at the end of the question are right',
    row: { question: `${Q}\n(A) 1 (B) 2 (C) 3 (D) 4`, gold: 'AC', type: 'MCQ(multiple)' },
    profile: 'generic',
    problem: Q,
    answers: ['AC'],
    choices: 'AbCd',
    traces: [],
  },
  {
    name: 'ARC: texts and labels in two lists',
    row: { question: Q, choices: { text: ['60', '30'], label: ['A', 'B'] }, answerKey: 'B' },
    profile: 'generic',
    problem: Q,
    answers: ['B'],
    choices: 'aB',
    traces: [],
  },
  {
    name: 'GPQA: wrong answers in columns beside the right one',
    row: {
      Question: Q,
      'Correct Answer': '30',
      'Incorrect Answer 1': '20',
      'Incorrect Answer 2': '60',
      Explanation: SOLVED,
    },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    choices: 'abC',
    traces: [['reference', 2, null]],
  },
  {
    name: 'MathVista: a context of the metadata is no part of the problem',
    row: { question: Q, image: 'images/1.jpg', answer: '30', metadata: { context: 'scientific figure' } },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    traces: [],
  },
  {
    name: 'miniF2F: a formal statement beside the informal one',
    row: {
      id: 'a_1',
      informal_stmt: Q,
      informal_proof: PROOF,
      formal_statement: 'theorem a_1 : 1 = 1 := by sorry',
    },
    profile: 'generic',
    problem: Q,
    answers: [],
    traces: [
      ['reference', 2, null],
      ['reference', 1, null],
    ],
  },
  {
    name: 'ProofNet',
    row: { id: 'Rudin|1', nl_statement: Q, nl_proof: PROOF, formal_statement: 'theorem x :\n  1 = 1 :=' },
    profile: 'generic',
    problem: Q,
    answers: [],
    traces: [
      ['reference', 2, null],
      ['reference', 1, null],
    ],
  },
  {
    name: 'MGSM: answer_number is the answer, answer the words for it',
    row: {
      question: Q,
      answer: 'Step by step: it is 30.',
      answer_number: 30,
      equation_solution: '60 / 2 = 30',
    },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    traces: [['reference', 1, null]],
  },
  {
    name: 'Skywork-OR1: a list of one answer as a text',
    row: {
      data_source: 'x',
      prompt: [{ role: 'user', content: Q }],
      reward_model: { style: 'rule', ground_truth: '["30"]' },
      extra_info: { index: 1 },
    },
    profile: 'verl',
    problem: Q,
    answers: ['30'],
    traces: [],
  },
  {
    name: 'LM Evaluation Harness: its samples',
    row: {
      doc_id: 0,
      doc: { question: Q, answer: 'We divide.\n#### 30' },
      target: 'We divide.\n#### 30',
      arguments: { gen_args_0: { arg_0: `Question: ${Q}` } },
      resps: [[SOLVED]],
      filtered_resps: ['30'],
      exact_match: 1,
    },
    profile: 'lm-eval',
    problem: Q,
    answers: ['30'],
    traces: [['model', 2, true]],
  },
  {
    name: 'OpenThoughts: thought and solution between signs',
    row: {
      system: 'You reason.',
      conversations: [
        { from: 'user', value: Q },
        {
          from: 'assistant',
          value: `<|begin_of_thought|>\n\nI see.\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\nIt is \\boxed{30}.\n\n<|end_of_solution|>`,
        },
      ],
    },
    profile: 'generic',
    problem: Q,
    answers: [],
    traces: [['model', 2, null]],
  },
  {
    name: 's1K: thinking trajectories are traces, solution is the answer',
    row: { question: Q, solution: '30', thinking_trajectories: [PROOF], attempt: SOLVED, cot_type: 'math' },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    traces: [
      ['model', 2, null],
      ['model', 2, null],
    ],
  },
  {
    name: 'MathDial: the wrong solution is a student’s',
    row: { qid: 1, question: Q, ground_truth: `${PROOF}\n 30`, student_incorrect_solution: `${PROOF}\n 20` },
    profile: 'generic',
    problem: Q,
    answers: [],
    traces: [
      ['reference', 2, null],
      ['student', 2, false],
    ],
  },
  {
    name: 'BIG-Bench Mistake: the first wrong step by its place',
    row: {
      input: '((-1 + 2) * 3) =',
      steps: ['First we add the two.', 'It is 4.'],
      target: '3',
      mistake_index: 1,
    },
    profile: 'generic',
    problem: '((-1 + 2) * 3) =',
    answers: ['3'],
    traces: [['model', 2, null]],
  },
  {
    name: 'Lila: a program and what it puts out',
    row: { input: Q, output_program: 'a=60/2\nprint(a)', output_answer: '30', dataset: 'gsm8k' },
    profile: 'generic',
    problem: Q,
    answers: ['30'],
    traces: [['reference', 1, null]],
  },
];

function lettersOf({ choices }: Reading): string {
  return choices.map(({ label, right }) => (right === true ? label : label.toLowerCase())).join('');
}

for (const { name, row, profile, problem, answers, choices = '', traces } of SHAPES) {
  test(name, () => {
    const { profile: found, readings } = open([row, row, row]);
    const reading = readings[0]!;
    assert.equal(found.id, profile);
    assert.equal(texts(reading.problem).join('\n'), problem);
    assert.deepEqual(texts(reading.answers), answers);
    assert.equal(lettersOf(reading), choices);
    assert.deepEqual(
      reading.traces.map(({ kind, steps, published }) => [
        kind,
        steps.length,
        published?.answerRight ?? null,
      ]),
      traces,
    );
  });
}

test('signs behind steps are their labels, and the first minus is the first error', () => {
  for (const name of ['Math-Shepherd', 'RLHFlow']) {
    const row = SHAPES.find((shape) => shape.name.startsWith(name))!.row;
    const [trace] = open([row]).readings[0]!.traces;
    assert.deepEqual(
      trace?.steps.map(({ label, source }) => [label, source.text.slice(0, 7)]),
      [
        ['good', 'Step 1:'],
        ['bad', 'Step 2:'],
      ],
    );
    assert.equal(trace?.published?.firstError, 1);
  }
});

test('rows made from another problem are linked with it: GSM-Symbolic, GSM-Plus, MetaMath', () => {
  const gsm = { question: Q, answer: 'We divide.\n#### 30' };
  const made: [Json, string][] = [
    [{ ...gsm, id: 1, instance: 3, original_id: 5 }, '5 3'],
    [
      { question: Q, answer: '30', seed_question: 'How fast?', perturbation_type: 'distraction' },
      'How fast? distraction',
    ],
    [
      { query: Q, response: SOLVED, original_question: 'How fast?', type: 'GSM_Rephrased' },
      'How fast? GSM_Rephrased',
    ],
  ];
  for (const [row, expected] of made) {
    const [link] = open([row]).readings[0]!.links;
    assert.deepEqual([link?.type, `${link?.group} ${link?.place}`], ['variant', expected]);
  }
});
