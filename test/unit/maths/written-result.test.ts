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

for (const text of ['1/0 = 3', 'digit_max 12 7 = 17', 'x + 1 = 2', '5 // 0 = 1', '1e99999 + 1 = 2', ' = '])
  test(`not recomputed: ${text}`, () => assert.equal(agrees(text), null));
