import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeResult } from '../../../src/core/maths/written-result';

const agrees = (text: string) => {
  const [left = '', right = ''] = text.split('=');
  return judgeResult(left, right)?.agrees ?? null;
};

const RIGHT = [
  '123 + 877 = 1000',
  `${'9'.repeat(300)} + 1 = 1${'0'.repeat(300)}`,
  `${'9'.repeat(60)} * ${'9'.repeat(60)} = ${(BigInt('9'.repeat(60)) ** 2n).toString()}`,
  '1/2 * 2/3 = 1/3',
  '1/6 + 1/3 = 3/6',
  '1.2e3 + 8e2 = 2.0e3',
  '12.5 - 0.75 = 11.75',
  '1.23e-5 * 2e10 = 2.46e5',
  '1/3 + 1/3 = 0.67',
  'max 12 7 = 12',
  'min(1/3, 1/4) = 1/4',
  '17 // 5 = 3',
  '17 % 5 = 2',
  'mod 17 and 5 = 2',
  '3 - 10 = -7',
];
for (const text of RIGHT) test(`right: ${text.slice(0, 40)}`, () => assert.equal(agrees(text), true));

const WRONG = [
  '123 + 877 = 1001',
  `1${'0'.repeat(40)} + 1 = 1${'0'.repeat(40)}`,
  '1/2 * 2/3 = 1/4',
  'max 12 7 = 7',
  '17 % 5 = 3',
  '1.2e3 + 8e2 = 2.1e3',
  '2 * 3 = 6e5',
];
for (const text of WRONG) test(`wrong: ${text.slice(0, 40)}`, () => assert.equal(agrees(text), false));

/** A text with the name of its task, the result, and another one that is wrong. */
const DIGITS: [task: string | null, left: string, right: string, wrong: string][] = [
  ['digit_max_Integer_Integer_Integer', '1907 and 385', '1987', '1907'],
  ['digit_min', '1907 and 385', '305', '385'],
  ['digit_add', '95 digit add 17', '2', '112'],
  [null, '95 digit add 17', '2', '112'],
  ['digit_max', '12.5 and 7.49', '17.59', '12.5'],
  ['get_digit_Float_int_int', 'starting from 0: 12.5 at position 2', '5', '2'],
  ['length', 'The total number of digits of 12.50', '4', '5'],
  ['count_Integer_int_int', '1221 count the occurrence time of digit 2', '2', '1'],
  ['max_hard_Integer_Integer_Integer', '12 and 7', '12', '7'],
  ['min_Fraction_Fraction_Fraction', '1/3 and 1/4', '1/4', '1/3'],
  ['to_float_Fraction_none_Float', '3/8', '0.375', '0.38e1'],
  ['to_scient_Integer_none_ScientificNotation', '12300', '1.23e4', '1.23e3'],
  ['sig_Float_int_ScientificNotation', '123.45 and keep significant figures as 3', '1.23e2', '1.24e2'],
  ['sig_Integer_int_ScientificNotation', '1250 and keep significant figures as 2', '1.2e3', '1.1e3'],
];
for (const [task, left, right, wrong] of DIGITS) {
  test(`${task ?? 'words alone'}: ${left}`, () => {
    assert.equal(judgeResult(left, right, task)?.agrees, true);
    assert.equal(judgeResult(left, wrong, task)?.agrees, false);
  });
}

for (const text of [
  '12 and 7 = 12',
  '1/0 = 3',
  'digit_max 12 7 = 17',
  'x + 1 = 2',
  '5 // 0 = 1',
  '1e99999 + 1 = 2',
  ' = ',
])
  test(`not recomputed: ${text}`, () => assert.equal(agrees(text), null));
