import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captionOf, sparkOf } from '../../../src/core/column/caption';
import { ColumnTally } from '../../../src/core/column/column-tally';
import { rangeFacets, valueFacets } from '../../../src/core/column/facets';
import type { Json } from '../../../src/core/row/json';

function statistics(values: Json[], rows = values.length) {
  const tally = new ColumnTally(1000);
  for (const value of values) tally.add(value);
  return tally.result('level', rows);
}

const caption = (...values: Json[]) => captionOf(statistics(values));

test('a column says in a few words what it holds', () => {
  assert.equal(caption('x'.repeat(48), 'y'.repeat(512)), 'length 48 to 512 characters');
  const long = 'What is asked in this problem comes twice.';
  assert.equal(caption(long, long, long, long), 'length 42 characters');
  assert.equal(caption(1, 5, 3, 3), '1 to 5');
  assert.equal(caption(2, 3, 2), '2 or 3');
  assert.equal(caption(4, 4), 'always 4');
  assert.equal(
    caption(['rule of sum', 'combination'], ['rule of sum', 'combination', 'rule of sum'], []),
    '2, rule of sum 3',
  );
  assert.equal(caption(['First, we add.', 'Then we stop.'], ['We add.']), '1 to 2 elements');
  assert.equal(caption('Algebra', 'Geometry', 'Algebra', 'Algebra'), '2, Algebra 3');
  assert.equal(caption('id-1', 'id-2', 'id-3'), 'all different');
  assert.equal(caption(true, false, true), 'yes 2, no 1');
  assert.equal(caption(null, null), 'always null');
  assert.equal(caption([{}], [{}, {}]), '1 to 2 elements');
  assert.equal(caption(), '');
});

test('an estimate is written with the digits that count', () => {
  const values = Array.from({ length: 12_000 }, (_, at) => (at % 4 === 0 ? `id ${at}` : 'none'));
  assert.match(captionOf(statistics(values)), /^about (2,9|3,[01])00, none [89],\d{3}$/);
});

test('a sparkline is the numbers, the lengths of long texts, or how often each value comes', () => {
  assert.deepEqual(sparkOf(statistics([1, 2, 2, 3])), [1, 2, 1]);
  assert.deepEqual(sparkOf(statistics(['a', 'b', 'a', 'a'])), [3, 1]);
  assert.deepEqual(sparkOf(statistics(['x'.repeat(50), 'y'.repeat(51)])), [1, 1]);
  assert.deepEqual(sparkOf(statistics([])), []);
});

test('facets are conditions of the query line', () => {
  assert.deepEqual(
    valueFacets(statistics(['Algebra', 'Number Theory', 'Algebra', 3, true, '7', ''])).map(
      ({ query, count }) => [query, count],
    ),
    [
      ['level:=Algebra', 2],
      ['level:3', 1],
      ['level:="7"', 1],
      ['level:="Number Theory"', 1],
      ['level:=true', 1],
    ],
  );
  assert.deepEqual(
    rangeFacets(statistics([1, 1, 3])).map(({ query, count }) => [query, count]),
    [
      ['level:1', 2],
      ['level:2', 0],
      ['level:3', 1],
    ],
  );
  assert.deepEqual(
    rangeFacets(statistics([1, 30]))
      .map(({ query }) => query)
      .slice(0, 2),
    ['level:0..3', 'level:4..7'],
  );
  assert.deepEqual(
    rangeFacets(statistics([0.5, 0.75])).map(({ query }) => query),
    expectedFractions(),
  );
});

/** Sixteenths are narrow enough for twelve bins from a half to three quarters. */
function expectedFractions(): string[] {
  const width = 0.25 / 8;
  return Array.from({ length: 9 }, (_, at) => `level:${0.5 + at * width}..${0.5 + (at + 1) * width}`);
}
