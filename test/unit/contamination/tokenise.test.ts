import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND } from '../../../src/core/contamination/tokens';
import { tokenise } from '../../../src/core/contamination/tokenise';

const exact = (text: string) => {
  const { exact: hashes, length } = tokenise(text);
  return [...hashes.subarray(0, length)];
};

test('the same maths in other spellings gives the same tokens', () => {
  const alike = [
    ['\\frac{1}{2}', '\\dfrac12', '\\tfrac 1 2', '1/2', '½'],
    ['3,000.50', '3000.5', '3{,}000.50', '03000.500'],
    ['$x \\le 5$', '\\( x \\leq 5 \\)', 'x ≤ 5'],
    ['\\left( a+b \\right)^2', '(a + b)²', '(a+b)^{2}'],
    ['60^\\circ', '60°', '60 degrees'],
    ['five eggs', '5 eggs', '5 Egg'],
    ['\\text{walks} \\pi', 'walked π', 'walking pi'],
    ['\\begin{matrix} 1 & 2 \\end{matrix}', '1 2'],
    ['20%', '20\\%', '20 percent'],
  ];
  for (const [first = '', ...others] of alike)
    for (const other of others) assert.deepEqual(exact(other), exact(first), `${other} as ${first}`);
});

test('other numbers, other words and other letters differ', () => {
  for (const [one, other] of [
    ['1000', '100'],
    ['2.5', '25'],
    ['apples', 'pears'],
    ['x', 'y'],
  ])
    assert.notDeepEqual(exact(one ?? ''), exact(other ?? ''));
});

test('each token has the place of its word in the text', () => {
  const text = 'Janet’s 16 ducks lay \\frac12 of π² eggs, and 食べる';
  const { starts, ends, kinds, length } = tokenise(text);
  const pieces = Array.from({ length }, (_, at) => text.slice(starts[at], ends[at]));
  assert.deepEqual(pieces, [
    ...['Janet', '16', 'ducks', 'lay', '1', '2', 'of', 'π', '²', 'eggs', 'and'],
    ...['食', 'べ', 'る'],
  ]);
  assert.equal(kinds[1], KIND.number);
  assert.equal(kinds[6], KIND.stop);
});

test('texts without words, with half a surrogate pair, and endless ones are read', () => {
  assert.deepEqual(exact(''), []);
  assert.deepEqual(exact('$$ {} \\ \ud800 !'), []);
  assert.equal(tokenise('7'.repeat(1_000_000)).length, 1);
  assert.equal(tokenise('\\frac'.repeat(100_000)).length, 0);
  assert.equal(tokenise('1,'.repeat(100_000)).length, 100_000);
});
