import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { pathText } from '../../../src/core/row/json';
import { open } from '../seeds/seed';

interface Expected {
  problem?: string;
  answer?: string;
  /** Paths of traces, each with the number of its steps. */
  traces?: [string, number][];
  kinds?: string[];
  right?: (boolean | null | undefined)[];
  measures?: string[];
  facts?: string[];
  others?: string[];
}

const WORKED = 'First we add both sides.\n\nThen we halve the sum.\n\nSo the answer is 6.';

/** Rows of datasets that nobody here has seen: what the names and values in them speak for. */
const ROWS: [string, Json, Expected][] = [
  ['names in capitals', { PROBLEM: 'Find x.', FINAL_ANSWER: 6 }, { problem: 'PROBLEM', answer: '6' }],
  [
    'names in one word',
    { problemText: 'Find x.', correctAnswer: '6' },
    { problem: 'problemText', answer: '6' },
  ],
  [
    'fields within an object',
    { data: { problem: 'Find x.', solution: WORKED, answer: '6' }, meta: { level: 3, source: 'made' } },
    {
      problem: 'data.problem',
      answer: '6',
      traces: [['data.solution', 3]],
      facts: ['meta.level', 'meta.source'],
      others: [],
    },
  ],
  [
    'an id for a key',
    { Problem_1: { question: 'Find x.', answer: '6', label: 'Algebra' } },
    { problem: 'Problem_1.question', answer: '6', others: ['Problem_1.label'] },
  ],
  [
    'a dialogue by another name',
    {
      dialog: [
        { speaker: 'user', text: 'Find x.' },
        { speaker: 'assistant', text: WORKED },
      ],
    },
    { problem: 'dialog[0].text', traces: [['dialog', 3]] },
  ],
  [
    'ShareGPT',
    {
      conversations: [
        { from: 'human', value: 'Find x.' },
        { from: 'gpt', value: WORKED },
      ],
    },
    { problem: 'conversations[0].value', traces: [['conversations', 3]] },
  ],
  [
    'a question with the dialogue that answers it',
    {
      id: 1,
      question: 'Find x.',
      chat: [
        { role: 'user', content: 'Find x. Think.' },
        { role: 'assistant', content: 'It is 6.' },
      ],
    },
    { traces: [['chat', 1]] },
  ],
  [
    'a context before the question',
    { context: 'Tom has 6 pens.', question: 'How many?', answer: 6 },
    { problem: 'context', answer: '6' },
  ],
  [
    'a whole worked answer',
    { question: 'Find x.', answer: WORKED },
    { problem: 'question', traces: [['answer', 3]], kinds: ['reference'] },
  ],
  [
    'a solution that is the answer',
    { prompt: 'Find x.', solution: '6' },
    { problem: 'prompt', answer: '6', traces: [] },
  ],
  [
    'lists of one order',
    {
      query: 'Find x.',
      gold: '6',
      candidates: ['It is 6.\nYes.', 'It is 7.\nYes.'],
      is_correct: [true, false],
      reward_model_scores: [0.9, 0.1],
    },
    {
      problem: 'query',
      answer: '6',
      traces: [
        ['candidates[0]', 2],
        ['candidates[1]', 2],
      ],
      kinds: ['model', 'model'],
      right: [true, false],
    },
  ],
  [
    'objects in a list',
    {
      question: 'Find x.',
      samples: [
        { text: 'It is 6.', correct: true, score: 0.5 },
        { text: 'It is 7.', correct: false, score: 0.4 },
      ],
    },
    {
      traces: [
        ['samples[0]', 1],
        ['samples[1]', 1],
      ],
      right: [true, false],
    },
  ],
  [
    'one object a model',
    {
      question: 'Find x.',
      'alpha-7b': { response: 'It is 6.', correct: true },
      'beta-7b': { response: 'It is 7.', correct: false },
    },
    {
      traces: [
        ['["alpha-7b"]', 1],
        ['["beta-7b"]', 1],
      ],
      right: [true, false],
    },
  ],
  [
    'steps with their first error',
    { question: 'Find x.', solution_steps: ['Add.', 'Halve.'], first_error_step: 1, model: 'alpha' },
    { traces: [['solution_steps', 2]], facts: ['model'] },
  ],
  [
    'numbers about the row, also as text',
    { problem: 'Find x.', answer: '6', pass_rate: '0.25', difficulty: 7.5, solve_rate_32: 0.5 },
    { measures: ['pass_rate', 'difficulty', 'solve_rate_32'], others: [] },
  ],
  [
    'a difficulty in words',
    { problem: 'Find x.', answer: '6', difficulty: 'hard' },
    { measures: [], facts: ['difficulty'] },
  ],
  [
    'a program',
    { question: 'Find x.', python_code: 'def f():\n  return 6', answer: 6 },
    { answer: '6', traces: [['python_code', 1]] },
  ],
  ['another language', { 题目: '求 x 的值。', 答案: '6' }, { problem: '["题目"]', answer: '6' }],
  [
    'no name that is known',
    { zz: 'A farmer has twelve cows and sells five of them on the market. How many are left to him?', n: 3 },
    { problem: 'zz', others: ['n'] },
  ],
  ['nothing to read', { a: 1, b: [2], c: { d: null } }, { traces: [], others: ['a', 'b', 'c'] }],
  [
    'a verdict by the name of an answer',
    { problem: 'Find x.', response: 'It is surely six, as anybody can see at once.', correct: false },
    { traces: [['response', 1]], right: [false] },
  ],
  ['an empty text and null', { problem: 'Find x.', solution: '', answer: null }, { traces: [] }],
];

for (const [name, row, expected] of ROWS) {
  test(`unknown rows: ${name}`, () => {
    const { readings, why } = open([row, row, row]);
    const [reading] = readings;
    assert.ok(reading);
    const { problem, answers, traces, measures, facts, others } = reading;
    const found: Required<Expected> = {
      problem: problem[0] ? pathText(problem[0].path) : '',
      answer: answers[0]?.text ?? '',
      traces: traces.map(({ id, steps }) => [id, steps.length]),
      kinds: traces.map(({ kind }) => kind),
      right: traces.map(({ published }) => published?.answerRight),
      measures: measures.map(({ path }) => pathText(path)),
      facts: facts.map(({ path }) => pathText(path)),
      others: others.map(({ path }) => pathText(path)),
    };
    for (const key of Object.keys(expected) as (keyof Expected)[])
      assert.deepEqual(found[key], expected[key], `${key}; ${why}`);
  });
}

test('why says what was taken for what, and what profile nearly fitted', () => {
  const { why } = open([{ problem: 'Find x.', steps: ['a'], final_answer_correct: true, other: 1 }]);
  assert.match(why, /problem as problem/);
  assert.match(why, /it would be ProcessBench with label \(number\)/);
});

test('rows of several kinds: each has what it has, and no field is lost', () => {
  const rows: Json[] = [
    { question: 'One?', answer: '1' },
    { problem: 'Two?', answer: '2' },
    'just a text',
    [1, 2],
    { text: 'Three?' },
  ];
  const { readings } = open(rows);
  assert.deepEqual(
    readings.map(({ problem }) => problem[0]?.text ?? null),
    ['One?', 'Two?', null, null, 'Three?'],
  );
});
