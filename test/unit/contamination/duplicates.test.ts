import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuplicateSearch, findDuplicates } from '../../../src/core/contamination/duplicates';
import type { KeepRule, Problem } from '../../../src/core/contamination/duplicates';
import { NearProblems } from '../../../src/core/contamination/near-problems';
import { tokenise } from '../../../src/core/contamination/tokenise';

const ORCHARD =
  'Marisol picks 24 baskets of cherries in the orchard every morning, sells a third of them to a bakery for 5 dollars a basket, and dries the others. How many baskets of cherries does she dry in 7 days?';
const REWORDED =
  'In the orchard 24 baskets of cherries are picked by Marisol each morning. The bakery buys a third of the baskets, paying 5 dollars for one; the rest she dries. What number of baskets of cherries are dried in 7 days?';
const LAMP =
  'A lighthouse lamp turns once in 40 seconds. How many full turns does the lamp make during a storm that lasts 3 hours?';
const WELL = 'Nine men dig a well of 20 metres in 4 days. How deep do they come in 6 days?';

const problemsOf = (texts: string[], more: Partial<Problem>[] = []): Problem[] =>
  texts.map((text, row) => ({ file: 0, row, text, split: null, ...more[row] }));
const seen = (problems: Problem[], keep: KeepRule = 'first') =>
  findDuplicates(problems, keep).map(({ problem, group, class: how, like }) => [
    ...[problem.row, group, how, like?.row ?? null],
  ]);

test('a problem is found again word for word, in other words, with other numbers and in a prompt', () => {
  const texts = [
    LAMP,
    ORCHARD,
    LAMP.toUpperCase(),
    WELL,
    REWORDED,
    LAMP.replace('40', '36').replace('3', '8'),
    `Think step by step, and then write nothing but the number. ${WELL}`,
  ];
  assert.deepEqual(seen(problemsOf(texts)), [
    [0, 0, null, null],
    [2, 0, 'exact', 0],
    [5, 0, 'numbers changed', 0],
    [1, 1, null, null],
    [4, 1, 'reworded', 1],
    [3, 2, null, null],
    [6, 2, 'inside', 3],
  ]);
});

test('four hundred twins of one template are one group, other problems and empty ones none', () => {
  const twins = Array.from({ length: 400 }, (_, n) => LAMP.replace('40', String(n + 7)));
  const problems = problemsOf([ORCHARD, ...twins, '', WELL, '']);
  const found = findDuplicates(problems, 'first');
  assert.equal(found.length, 400);
  assert.deepEqual([...new Set(found.map(({ group }) => group))], [0]);
  assert.ok(found.slice(1).every(({ class: how }) => how === 'numbers changed'));
});

test('the longest stays, or the best rated; of equals the first', () => {
  const texts = [LAMP, `${LAMP} Answer in words.`, LAMP];
  const ratings = [{ rating: 2 }, { rating: null }, { rating: 3 }];
  const kept = (keep: KeepRule, more: Partial<Problem>[]) =>
    findDuplicates(problemsOf(texts, more), keep)[0]?.kept.row;
  assert.deepEqual([kept('first', []), kept('longest', []), kept('best', ratings)], [0, 1, 2]);
  assert.equal(kept('best', []), 0);
});

test('linked rows of different splits are a group with a leak, those of one split are none', () => {
  const splits = [{ split: 'train' }, { split: 'test' }, { split: 'train' }] as const;
  const search = new DuplicateSearch(problemsOf([LAMP, ORCHARD, WELL], [...splits]));
  for (const _ of search.compare());
  search.link([0, 2]);
  assert.deepEqual(search.found('first'), []);
  search.link([0, 1]);
  const found = search.found('first');
  assert.deepEqual(
    found.map(({ problem, class: how, leak }) => [problem.row, how, leak]),
    [
      [0, null, true],
      [1, 'linked', true],
    ],
  );
});

test('a bucket that many share still tells of its first', () => {
  const near = new NearProblems(40);
  const twins = Array.from({ length: 40 }, () => near.add(tokenise(LAMP)));
  assert.deepEqual(twins[0], []);
  assert.ok(twins[39]?.includes(0) && twins[39].includes(38));
  assert.ok(twins.every(({ length }) => length <= 12));
});
