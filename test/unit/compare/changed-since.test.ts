import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changedSince } from '../../../src/core/compare/changed-since';

const changed = (before: string, text: string) =>
  changedSince(before, text, 'markdown').map(({ start, end }) => text.slice(start, end));

describe('what changed since the line before', () => {
  test('the terms of a formula that its line before has not', () => {
    assert.deepEqual(changed('So $x^2 + 3x = 10$.', 'Then $x^2 + 3x = 12$, as said.'), ['12']);
  });

  test('of several formulas the one most like it is compared', () => {
    assert.deepEqual(changed('As $a$ and $2x + 1 = 9$,', 'we have $2x + 1 = 7$.'), ['7']);
  });

  test('what changed is a whole group, so that it can be drawn', () => {
    const [term = ''] = changed('$\\frac{x+1}{4} = 5y$', '$\\frac{x+2}{4} = 5y$');
    assert.equal(term, '2');
  });

  test('the same formula, another one, or none: nothing', () => {
    assert.deepEqual(changed('$x = 1$', '$x = 1$ again'), []);
    assert.deepEqual(changed('$x = 1$', '$\\sum_{k} k^2 \\le \\pi$'), []);
    assert.deepEqual(changed('no formula', '$x = 1$'), []);
  });
});
