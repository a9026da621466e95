import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GrowingHistogram } from '../../../src/core/column/histogram';
import { SpreadTally } from '../../../src/core/column/spread';

const finite = fc.oneof(
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
  fc.integer({ min: -50, max: 5000 }),
  fc.constantFrom(0, -0, 1e300, -1e300, 5e-324, 2 ** 53, 2 ** 53 + 2),
);

function counted(values: number[]): GrowingHistogram {
  const histogram = new GrowingHistogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

test('every number is in one of at most 12 bins, from the bin of the least to that of the greatest', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1 }), (values) => {
      const { from, width, counts } = counted(values).drawn(false);
      assert.ok(counts.length >= 1 && counts.length <= 12);
      assert.equal(
        counts.reduce((sum, count) => sum + count),
        values.length,
      );
      assert.ok((counts[0] ?? 0) > 0 && (counts.at(-1) ?? 0) > 0);
      if (width === 0) assert.ok(values.every((value) => value === from));
      else for (const [bin, count] of counts.entries()) assert.equal(count, inBin(values, from, width, bin));
    }),
  );
});

test('the order of the numbers and how they are parted does not matter', () => {
  fc.assert(
    fc.property(fc.array(finite), fc.array(finite), (some, others) => {
      const merged = counted(some);
      merged.merge(counted(others));
      assert.deepEqual(merged.drawn(false), counted([...others, ...some]).drawn(false));
    }),
  );
});

test('levels have a bin each; lengths have bins of a power of two', () => {
  assert.deepEqual(counted([3, 1, 5, 3, 2, 4]).drawn(true), {
    from: 1,
    width: 1,
    whole: true,
    counts: [1, 1, 2, 1, 1],
  });
  assert.deepEqual(counted([48, 70, 512]).drawn(true), {
    from: 0,
    width: 64,
    whole: true,
    counts: [1, 1, 0, 0, 0, 0, 0, 0, 1],
  });
  assert.deepEqual(counted([7, 7]).drawn(true), { from: 7, width: 0, whole: true, counts: [2] });
});

test('a spread tells least, greatest and mean, and leaves out what no double holds', () => {
  const spread = new SpreadTally();
  assert.equal(spread.result(), null);
  for (const value of [2, Infinity, 3, -1e305, 7]) spread.add(value);
  const { count, min, max, mean } = spread.result() ?? {};
  assert.deepEqual({ count, min, max, mean }, { count: 3, min: 2, max: 7, mean: 4 });
});

function inBin(values: number[], from: number, width: number, bin: number): number {
  return values.filter((value) => value >= from + bin * width && value < from + (bin + 1) * width).length;
}
