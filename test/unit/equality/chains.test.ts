import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equalityChains } from '../../../src/core/equality/chains';

const chains = (tex: string) => equalityChains(tex).map((chain) => chain.map(({ text }) => text));

test('a chain goes on from sign to sign, outside of brackets, and over the lines of an alignment', () => {
  assert.deepEqual(chains('1 + 2 = 3'), [['1 + 2', '3']]);
  assert.deepEqual(chains('a = b = c'), [['a', 'b', 'c']]);
  assert.deepEqual(chains('f(x = 1) + \\frac{a = b}{2}'), []);
  assert.deepEqual(chains('(x+1)^2 &= x^2+2x+1 \\\\ &= x(x+2) + 1.'), [
    ['(x+1)^2', 'x^2+2x+1', 'x(x+2) + 1'],
  ]);
  assert.deepEqual(chains('a &= 1 \\\\ b &= 2'), [
    ['a', '1'],
    ['b', '2'],
  ]);
});

test('another relation, a comma or words end it; a comma in a number does not, nor a command that begins like one', () => {
  assert.deepEqual(chains('a = b < c = d'), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  assert.deepEqual(chains('1+1 = 2, 2+2 = 4'), [
    ['1+1', '2'],
    ['2+2', '4'],
  ]);
  assert.deepEqual(chains('1000 + 1 = 1,001'), [['1000 + 1', '1,001']]);
  assert.deepEqual(chains('942 = 71,\\!592'), [['942', '71,\\!592']]);
  assert.deepEqual(chains('\\left(1\\right) = 1 \\text{ if } x = y'), [
    ['\\left(1\\right)', '1 \\text{ if } x', 'y'],
  ]);
  assert.deepEqual(chains('10^8 - 1 = 99 \\pmod{100}'), []);
});

test('a line that begins with a sign goes on with the member before', () => {
  assert.deepEqual(chains('A & = (1+3)\\\\\n& \\qquad - (0+2)\\\\\n& = (1-0)\\\\\n&\\quad+(3-2) = 2'), [
    ['A', '(1+3)\\\\\n& \\qquad - (0+2)', '(1-0)\\\\\n&\\quad+(3-2)', '2'],
  ]);
});

test('members are pieces of the formula, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '=',
          '\\\\',
          '&',
          '{',
          '}',
          '(',
          ')',
          'x',
          '1',
          ',',
          ' ',
          '\\frac',
          '\\pmod',
          '<',
        ),
      }),
      (tex) => {
        for (const chain of equalityChains(tex)) {
          assert.ok(chain.length > 1);
          for (const { start, end, text } of chain) assert.equal(tex.slice(start, end), text);
        }
      },
    ),
  );
});
