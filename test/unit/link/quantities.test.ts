import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantitiesIn } from '../../../src/core/link/quantities';

const CASES: [string, number[]][] = [
  ['Tom has 3 pens, 1,200 books and $ 1.54.', [3, 1200, 1.54]],
  ['He paid .5 of 12,5 and 12.', [0.5, 12, 5, 12]],
  ['$x_1 = 2x + \\frac{3}{4}$', [2, 3, 4]],
  ['Two dogs, twenty-five cats; half of a dozen. One must go.', [2, 25, 0.5, 12]],
  ['Anyone of the often-seen tenants', []],
  ['In 2024 she ran 3 times 60 metres.', [2024, 3, 60]],
  ['v1.2 and abc123', []],
  ['', []],
];

for (const [text, values] of CASES) {
  test(`the numbers of “${text}”`, () => {
    const found = quantitiesIn(text);
    assert.deepEqual(
      found.map(({ value }) => value),
      values,
    );
    for (const { start, end } of found) assert.match(text.slice(start, end), /^[\w.,-]+$/);
  });
}

test('a long text of digits and commas is read in the time that it takes to read it', () => {
  const text = '1,'.repeat(50_000) + 'x';
  assert.equal(quantitiesIn(text).length, 50_000);
});
