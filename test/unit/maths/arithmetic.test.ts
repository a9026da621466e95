import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueOf } from '../../../src/core/maths/arithmetic';

const worth = (expression: string) => valueOf(expression)?.toFraction() ?? null;

const CASES: [string, string | null][] = [
  ['48/2', '24'],
  ['1,234.50 + .5', '1235'],
  ['2 + 3 * 4 - 10 / 4', '23/2'],
  ['-2^2', '-4'],
  ['2**3^2', '512'],
  ['2^-1', '1/2'],
  ['(1 + 2)(3 + 4)', '21'],
  ['10%*50', '5'],
  ['6 × 7 ÷ 2 − 1', '20'],
  ['7//2 - -7//2', '7'],
  ['0.1 + 0.2', '3/10'],
  ['123456789012345678901234567890 * 2', '246913578024691357802469135780'],
  ['', null],
  ['2*x', null],
  ['1/0', null],
  ['0^-1', null],
  ['1 2', null],
  ['(1', null],
  ['1,23', null],
  ['4^(1/2)', null],
  ['9^9^9^9', null],
  ['('.repeat(200) + '1' + ')'.repeat(200), null],
];

for (const [expression, expected] of CASES) {
  test(`the value of ${JSON.stringify(expression.slice(0, 40))}`, () =>
    assert.equal(worth(expression), expected));
}

interface Sum {
  text: string;
  worth: bigint;
}

/** Whole numbers joined by signs and parentheses, with what they are worth. */
const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(999).map((number) => ({ text: String(number), worth: BigInt(number) })),
    fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(joined),
  ),
}));

function joined([left, sign, right]: [Sum, string, Sum]): Sum {
  const results: Record<string, bigint> = {
    '+': left.worth + right.worth,
    '-': left.worth - right.worth,
    '*': left.worth * right.worth,
  };
  return { text: `(${left.text}) ${sign} (${right.text})`, worth: results[sign] ?? 0n };
}

test('sums and products are what whole numbers of any size say of them', () => {
  fc.assert(fc.property(sum, ({ text, worth: expected }) => assert.equal(worth(text), String(expected))));
});

test('no text throws', () => {
  const sign = fc.constantFrom(...Array.from('0123456789.,+-*/^()% =x'));
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      worth(text);
    }),
  );
});
