import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { Q, readAs, SOLVED } from './published';
import { open, openOne, texts } from '../seeds/seed';

const three = ['60', '30', '15'];

/** Fields as people name and nest them in files of their own. */
const SHAPES: [string, Json, string][] = [
  [
    'a solution of a few signs',
    { problem: 'What is 2+2?', solution: '2+2=4', answer: '4' },
    'generic: What is 2+2? = 4; reference 1',
  ],
  [
    'an explanation of a few words',
    { question: Q, answer: '30', explanation: 'Divide them.' },
    'generic: Q = 30; reference 1',
  ],
  ['one word explains nothing', { question: Q, answer: '30', explanation: 'division' }, 'generic: Q = 30'],
  [
    'objects with a text each',
    { problem: { text: Q }, solution: { text: SOLVED }, answer: { value: '30', type: 'int' } },
    'generic: Q = 30; reference 2',
  ],
  [
    'a solution with its answer',
    { problem: Q, solution: { text: SOLVED, answer: '30' } },
    'generic: Q = 30; reference 2',
  ],
  [
    'everything within two objects',
    { record: { item: { question: { text: Q }, answer: { text: '30' } } } },
    'generic: Q = 30',
  ],
  [
    'an answer that is empty is none',
    { problem: Q, answer: '', solution: SOLVED },
    'generic: Q; reference 2',
  ],
  [
    'steps in one text',
    { problem: Q, steps: '1. We divide.\n2. It is 30.', final_answer: '30' },
    'generic: Q = 30; reference 2',
  ],
  [
    'a solution of titled parts',
    {
      problem: Q,
      solution: [
        { title: 'Divide', content: 'We divide 60 by 2.' },
        { title: 'Answer', content: 'It is 30.' },
      ],
    },
    'generic: Q; reference 2',
  ],
  [
    'short answers of which one is right',
    {
      question: Q,
      answers: [
        { text: '30', correct: true },
        { text: '8', correct: false },
      ],
    },
    'generic: Q; Ab',
  ],
  [
    'the place of the right choice',
    { question: Q, choices: three, correct_choice_index: 1 },
    'generic: Q = 1; aBc',
  ],
  [
    'the letters of several right choices',
    { question: Q, choices: three, correct_answers: ['A', 'B'] },
    'generic: Q = A, B; ABc',
  ],
  [
    'a right choice without the signs of its formula',
    { question: Q, choices: ['$60$', '$30$'], answer: '30' },
    'generic: Q = 30; aB',
  ],
  [
    'choices between strokes',
    { question: Q, options: 'A) 60 | B) 30 | C) |x|', answer: 'B' },
    'generic: Q = B; aBc',
  ],
  ['choices as opa to opd', { question: Q, opa: '60', opb: '30', opc: '15', cop: 0 }, 'generic: Q = 0; Abc'],
  [
    'what was perturbed is the problem',
    { original_problem: 'How fast?', perturbed_problem: Q, original_answer: '9', perturbed_answer: '30' },
    'generic: Q = 30',
  ],
  ['an expression and its value', { expression: '12*3+4', answer: 40 }, 'generic: 12*3+4 = 40'],
  ['names that say nothing', { col0: 1, col1: Q, col2: SOLVED }, 'generic: Q; model 2'],
  ['single letters', { p: Q, s: SOLVED, a: '30' }, 'generic: Q = 30; model 2'],
  ['rows that are lists', ['q1', Q, SOLVED, '30'], 'generic: Q = 30; model 2'],
  [
    'bytes that were written as a text',
    { question: "b'What is 2+2?\\n'", answer: "b'4\\n'" },
    'generic: What is 2+2? = 4',
  ],
  ['Korean', { 문제: Q, 풀이: SOLVED, 정답: '30' }, 'generic: Q = 30; reference 2'],
  ['Vietnamese', { câu_hỏi: Q, lời_giải: SOLVED, đáp_án: '30' }, 'generic: Q = 30; reference 2'],
  [
    'Portuguese',
    { enunciado: Q, alternativas: three, gabarito: 'B', resolução: SOLVED },
    'generic: Q = B; aBc; reference 2',
  ],
  ['Hindi, whose letters have signs of their own', { प्रश्न: Q, उत्तर: '30' }, 'generic: Q = 30'],
  ['Arabic', { السؤال: Q, الحل: SOLVED, الإجابة: '30' }, 'generic: Q = 30; reference 2'],
  ['Turkish', { soru: Q, çözüm: SOLVED, cevap: '30' }, 'generic: Q = 30; reference 2'],
  [
    'Chinese, with a number',
    { 编号: 1, 题目: Q, 解答过程: SOLVED, 答案: '30' },
    'generic: Q = 30; reference 2',
  ],
  [
    'another language than English behind every name',
    { question_fr: Q, solution_fr: SOLVED, answer_fr: '30', options_fr: three },
    'generic: Q = 30; aBc; reference 2',
  ],
  [
    'a solution that is called by its steps, and several answers that are as good',
    { Problem: Q, 'Step-by-Step Solution': SOLVED, acceptable_answers: ['30', '30.0'] },
    'generic: Q = 30, 30.0; reference 2',
  ],
  [
    'how a text is written, before its name',
    { latex_problem: Q, latex_solution: SOLVED },
    'generic: Q; reference 2',
  ],
  [
    'a short analysis in Chinese',
    { 题目: '若x=1,则2x=____。', 答案: ['2'], 解析: '代入得2x=2。' },
    'generic: 若x=1,则2x=____。 = 2; reference 1',
  ],
  [
    'empty cells of a table say nothing',
    { question: Q, answer: '30', solution: 'nan', hint: 'None', image: 'nan' },
    'generic: Q = 30',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('hints in columns and in objects', () => {
  const hinted = [
    { problem: Q, hint_1: 'Divide.', hint_2: 'Simplify.', answer: '30' },
    {
      problem: Q,
      hints: [
        { id: 'h1', text: 'Divide.' },
        { id: 'h2', text: 'Simplify.' },
      ],
      answer: '30',
    },
    { problem: Q, pistas: ['Divide.', 'Simplify.'], answer: '30' },
    { problem: Q, hints: { '1': 'Divide.', '2': 'Simplify.' }, answer: '30' },
    { problem: Q, hints: "['Divide.', 'Simplify.']", answer: '30' },
  ];
  for (const row of hinted) {
    const sources = openOne(row).hints.flatMap((hint) => (hint.kind === 'text' ? [hint.source] : []));
    assert.deepEqual(texts(sources), ['Divide.', 'Simplify.']);
  }
});

test('a concept with its description is no problem, nor is a misconception', () => {
  const rows: [Json, string][] = [
    [{ id: 'c1', name: 'Rates', description: 'A rate is a quotient.' }, 'A rate is a quotient.'],
    [{ MisconceptionId: 7, MisconceptionName: 'Adds where it divides' }, 'Adds where it divides'],
  ];
  for (const [row, told] of rows) {
    const { problem, concepts } = openOne(row);
    assert.deepEqual(problem, []);
    assert.deepEqual(
      concepts.map((concept) => concept.kind === 'text' && concept.source.text),
      [told],
    );
  }
});

test('of a problem in an object of languages the English one is shown first', () => {
  const { problem, translations } = openOne({
    problem: { fr: 'À quelle vitesse le train va-t-il donc ainsi ?', en: Q },
    answer: '30',
  });
  assert.deepEqual(texts(problem), [Q]);
  assert.deepEqual(
    translations.map(({ language }) => language),
    ['fr'],
  );
});

test('scores of a response by what they judge are measures', () => {
  const { measures } = openOne({ prompt: Q, response: SOLVED, helpfulness: 4, correctness: 3, verbosity: 2 });
  assert.deepEqual(measures.map(({ name, value }) => `${name} ${value}`).toSorted(), [
    'correctness 3',
    'helpfulness 4',
    'verbosity 2',
  ]);
});

test('concepts in an object, each kind a text or a list', () => {
  const { concepts } = openOne({ problem: Q, concepts: { first: 'Rates', other: ['Division', 'Units'] } });
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    ['Rates', 'Division', 'Units'],
  );
});

test('a cell that is empty in some rows only is no trace there', () => {
  const { readings } = open([
    { question: Q, answer: '30', solution: SOLVED },
    { question: Q, answer: 'None', solution: 'nan' },
  ]);
  assert.deepEqual(
    readings.map(({ answers, traces }) => [texts(answers), traces.length]),
    [
      [['30'], 1],
      [['None'], 0],
    ],
  );
});

test('rows of one template, and rows made from another, are variants', () => {
  const of = (row: Json) => openOne(row).links.map(({ type, group, place }) => [type, group, place]);
  assert.deepEqual(of({ template_id: 3, instance_id: 1, question: Q, answer: '30' }), [
    ['variant', '3', '1'],
  ]);
  assert.deepEqual(of({ id: 'v1', parent_id: 's0', variant_type: 'numeric', question: Q, answer: '30' }), [
    ['variant', 's0', 'numeric'],
  ]);
});
