import assert from 'node:assert/strict';
import { test } from 'node:test';
import { genericProfile, shippedProfiles } from '../../../src/core/profile/shipped';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import type { Json } from '../../../src/core/row/json';
import { valueAt } from '../../../src/core/row/json';
import { dataFolder, readRows } from '../real-data';

/** Label, text, and whether it is right, of each choice of one row, in the profile that is found for it. */
function choices(row: Json): [string, string, boolean | null][] {
  const { profile } = detectProfile([row, row], shippedProfiles);
  return readRow(row, profile).choices.map(({ label, source, right }) => {
    const slice = String(valueAt(row, source.path)).slice(source.start, source.end);
    if (slice !== source.text) assert.equal(JSON.parse(`"${slice}"`), source.text); // out of JSON that is a text
    return [label, source.text, right];
  });
}

const ONE: [string, string, boolean | null][] = [
  ['A', '12', false],
  ['B', '$\\frac{1}{2}$', true],
  ['C', 'None of these', false],
];

const WAYS: [string, Json][] = [
  [
    'a list with letters',
    { question: 'q', options: ['A)12', 'B) $\\frac{1}{2}$', '(C) None of these'], correct: 'B' },
  ],
  [
    'a list without letters',
    { question: 'q', choices: ['12', '$\\frac{1}{2}$', 'None of these'], answer: 'B' },
  ],
  [
    'a list whose answer is a place',
    { question: 'q', choices: ['12', '$\\frac{1}{2}$', 'None of these'], answer: 1 },
  ],
  [
    'a list whose answer is a text',
    { question: 'q', choices: ['12', '$\\frac{1}{2}$', 'None of these'], answer: '$\\frac{1}{2}$' },
  ],
  [
    'an object by letter',
    { question: 'q', options: { A: '12', B: '$\\frac{1}{2}$', C: 'None of these' }, answer: 'B' },
  ],
  [
    'a list of objects',
    {
      question: 'q',
      options: [
        { label: 'A', text: '12' },
        { label: 'B', text: '$\\frac{1}{2}$' },
        { label: 'C', text: 'None of these' },
      ],
      answer: 'B',
    },
  ],
  [
    'a text with semicolons',
    { question: 'q', option: 'A. 12;B. $\\frac{1}{2}$; C. None of these', answer: 'B' },
  ],
  [
    'a text without a sign between A and B',
    { question: 'q', option: 'A. 12 B. $\\frac{1}{2}$; C. None of these', answer: 'B' },
  ],
  [
    'a text with lines',
    { question: 'q', options: 'A) 12\nB) $\\frac{1}{2}$\nC) None of these', answer: '(B)' },
  ],
  [
    'a text with small letters',
    { question: 'q', options: 'a ) 12 , b ) $\\frac{1}{2}$ , c ) None of these', answer: 'b' },
  ],
  [
    'a list in JSON that is a text',
    { question: 'q', options: JSON.stringify(['12', '$\\frac{1}{2}$', 'None of these']), answer: 'B' },
  ],
  [
    'an object in JSON that is a text',
    {
      question: 'q',
      options: JSON.stringify({ A: '12', B: '$\\frac{1}{2}$', C: 'None of these' }),
      answer: 'B',
    },
  ],
  [
    'a list as NumPy prints it',
    { question: 'q', options: "['12' '$\\\\frac{1}{2}$' 'None of these']", answer: 'B' },
  ],
  [
    'objects of one letter each',
    { question: 'q', options: [{ A: '12' }, { B: '$\\frac{1}{2}$' }, { C: 'None of these' }], answer: 'B' },
  ],
  [
    'pairs of a letter and a text',
    {
      question: 'q',
      options: [
        ['A', '12'],
        ['B', '$\\frac{1}{2}$'],
        ['C', 'None of these'],
      ],
      answer: 'B',
    },
  ],
  [
    'Chinese columns by letters',
    { 题目: 'q', 选项A: '12', 选项B: '$\\frac{1}{2}$', 选项C: 'None of these', 答案: 'B' },
  ],
  [
    'a list whose answer is a place that is a text',
    { question: 'q', options: ['12', '$\\frac{1}{2}$', 'None of these'], answer: '1' },
  ],
];

test('a number that is one of the choices is no place', () => {
  const found = choices({ question: 'q', options: ['3', '2', '1'], answer: '1' });
  assert.deepEqual(
    found.map(([, , right]) => right),
    [false, false, true],
  );
});

test('distractors as objects are choices, and what else they say stays among the other fields', () => {
  const distractors = [
    { text: '12', misconception: 'Adds.' },
    { text: '15', misconception: 'Halves.' },
  ];
  const row = { question: 'q', correct_answer: '7', distractors };
  assert.deepEqual(choices(row), [
    ['A', '12', false],
    ['B', '15', false],
    ['C', '7', true],
  ]);
  const { others } = readRow(row, detectProfile([row, row], shippedProfiles).profile);
  assert.deepEqual(
    others.map(({ value }) => value),
    ['Adds.', 'Halves.'],
  );
});

for (const [name, row] of WAYS) {
  test(`choices as ${name}`, () => assert.deepEqual(choices(row), ONE));
}

test('several may be right', () => {
  for (const answer of ['AC', 'A, C', 'A and C', ['A', 'C']]) {
    assert.deepEqual(
      choices({ question: 'q', options: ['x', 'y', 'z'], answer }).map(([, , right]) => right),
      [true, false, true],
      String(answer),
    );
  }
});

test('an answer that names no choice says nothing of them', () => {
  for (const answer of ['E', 'neither', 17]) {
    const found = choices({ question: 'q', options: { A: '1', B: '2' }, answer });
    assert.deepEqual(
      found.map(([, , right]) => right),
      [null, null],
    );
  }
});

test('what is no list of choices stays among the other fields', () => {
  for (const options of [null, 7, 'only words', [], ['one']]) {
    const { choices: none, others } = readRow({ question: 'q', options }, genericProfile);
    assert.deepEqual(none, []);
    assert.equal(others.length, options === null ? 0 : 1);
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  test('every row of We-Math has its choices, and the right one among them', () => {
    const rows = readRows(folder, 'large/we-math/testmini.jsonl') as Json[];
    const { profile } = detectProfile(rows.slice(0, 50), shippedProfiles);
    assert.equal(profile.id, 'we-math');
    for (const row of rows) {
      const { choices: found } = readRow(row, profile);
      assert.ok(found.length >= 3, JSON.stringify(row));
      assert.equal(found.filter(({ right }) => right).length, 1, JSON.stringify(row));
    }
  });
}
