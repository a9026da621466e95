import assert from 'node:assert/strict';
import { test } from 'node:test';
import { haveOtherOperators } from '../../../src/core/contamination/operators';
import { tokenise } from '../../../src/core/contamination/tokenise';

const cut = (text: string) => ({ text, tokens: tokenise(text) });

const OTHER: [string, string][] = [
  ['Solve $x^2 - 5x + 6 = 0$.', 'Solve $x^2 + 5x - 6 = 0$.'],
  ['What is 27 - 45?', 'What is 27 + 45?'],
  ['What is 12 × 4?', 'What is $12 \\div 4$?'],
  ['What is $2 \\cdot 3$?', 'What is 2/3?'],
  ['Is $a < b$?', 'Is $a > b$?'],
  ['Find $-x$ for x = 2.', 'Find $x$ for x = 2.'],
  ['What is $2^3$?', 'What is $2 \\times 3$?'],
  ['Solve $x = 3 \\pm y$.', 'Solve $x = 3 + y$.'],
];
const SAME: [string, string][] = [
  ['Solve $x^2-5x+6=0$.', 'Solve \\(x^{2} − 5 \\cdot x + 6 = 0\\).'],
  ['What is $\\frac{1}{2} - 3$?', 'What is 1/2 – 3?'],
  ['What is $2^3 * 4$?', 'What is 2**3 · 4?'],
  ['There are twenty-five well-known cases.', 'There are twenty five well known cases.'],
  ['Add:\n- 5 apples\n- 6 pears', 'Add:\n* 5 apples\n* 6 pears'],
  ['Read pages 10--15.', 'Read pages 10-15.'],
  ['**Find** $x$.', 'Find $x$.'],
];

test('texts with the same tokens have other operators, or the same ones written otherwise', () => {
  for (const [pairs, expected] of [[OTHER, true] as const, [SAME, false] as const])
    for (const [one, other] of pairs) {
      const [first, second] = [cut(one), cut(other)];
      assert.deepEqual([...first.tokens.exact], [...second.tokens.exact], one);
      assert.equal(haveOtherOperators(first, second), expected, `${one} ${other}`);
      assert.equal(haveOtherOperators(second, first), expected, `${other} ${one}`);
    }
});
