import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { asked, PROOF, Q, readAs, SOLVED } from './published';
import { usesOf } from '../../../src/core/concept/row-uses';
import { open } from '../seeds/seed';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const four = ['60', '30', '15', '8'];

/** Fields of published benchmarks: the dataset, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'AIME 1983 to 2024',
    { ID: '1983-1', Year: 1983, 'Problem Number': 1, Question: Q, Answer: '30' },
    'generic: Q = 30',
  ],
  ['AIME 2024', { ID: '2024-I-1', Problem: Q, Solution: SOLVED, Answer: 30 }, 'generic: Q = 30; reference 2'],
  [
    'MathArena: what a model answered, and the gold answer',
    {
      problem_idx: 1,
      problem: Q,
      model_name: 'M',
      answer: SOLVED,
      gold_answer: '30',
      parsed_answer: '30',
      correct: true,
    },
    'generic: Q = 30; model 2 right',
  ],
  ['CMATH', { question: Q, golden: '30', grade: '3', reasoning_step: 1 }, 'generic: Q = 30'],
  ['U-MATH', { uuid: 'u', subject: 'Algebra', problem_statement: Q, golden_answer: '30' }, 'generic: Q = 30'],
  [
    'µ-MATH',
    { uuid: 'u', problem_statement: Q, golden_answer: '30', model: 'M', model_output: SOLVED, label: false },
    'generic: Q = 30; model 2 wrong',
  ],
  [
    'UGMathBench: three versions of a problem',
    { id: '1', problem_v1: Q, answer_v1: ['30'], problem_v2: 'And 90?', answer_v2: ['45'] },
    'generic: Q = 30',
  ],
  [
    'HARP: several official solutions',
    {
      year: '1950',
      problem: Q,
      answer: '30',
      solution_1: SOLVED,
      solution_2: PROOF,
      choices: { A: '60', B: '30', C: '15' },
    },
    'generic: Q = 30; aBc; reference 2, reference 2',
  ],
  [
    'GSM-Plus: what it was made from is no solution of it',
    {
      question: Q,
      solution: 'We divide.\n#### 30',
      answer: '30',
      perturbation_type: 'x',
      seed_question: 'How fast?',
      seed_solution: SOLVED,
      seed_answer: '9',
    },
    'generic: Q = 30; reference 1',
  ],
  [
    'MATH-Vision: choices are empty where there are none',
    { id: '1', question: Q, options: four, answer: 'B', level: 2 },
    'generic: Q = B; aBcd',
  ],
  [
    'MMMU: choices in a list that is a text',
    { id: '1', question: Q, options: "['60', '30', '15', '8']", answer: 'B' },
    'generic: Q = B; aBcd',
  ],
  [
    'TAL-SCQ: choices in lists of one',
    {
      qid: '1',
      problem: Q,
      answer_option_list: ['60', '30', '15'].map((content, at) => [{ aoVal: 'ABC'[at] ?? '', content }]),
      answer_analysis: ['We divide the miles by the hours, and thirty miles per hour it is.'],
      answer_value: 'B',
    },
    'generic: Q = B; aBc; reference 1',
  ],
  [
    'AGIEval: the place of the answer in a list',
    { query: Q, choices: four.map((text, at) => `(${'ABCD'[at]})${text}`), gold: [1] },
    'generic: Q = 1; aBcd',
  ],
  [
    'brilliant.org',
    {
      title: 'T',
      problem_statement: Q,
      answer_options: four,
      correct_answer: '30',
      detailed_solution: SOLVED,
    },
    'generic: Q = 30; aBcd; reference 2',
  ],
  [
    'miniF2F: the statement is a comment',
    { name: 'a', informal_prefix: `/-- ${Q} -/\n`, formal_statement: 'theorem a : 1 = 1 := by\n' },
    'generic: Q; reference 1',
  ],
  [
    'FormalMATH',
    {
      theorem_names: 'a',
      refined_statement: Q,
      autoformalization: 'theorem a :\n 1 = 1 := by sorry',
      solution: SOLVED,
    },
    'generic: Q; reference 2, reference 1',
  ],
  [
    'MAWPS: a body that the question repeats',
    {
      Question: 'Ann has N_00 eggs . How many ?',
      Numbers: '8 2',
      Equation: '- N_00 N_01',
      Answer: 6,
      group_nums: '[0]',
      Body: 'Ann has N_00 eggs .',
    },
    'generic: Ann has N_00 eggs . How many ? = 6; reference 1',
  ],
  [
    'Math23K: ids are no variants',
    {
      id: '10003',
      original_text: '共有11棵树。',
      segmented_text: '共 有',
      equation: 'x=(11-1)*2',
      ans: '20',
    },
    'mawps: 共有11棵树。 = 20; reference 1',
  ],
  [
    'MAmmoTH2: the answer is a solution',
    { orig_question: Q, orig_answer: 'x', question: Q, answer: SOLVED, index: 1 },
    'generic: Q; reference 2',
  ],
  [
    'Stack Exchange',
    { Id: 1, Title: 'Speed', Body: Q, Tags: 'x', accepted_answer: SOLVED },
    'generic: Q; reference 2',
  ],
  [
    'ErrorRadar',
    { question: Q, student_answer: '60', correct_answer: '30', error_category: 'calculation', error_step: 1 },
    'scratchmath: Q = 30; student 1 wrong',
  ],
  [
    'a student’s answer with what is wrong',
    { problem: Q, student_answer: '60', correct_answer: '30', misconception: 'adds' },
    'generic: Q = 30; student 1 wrong',
  ],
  [
    'a student’s answer, right or wrong',
    { problem: Q, student_answer: '30', feedback: 'Well done.' },
    'generic: Q; student 1',
  ],
  [
    'Eedi',
    {
      QuestionId: 1,
      QuestionText: Q,
      ConstructName: 'Rates',
      CorrectAnswer: 'B',
      AnswerAText: '60',
      AnswerBText: '30',
      AnswerCText: '15',
      AnswerDText: '8',
      MisconceptionAId: 7,
    },
    'eedi: Q = B; aBcd',
  ],
  [
    'Eedi MAP: why a student chose so',
    {
      row_id: 1,
      QuestionId: 2,
      QuestionText: Q,
      MC_Answer: '60',
      StudentExplanation: 'It is said.',
      Category: 'True_Misconception',
      Misconception: 'x',
    },
    'student-explanation: Q; student 1',
  ],
  [
    'OpenCompass',
    { origin_prompt: [{ role: 'HUMAN', prompt: Q }], prediction: SOLVED, gold: '30' },
    'generic: Q = 30; model 2',
  ],
  ['TheoremQA', { Question: Q, Answer: '30', Answer_type: 'float', Picture: null }, 'generic: Q = 30'],
  ['OlymMATH', { problem: Q, answer: '30', subject: 'Algebra', unique_id: 'x' }, 'generic: Q = 30'],
  [
    'IMO-AnswerBench',
    { 'Problem ID': '1', Problem: Q, 'Short Answer': '30', Category: 'Algebra' },
    'generic: Q = 30',
  ],
  [
    'DROP: a passage, and the spans that answer',
    { passage: 'It was fast.', question: Q, answers_spans: { spans: ['30'], types: ['number'] } },
    'generic: It was fast. + Q = 30',
  ],
  [
    'MMLU-Pro: what was thought behind the letter',
    {
      question: Q,
      options: four,
      answer: 'B',
      answer_index: 1,
      cot_content: "A: Let's think step by step. We divide the miles by the hours, and so it is B.",
    },
    'generic: Q = B; aBcd; reference 1',
  ],
  [
    'MathArena, proofs',
    { problem: Q, points: 7, grading_scheme: [{ title: 'a', points: 7 }], sample_solution: SOLVED },
    'generic: Q; reference 2',
  ],
  [
    'ProofNet in Lean 4',
    { id: 'a', nl_statement: Q, nl_proof: SOLVED, lean4_formalization: 'theorem a : 1 = 1 :=\nsorry' },
    'generic: Q; reference 2, reference 1',
  ],
  [
    'MAWPS: equations in a list',
    { iIndex: 1, sQuestion: Q, lEquations: ['X=60/2'], lSolutions: [30] },
    'mawps: Q = 30; reference 1',
  ],
  [
    'NumGLUE: a field for an equation that is empty is none',
    { question: Q, type: 'Type_1', answer: '30', explanation: SOLVED, equation: '' },
    'generic: Q = 30; reference 2',
  ],
  [
    'steps of a student’s work, with what is wrong in them',
    {
      problem: Q,
      correct_answer: '30',
      student_work: [
        { step: 1, text: '60 + 2 = 62', error: 'adds' },
        { step: 2, text: 'It is 62.', error: null },
      ],
    },
    'generic: Q = 30; student 2 until 0',
  ],
  [
    'GPQA: columns of wrong answers are not all that may be chosen',
    {
      Question: Q,
      'Correct Answer': '3',
      'Incorrect Answer 1': '62',
      'Incorrect Answer 2': '120',
      'Incorrect Answer 3': '58',
    },
    'generic: Q = 3; abcD',
  ],
  [
    'TabMWP: the table stands with the question',
    { question: Q, choices: null, answer: '30', table: 'Day | Hours\nMon | 4', solution: SOLVED },
    'generic: Day | Hours\nMon | 4 + Q = 30; reference 2',
  ],
  [
    'MSVAMP: a number is the answer, and no response',
    { m_query: Q, response: '30.0', id: '1' },
    'generic: Q = 30.0',
  ],
  [
    'DART-Math: the answer of the reference, and that of the response',
    { query: Q, ref_ans: '30', resp: SOLVED, ans: '31', correct: false },
    'generic: Q = 30; model 2 wrong',
  ],
  [
    'the ground truth is the answer where there is another answer',
    { question: Q, answer: '31', ground_truth: '30' },
    'generic: Q = 30',
  ],
  [
    'GeoQA in Chinese: what begins as a solution does is one',
    {
      subject: '如图,在△ABC中,∠C=90°,AB=10,AC=8,点D为斜边的中点,则BC的长是()',
      image: '0.png',
      choices: ['5', '8', '6'],
      label: 2,
      answer: '解:由勾股定理得BC=6.',
    },
    'generic: 如图,在△ABC中,∠C=90°,AB=10,AC=8,点D为斜边的中点,则BC的长是() = 2; abC; reference 1',
  ],
  [
    'MathTrap: what it was made from is not the problem',
    { original_problem: 'How fast?', trap_problem: Q, original_answer: PROOF, trap_answer: SOLVED },
    'generic: Q; model 2',
  ],
  [
    'responses of models that were verified',
    {
      prompt: Q,
      ground_truth: '30',
      responses: [
        { text: SOLVED, model: 'M', verified: true },
        { text: PROOF, model: 'N', verified: false },
      ],
    },
    'generic: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'a right answer beside distractors',
    { stem: Q, distractors: ['62', '120'], correct: '30' },
    'generic: Q = 30; abC',
  ],
  ['AutoPSV', { question: Q, real_answer: '30', policy_solution: SOLVED }, 'generic: Q = 30; model 2'],
  ['Nemotron', { input: asked, output: SOLVED, category: 'math', generator: 'R1' }, 'generic: Q; model 2'],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('MathVista, MATH-Vision: an image whose bytes stand beside its name is one image', () => {
  const row = {
    question: Q,
    image: 'images/1.jpg',
    decoded_image: { bytes: PIXEL, path: null },
    answer: '30',
  };
  assert.deepEqual(
    open([row]).readings[0]!.media.map(({ path }) => path),
    [['decoded_image', 'bytes']],
  );
});

test('one problem in fields that are called by their languages', () => {
  const { readings } = open([{ id: 1, en: Q, es: '¿A qué velocidad va el tren?', answer: 30 }]);
  assert.deepEqual(
    readings[0]!.translations.map(({ language, role }) => [language, role]),
    [['es', 'problem']],
  );
});

test('Calc-X: what a calculator was given and gave back are steps, and the chain names no rows', () => {
  const chain = '<gadget id="calculator">60 / 2</gadget>\n<output>30</output>\n\n<result>30</result>';
  const { links, traces } = open([{ id: 'm1', question: Q, chain, result: '30' }]).readings[0]!;
  assert.deepEqual(links, []);
  assert.deepEqual(
    traces[0]?.steps.map(({ source, form }) => [source.text, form]),
    [
      ['60 / 2', 'code'],
      ['30', 'output'],
      ['30', undefined],
    ],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '30');
});

test('a chain of problems is no solution', () => {
  const chain = [
    { id: 'p1', question: 'What is 2+3?', answer: '5', solution: SOLVED },
    { id: 'p2', question: 'What is 5 times 2?', answer: '10', solution: SOLVED },
  ];
  const { links, traces } = open([{ id: 'c1', question: Q, answer: '10', chain }]).readings[0]!;
  assert.deepEqual(traces, []);
  assert.deepEqual(
    links[0]?.rows?.map(({ id }) => id),
    ['p1', 'p2'],
  );
});

test('MATH-Perturb: a row made from another is linked with it', () => {
  const row = {
    problem: Q,
    solution: SOLVED,
    level: 'Level 5',
    original_problem: 'How fast?',
    perturbation_type: 'hard',
  };
  const [link] = open([row]).readings[0]!.links;
  assert.deepEqual([link?.type, link?.group, link?.place], ['variant', 'How fast?', 'hard']);
});

test('Eedi: the misconception of a wrong choice names an entry of the catalogue beside it', () => {
  const row = SHAPES.find(([name]) => name === 'Eedi')![1];
  const { readings } = open([row]);
  assert.deepEqual(
    usesOf(row, readings[0]!).map(({ kind, reference, byId }) => [kind, reference, byId]),
    [['misconception', '7', true]],
  );
});
