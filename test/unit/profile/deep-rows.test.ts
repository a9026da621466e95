import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import { rowNumbers } from '../../../src/core/measure/row-numbers';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { isDeep } from '../../../src/core/row/json';

const KEYS = ['problem', 'messages', 'choices', 'image', 'steps', 'solutions', 'label', 'metadata', 'id'];
const WITHIN = [...KEYS, 'text', 'content', 'value', null];
const ROW = { problem: 'What is $1+1$?', answer: '2', choices: ['1', '2'], image: 'a.png', id: 7 };

/** A text within lists, or within objects by a key, too often for the stack. */
function nested(key: string | null): Json {
  let value: Json = 'x';
  for (let depth = 0; depth < 15_000; depth++) value = key === null ? [value] : { [key]: value };
  return value;
}

const deepRows = WITHIN.flatMap((within) => {
  const value = nested(within);
  return KEYS.map((key) => ({ ...ROW, [key]: value }));
});

test('what is nested without end is read by no profile, and the fields beside it are', () => {
  for (const row of deepRows) {
    for (const profile of shippedProfiles) readRow(row, profile);
    const { profile } = detectProfile([ROW, ROW, row], shippedProfiles);
    const { problem, answers } = readRow(row, profile);
    assert.equal(answers[0]?.text, '2');
    assert.ok(rowNumbers(row).size < 100);
    if (row.problem === ROW.problem) assert.equal(problem[0]?.text, ROW.problem);
  }
});

test('values are deep by how often they lie within others, not by how many there are', () => {
  assert.ok(isDeep(nested(null)) && isDeep({ a: nested('a') }));
  assert.ok(!isDeep(Array.from({ length: 100_000 }, (_, at) => [at])));
});
