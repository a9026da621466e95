import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../../src/core/profile/excerpt';
import type { Reading } from '../../../src/core/profile/reading';
import type { Json } from '../../../src/core/row/json';
import { open } from '../seeds/seed';

const QUESTIONS = [
  'A train goes 60 miles in 2 hours. What is its speed in miles per hour?',
  'How many primes are below $20$, and which is the largest of them all?',
  'Find $x$ when $2x+3=11$ holds for a real number $x$.',
];
const ANSWERS = ['30', '8', '4'];
const SOLVED = [
  'We divide: 60/2 = 30.\n\nSo the speed is $\\boxed{30}$.',
  'They are 2, 3, 5, 7, 11, 13, 17, 19.\n\nSo there are $\\boxed{8}$.',
  'Subtract 3: $2x=8$.\n\nHence $\\boxed{4}$.',
];
const THOUGHT = SOLVED.map((text) => `<think>\nLet me see.\n\nI try it.\n</think>\n\n${text}`);

interface Shape {
  name: string;
  row: (question: string, answer: string, solved: string, thought: string, at: number) => Json;
  /** What the first row is read as: number of problems, answers, choices, and the steps of every trace by its author. */
  read: [problems: number, answers: number, choices: number, traces: [string, number][]];
}

/** Fields of known families by other names, as they come from people's own scripts. */
const SHAPES: Shape[] = [
  {
    name: 'question_text, final_ans, worked_solution',
    row: (q, a, s, _, at) => ({
      qid: at,
      question_text: q,
      final_ans: a,
      worked_solution: s,
      grade_level: 3,
    }),
    read: [1, 1, 0, [['worked_solution', 2]]],
  },
  {
    name: 'instruction, response',
    row: (q, _, s) => ({ instruction: q, response: s }),
    read: [1, 0, 0, [['response', 2]]],
  },
  {
    name: 'prompt, completions and their scores',
    row: (q, _, s) => ({ prompt: q, completions: [s, s], scores: [0.9, 0.1] }),
    read: [
      1,
      0,
      0,
      [
        ['completions', 2],
        ['completions', 2],
      ],
    ],
  },
  {
    name: 'messages under conversation',
    row: (q, _, s) => ({
      conversation: [
        { role: 'user', content: q },
        { role: 'assistant', content: s },
      ],
    }),
    read: [1, 0, 0, [['assistant', 2]]],
  },
  {
    name: 'choices as columns A to D',
    row: (q, _a, _s, _t, at) => ({
      Question: q,
      A: '30',
      B: '8',
      C: '4',
      D: 'none',
      Answer: 'ABC'[at] ?? '',
    }),
    read: [1, 1, 4, []],
  },
  {
    name: 'choices as option_a to option_d',
    row: (q, _a, s, _t, at) => ({
      stem: q,
      option_a: '30',
      option_b: '8',
      option_c: '4',
      option_d: 'none',
      correct_option: 'abc'[at] ?? '',
      explanation: s,
    }),
    read: [1, 1, 4, [['explanation', 2]]],
  },
  {
    name: 'choices within the question',
    row: (q, _a, _s, _t, at) => ({
      question: {
        stem: q,
        choices: ['30', '8', '4'].map((text, place) => ({ label: 'ABC'[place] ?? '', text })),
      },
      answerKey: 'ABC'[at] ?? '',
    }),
    read: [1, 1, 3, []],
  },
  {
    name: 'reasoning_content beside content',
    row: (q, a, s) => ({
      problem: q,
      ground_truth: a,
      reasoning_content: 'I think.\n\nI go on.',
      content: s,
    }),
    read: [
      1,
      1,
      0,
      [
        ['reasoning_content', 2],
        ['content', 2],
      ],
    ],
  },
  {
    name: 'output with <think>',
    row: (q, a, _, t) => ({ input: q, output: t, gold_answer: a }),
    read: [1, 1, 0, [['output', 4]]],
  },
  {
    name: 'a batch file of a chat API',
    row: (q, _, s, _t, at) => ({
      custom_id: `r${at}`,
      body: { messages: [{ role: 'user', content: q }] },
      response: {
        body: {
          model: 'm1',
          choices: [{ index: 0, message: { content: s, reasoning_content: 'I think.' } }],
        },
      },
    }),
    read: [1, 0, 0, [['m1', 3]]],
  },
  {
    name: 'a dataset within data',
    row: (q, a, s, _, at) => ({
      meta: { source: 'x', id: at },
      data: { question: q, answer: a, solution: s },
    }),
    read: [1, 1, 0, [['solution', 2]]],
  },
  { name: 'rows that are texts', row: (q) => q, read: [1, 0, 0, []] },
  {
    name: 'an object of models',
    row: (q, a, s) => ({
      question: q,
      answer: a,
      model_outputs: { one: { text: s, correct: true }, two: { text: 'It is seven.', correct: false } },
    }),
    read: [
      1,
      1,
      0,
      [
        ['one', 2],
        ['two', 1],
      ],
    ],
  },
  {
    name: 'a list of objects that name their model',
    row: (q, a, s) => ({
      query: q,
      reference: a,
      responses: [
        { model: 'm1', text: s, score: 0.5 },
        { model: 'm2', text: 'It is seven.' },
      ],
    }),
    read: [
      1,
      1,
      0,
      [
        ['m1', 2],
        ['m2', 1],
      ],
    ],
  },
  {
    name: 'camel case',
    row: (q, a, s) => ({ problemStatement: q, finalAnswer: a, officialSolution: s }),
    read: [1, 1, 0, [['officialSolution', 2]]],
  },
  {
    name: 'a prompt of messages with its label',
    row: (q, a) => ({
      prompt: [
        { role: 'system', content: 'Solve it.' },
        { role: 'user', content: q },
      ],
      label: a,
    }),
    read: [1, 1, 0, []],
  },
  {
    name: 'better and worse',
    row: (q, _, s) => ({ question: q, better_solution: s, worse_solution: 'It is seven.' }),
    read: [
      1,
      0,
      0,
      [
        ['chosen', 2],
        ['rejected', 1],
      ],
    ],
  },
  {
    name: 'steps as objects with an explanation',
    row: (q, a) => ({
      question: q,
      solution_steps: [1, 2].map((step_number) => ({
        step_number,
        explanation: `Step ${step_number} is done.`,
      })),
      final: a,
    }),
    read: [1, 1, 0, [['solution_steps', 2]]],
  },
  {
    name: 'rewritten questions, short names',
    row: (q, a, s) => ({ orig: q, rewritten: `${q} Explain.`, sol: s, ans: a, pass_rate: 0.5 }),
    read: [1, 1, 0, [['sol', 2]]],
  },
  {
    name: 'Spanish names',
    row: (q, a, s) => ({ enunciado: q, solucion: s, respuesta: a, tema: 'algebra' }),
    read: [1, 1, 0, [['solucion', 2]]],
  },
  {
    name: 'thought, action, observation',
    row: (q, a) => ({
      task: q,
      trajectory: [
        { type: 'thought', content: 'I divide.' },
        { type: 'action', content: 'print(60/2)' },
        { type: 'observation', content: '30.0' },
      ],
      target: a,
    }),
    read: [1, 1, 0, [['trajectory', 3]]],
  },
  {
    name: 'attempts by the names of their models',
    row: (q, _, s, t) => ({ problem: q, solution: s, attempt: s, gemini_attempt: t }),
    read: [
      1,
      0,
      0,
      [
        ['solution', 2],
        ['attempt', 2],
        ['gemini_attempt', 4],
      ],
    ],
  },
  {
    name: 'Japanese names',
    row: (q, a, s) => ({ 問題: q, 正解: a, 解説: s }),
    read: [1, 1, 0, [['解説', 2]]],
  },
  {
    name: 'Chinese names with choices',
    row: (q) => ({ 题目: q, 选项: ['A. 3', 'B. 5', 'C. 6'], 正确答案: 'B' }),
    read: [1, 1, 3, []],
  },
  {
    name: 'who won is no solution',
    row: (q, _, s, t) => ({ prompt: q, response_a: s, response_b: t, winner: 'a' }),
    read: [
      1,
      0,
      0,
      [
        ['response_a', 2],
        ['response_b', 4],
      ],
    ],
  },
  {
    name: 'how a text is written, behind its name',
    row: (q, a) => ({ question_html: `<p>${q}</p>`, answer_html: a }),
    read: [1, 1, 0, []],
  },
];

const counts = ({ problem, answers, choices, traces }: Reading) => [
  problem.length,
  answers.length,
  choices.length,
  traces.map(({ author, steps }) => [author, steps.length]),
];

for (const { name, row, read } of SHAPES) {
  test(name, () => {
    const { readings } = open(
      QUESTIONS.map((question, at) =>
        row(question, ANSWERS[at] ?? '', SOLVED[at] ?? '', THOUGHT[at] ?? '', at),
      ),
    );
    assert.deepEqual(counts(readings[0]!), read);
  });
}

test('what a tool was given is code, and what it gave back output', () => {
  const { readings } = open([
    SHAPES.find(({ name }) => name.startsWith('thought'))!.row('What is it?', '1', '', '', 0),
  ]);
  assert.deepEqual(
    readings[0]?.traces[0]?.steps.map(({ heading, form }) => [heading, form]),
    [
      ['thought', undefined],
      ['action', 'code'],
      ['observation', 'output'],
    ],
  );
});

const STRANGE: Json[] = [
  [QUESTIONS[0] ?? '', '30'],
  { x1: 0, x2: 1, y: 3.5 },
  { title: 'Set 1', questions: [{ q: 'One?', a: '1' }] },
  { '': '' },
  {},
  [],
  7,
  null,
  '',
  { a: { b: { c: { d: { e: 'deep' } } } } },
];
for (const row of STRANGE) {
  test(`no row opens blank: ${JSON.stringify(row).slice(0, 50)}`, () => {
    const { readings } = open([row, row, row]);
    const text = JSON.stringify(row);
    const shown = excerptOf({ kind: 'value', text, value: row }, readings[0]!, false);
    if (text.length > 8) assert.ok(shown.kind === 'text' || shown.words.length > 0, text);
    assert.ok(readings[0]!.others.length > 0 || readings[0]!.problem.length > 0 || text.length <= 8, text);
  });
}
