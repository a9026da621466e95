import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOfText } from '../../../src/core/column/value-hash';
import { ValueTable } from '../../../src/core/column/value-table';
import { seeded } from '../seeded';

function add(table: ValueTable, value: string): void {
  const { low, high } = hashOfText(value);
  if (table.add(low, high)) table.tell(low, high, value);
}

function tableOf(values: string[], limit = 4096): ValueTable {
  const table = new ValueTable(limit);
  for (const value of values) add(table, value);
  return table;
}

test('few values are counted exactly, the commonest first, also when two tables are merged', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  fc.assert(
    fc.property(words, words, (some, others) => {
      const merged = tableOf(some);
      merged.merge(tableOf(others));
      const all = [...some, ...others];
      const counts = [...new Set(all)].map((value) => ({
        value,
        count: all.filter((each) => each === value).length,
      }));
      counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      assert.deepEqual(merged.top(20), counts);
      assert.deepEqual(merged.distinct, { count: counts.length, error: 0 });
      assert.equal(merged.countError, 0);
    }),
  );
});

test('of many values the common ones are found, each count too low by no more than is told', () => {
  const chance = seeded(7);
  const values = Array.from({ length: 200_000 }, (_, at) =>
    at % 4 === 0 ? `common ${chance.below(5)}` : `rare ${chance.below(150_000)}`,
  );
  const table = tableOf(values);
  const real = new Map<string, number>();
  for (const value of values) real.set(value, (real.get(value) ?? 0) + 1);
  const top = table.top(5);
  assert.deepEqual(
    top.map(({ value }) => value).sort(),
    [0, 1, 2, 3, 4].map((number) => `common ${number}`),
  );
  for (const { value, count } of top) {
    const of = real.get(String(value)) ?? 0;
    assert.ok(count <= of && of <= count + table.countError, `${value}: ${count} of ${of}`);
  }
  assert.ok(table.countError > 0 && table.countError <= values.length / 512);
  const { count, error } = table.distinct;
  assert.ok(Math.abs(count / real.size - 1) < 4 * error, `${count} of ${real.size}`);
});

test('ids, each once, are estimated, and none is told as common', () => {
  const table = tableOf(Array.from({ length: 100_000 }, (_, at) => `id-${at}`));
  const { count, error } = table.distinct;
  assert.ok(error > 0 && Math.abs(count / 100_000 - 1) < 4 * error, String(count));
  assert.ok(table.top(20).every(({ count }) => count === 1));
});

test('a merged estimate counts a value of both tables once', () => {
  const ids = (from: number) => Array.from({ length: 20_000 }, (_, at) => `id-${from + at}`);
  const merged = tableOf(ids(0));
  merged.merge(tableOf(ids(10_000)));
  const { count, error } = merged.distinct;
  assert.ok(Math.abs(count / 30_000 - 1) < 4 * error, String(count));
});
