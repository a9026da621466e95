import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeEquation } from '../../../src/core/maths/equation';

const CASES: [equation: string, answer: string, agrees: boolean | null, value: string | null][] = [
  ['x=56*9', '504', true, '504'],
  ['x=56*9', '540', false, '504'],
  ['X = ((22.0+2.0)/4.0)', '6', true, '6'],
  ['5 + 4 = x', '9', true, '9'],
  ['( 8.0 - 3.0 )', '5.0', true, '5'],
  ['x=1.0/((1.0/12.0)+(1.0/10.0))', '5.45', true, '60/11'],
  ['x=1.0/((1.0/12.0)+(1.0/10.0))', '5', false, '60/11'],
  ['x=0.1+0.2', '0.3', true, '3/10'],
  ['7=3+x', '4', true, null],
  ['7=3+x', '5', false, null],
  ['(200.0/x)-(200.0/(10.0+x))=1.0', '40', true, null],
  ['(6.0+x)*(x-6.0)=189.0', '-15', true, null],
  ['3x = 1', '0.33', true, null],
  ['3x = 1', '0.35', false, null],
  ['1/x = 2', '0', null, null],
  ['hours=4.0*0.5/3.0', '0.6667', true, '2/3'],
  ['sqrt(4) = 2', '2', null, null],
  ['x + y = 3', '2', null, null],
  ['x = 1 = 2', '1', null, null],
  ['2 = 2', '2', null, null],
  ['x = sqrt(4)', '2', null, null],
  ['x = 2', 'two', null, null],
  ['x', '2', null, null],
  ['', '2', null, null],
];

for (const [equation, answer, agrees, value] of CASES) {
  test(`${JSON.stringify(equation)} and the answer ${answer}`, () => {
    const verdict = judgeEquation(equation, answer);
    assert.deepEqual([verdict?.agrees ?? null, verdict?.value?.toFraction() ?? null], [agrees, value]);
  });
}

test('a line agrees with its root, and with no other whole number', () => {
  const factor = fc.integer({ min: 1, max: 10 ** 9 });
  const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const off = fc.bigInt({ min: 1n, max: 10n ** 6n });
  fc.assert(
    fc.property(factor, whole, whole, off, (a, root, b, away) => {
      const equation = `${a}*x + (${b}) = ${BigInt(a) * root + b}`;
      assert.deepEqual(judgeEquation(equation, String(root)), { agrees: true, value: null });
      assert.deepEqual(judgeEquation(equation, String(root + away)), { agrees: false, value: null });
    }),
  );
});
