import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleanRows, cleanRowHash } from '../../../src/core/check/clean-rows';

test('clean rows are known in the next run, and forgotten when they are not met in it', () => {
  const [a = 0, b = 0, c = 0] = ['{"a":1}', '{"a":2}', '{"a":3}'].map((row) =>
    cleanRowHash(Buffer.from(row)),
  );
  const first = new CleanRows();
  for (const row of [c, a, b]) first.add(row);
  const lists = [first.sorted(), new Float64Array()];
  assert.deepEqual(
    [...lists[0]!],
    [a, b, c].toSorted((x, y) => x - y),
  );
  const second = new CleanRows(lists);
  assert.ok([a, b, c].every((row) => second.has(row)));
  assert.equal(second.has(cleanRowHash(Buffer.from('{"a":4}'))), false);
  second.add(a);
  const third = new CleanRows([second.sorted()]);
  assert.deepEqual([third.has(a), third.has(b)], [true, false]);
});
