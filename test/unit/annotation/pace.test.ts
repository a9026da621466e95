import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fold } from '../../../src/core/annotation/fold';
import { paceOf } from '../../../src/core/annotation/pace';
import { label, numbers, undo } from './events';

/** Events at these minutes, a row each unless rows are named; newest first as `paceOf` takes them. */
const at = (minutes: number[], rows = minutes.map(String)) =>
  minutes
    .map((minute, n) => ({
      row: { key: rows[n] ?? '', hash: '', number: 0 },
      time: new Date(minute * 60_000).toISOString(),
    }))
    .toReversed();

test('the pace is of rows an hour, however many decisions each took', () => {
  assert.equal(paceOf(at([0, 1, 2, 3])), 60);
  assert.equal(paceOf(at([0, 1, 2, 3], ['a', 'a', 'b', 'b'])), 20);
});

test('a pause is not worked, and what lies further back than twenty rows does not count', () => {
  assert.equal(paceOf(at([0, 1, 100, 101])), 90); // three rows in two minutes of work
  const slow = Array.from({ length: 10 }, (_, row) => row * 4);
  const fast = Array.from({ length: 20 }, (_, row) => 40 + row / 2);
  assert.equal(paceOf(at([...slow, ...fast])), 120);
});

test('one row tells no pace', () => {
  assert.equal(paceOf([]), null);
  assert.equal(paceOf(at([0, 1], ['a', 'a'])), null);
});

test('the latest decisions that stand are listed newest first, one for each key', () => {
  const fold = new Fold();
  fold.add([
    label({ n: 1, step: 0 }),
    label({ n: 2, step: 1, group: 50 }),
    label({ n: 3, step: 2, group: 50 }),
    label({ n: 4, step: 3 }),
    label({ n: 5, step: 4, by: 'bob' }),
    undo({ n: 6, of: 4 }),
  ]);
  assert.deepEqual(numbers(fold.latest('ada', 10)), [3, 1]);
  assert.deepEqual(numbers(fold.latest('ada', 1)), [3]);
  assert.deepEqual(numbers([...fold.newestFirst('ada')]), [6, 4, 3, 2, 1]);
});
