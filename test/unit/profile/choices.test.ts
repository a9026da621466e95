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
    const value = valueAt(row, source.path);
    assert.equal(String(value).slice(source.start, source.end), source.text);
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
];

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
