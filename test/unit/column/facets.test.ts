import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { factsOf } from '../../../src/core/column/caption';
import { ColumnTally } from '../../../src/core/column/column-tally';
import { barFacets, rangeFacets } from '../../../src/core/column/facets';
import { compileQuery } from '../../../src/core/query/row-test';
import type { Json } from '../../../src/core/row/json';
import { query } from '../query/queries';
import { profile, queriedRow } from '../query/rows';

function statistics(values: Json[], rows = values.length) {
  const tally = new ColumnTally(1000);
  for (const value of values) tally.add(value);
  return tally.result('f', rows);
}

/** How many of these values a condition finds, as people run it. */
function found(values: Json[], line: string): number {
  const fits = compileQuery(query(line), profile, null);
  return values.filter((value) => fits(queriedRow(JSON.stringify({ f: value })))).length;
}

const wholeNumbers = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1 });
/** None on an edge: those are sums of powers of two, and of these numbers a third is left. */
const fractions = fc.array(
  fc.integer({ min: -4000, max: 4000 }).map((value) => value / 1000 + 1 / 3000),
  {
    minLength: 1,
  },
);
const texts = fc.array(
  fc.string({ unit: 'grapheme', minLength: 41, maxLength: 300 }).filter((text) => text.trim() === text),
  { minLength: 1 },
);
const lists = fc.array(fc.array(fc.constant({}), { minLength: 1, maxLength: 40 }), { minLength: 1 });

test('the condition of a range finds the rows that are counted in it', () => {
  for (const values of [wholeNumbers, fractions, texts, lists])
    fc.assert(
      fc.property<[Json[]]>(values, (of) => {
        for (const { count, query: line } of rangeFacets(statistics(of)))
          assert.equal(found(of, line), count, line);
      }),
      { numRuns: 40 },
    );
});

test('numbers that are not whole have ranges, although their bins are as wide as whole numbers', () => {
  const scores = [-3.5, -3.25, 3.5];
  assert.deepEqual(
    rangeFacets(statistics(scores)).map(({ label, query: line, count }) => [label, line, count])[0],
    ['-4 to -3', 'f:-4..-3', 2],
  );
});

test('bars of lengths say which lengths, and find them', () => {
  const read = ['x'.repeat(50), 'y'.repeat(51)];
  assert.deepEqual(
    barFacets(statistics(read)).map(({ label, query: line }) => [label, line]),
    [
      ['50 characters', 'length(f):50'],
      ['51 characters', 'length(f):51'],
    ],
  );
});

test('what was counted is told: kinds, different values, range, lengths, and what lacks the field', () => {
  assert.deepEqual(factsOf(statistics(['ab', 'abcd', 'ab'], 5)), [
    'text',
    '2 different',
    'length 2 to 4 characters',
    'missing in 2 rows',
  ]);
  assert.deepEqual(factsOf(statistics([1, 2.5, 'x', null])), [
    'number 2, text 1, null 1',
    '3 different',
    '1 to 2.5, mean 1.75',
    'length 1 character',
    'missing in no row',
  ]);
  assert.deepEqual(factsOf(statistics([[{}], [{}, {}]], 3)), ['list', '1 to 2 elements', 'missing in 1 row']);
});
