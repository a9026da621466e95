import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../../../src/core/contamination/duplicate-groups';
import type { DuplicateGroup, KeepRule } from '../../../src/core/contamination/duplicate-groups';
import { DuplicateSearch } from '../../../src/core/contamination/duplicates';
import type { Problem } from '../../../src/core/contamination/duplicates';
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
  texts.map((text, row) => ({ file: 0, row, text, split: null, ratings: {}, ...more[row] }));
const groupsOf = (problems: Problem[]) => {
  const search = new DuplicateSearch(problems);
  for (const _ of search.compare());
  return search.found();
};
/** The rows that go: each with its group, its class, and the row that it is like. */
const seen = (groups: DuplicateGroup[], rule: KeepRule = { rule: 'first' }) =>
  groups.flatMap((group, number) =>
    keep(group, rule).duplicates.map(({ row, class: how, like }) => [row, number, how, like.row]),
  );

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
  assert.deepEqual(seen(groupsOf(problemsOf(texts))), [
    [2, 0, 'exact', 0],
    [5, 0, 'numbers changed', 0],
    [4, 1, 'reworded', 1],
    [6, 2, 'inside', 3],
  ]);
});

test('problems that differ in a sign alone are no exact ones, and each finds those with its own', () => {
  const sums = ['What is 27 - 45?', 'What is 27 + 45?', 'What is $27-45$?', 'What is $27+45$?'];
  const exact = seen(groupsOf(problemsOf(sums))).filter(([, , how]) => how === 'exact');
  assert.deepEqual(exact, [
    [2, 0, 'exact', 0],
    [3, 0, 'exact', 1],
  ]);
});

test('four hundred twins of one template are one group, other problems and empty ones none', () => {
  const twins = Array.from({ length: 400 }, (_, n) => LAMP.replace('40', String(n + 7)));
  const problems = problemsOf([ORCHARD, ...twins, '', WELL, '']);
  const found = seen(groupsOf(problems));
  assert.equal(found.length, 399);
  assert.ok(found.every(([, group, how]) => group === 0 && how === 'numbers changed'));
});

test('the longest stays, or the best rated; of equals the first', () => {
  const texts = [LAMP, `${LAMP} Answer in words.`, LAMP];
  const ratings = [{ ratings: { clarity: 2 } }, {}, { ratings: { clarity: 3 } }];
  const [group] = groupsOf(problemsOf(texts, ratings));
  const kept = (rule: KeepRule) => group && keep(group, rule).kept.row;
  assert.deepEqual([kept({ rule: 'first' }), kept({ rule: 'longest' })], [0, 1]);
  assert.deepEqual([kept({ rule: 'best', by: 'clarity' }), kept({ rule: 'best', by: 'taste' })], [2, 0]);
});

test('a row goes for one that stays, or for one that is looked at as well', () => {
  const rows = [0, 1, 2, 3].map((row) => ({ file: 0, row, split: null, length: row, ratings: {} }));
  const joins = [
    { one: 0, other: 1, class: 'near' as const, score: 0.95 },
    { one: 1, other: 2, class: 'exact' as const, score: 1 },
    { one: 0, other: 3, class: 'reworded' as const, score: 0.91 },
  ];
  const went = (rule: KeepRule) =>
    seen([{ rows, joins }], rule).map(([row, , how, like]) => [row, how, like]);
  assert.deepEqual(went({ rule: 'first' }), [
    [1, 'near', 0],
    [2, 'exact', 1],
    [3, 'reworded', 0],
  ]);
  assert.deepEqual(went({ rule: 'longest' }), [
    [0, 'reworded', 3],
    [1, 'near', 0],
    [2, 'exact', 1],
  ]);
});

test('a row whose split nobody knows is no leak', () => {
  const ofTwo = groupsOf(
    problemsOf([LAMP, LAMP, WELL, WELL], [{ split: 'train' }, {}, { split: 'train' }, { split: 'test' }]),
  );
  assert.deepEqual(
    ofTwo.map((group) => keep(group, { rule: 'first' }).leak),
    [false, true],
  );
});

test('linked rows of different splits are a group with a leak, those of one split are none', () => {
  const splits = [{ split: 'train' }, { split: 'test' }, { split: 'train' }] as const;
  const search = new DuplicateSearch(problemsOf([LAMP, ORCHARD, WELL], [...splits]));
  for (const _ of search.compare());
  search.link([0, 2]);
  assert.deepEqual(search.found(), []);
  search.link([0, 1]);
  const found = search.found();
  assert.deepEqual(seen(found), [[1, 0, 'linked', 0]]);
  assert.ok(found.every((group) => keep(group, { rule: 'first' }).leak));
});

test('a bucket that many share still tells of its first', () => {
  const near = new NearProblems(40);
  const twins = Array.from({ length: 40 }, () => near.add(tokenise(LAMP)));
  assert.deepEqual(twins[0], []);
  assert.ok(twins[39]?.includes(0) && twins[39].includes(38));
  assert.ok(twins.every(({ length }) => length <= 12));
});
