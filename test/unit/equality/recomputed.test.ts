import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recomputedIn } from '../../../src/core/equality/recomputed';

const told = (text: string) => recomputedIn(text, 'markdown').map(({ told, instead }) => [told, instead]);

describe('recomputing what a step says of numbers', () => {
  test('in prose, in formulas, and what was given to a calculator, in their order', () => {
    assert.deepEqual(told('Half is <<48/2=25>>25, so 3 + 4 = 7, and $\\frac{75}{12} = 8$.'), [
      ['48/2 = 25', '48/2 is 24'],
      ['3 + 4 = 7', ''],
      ['\\frac{75}{12} = 8', 'the left side is 25/4, the right side 8'],
    ]);
  });

  test('each place once, with its offsets in the text', () => {
    const text = 'Then $7 \\cdot 8 = 54$ and $3+4=7$.';
    const found = recomputedIn(text, 'markdown');
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['7 \\cdot 8 = 54', '3+4=7'],
    );
    assert.deepEqual(
      found.map(({ instead }) => instead === ''),
      [false, true],
    );
  });

  test('what has letters, or no equals sign, is left alone', () => {
    assert.deepEqual(told('Let $x = 2y + 1$ and $a < 4$.'), []);
    assert.deepEqual(told('There are 3 apples and 4 pears.'), []);
  });
});
