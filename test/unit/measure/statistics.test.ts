import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf } from '../../../src/core/measure/agreement';
import { binAt, binLabel, binsOf } from '../../../src/core/measure/bins';
import { fourMetrics, outcomeOf } from '../../../src/core/measure/four-outcomes';
import { drawsUpTo, passAtK } from '../../../src/core/measure/pass-at-k';
import { parseQuery } from '../../../src/core/query/parse-query';
import { rowsBehind, rowsQuery } from '../../../src/core/measure/row-set';
import { kolmogorovSmirnov, quantile } from '../../../src/core/measure/two-samples';
import { wilsonInterval } from '../../../src/core/measure/wilson';

const near = (actual: number, expected: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not ${expected}`);

/** Every choice of k among n, counted: those with a right one (the first c are right). */
function countedPass(n: number, c: number, k: number): number {
  let [draws, passed] = [0, 0];
  for (let set = 0; set < 1 << n; set++) {
    const drawn = Array.from({ length: n }, (_, at) => at).filter((at) => (set >> at) % 2 === 1);
    if (drawn.length !== k) continue;
    draws++;
    if (drawn.some((at) => at < c)) passed++;
  }
  return passed / draws;
}

test('pass@k is the share of the draws that have a right solution, for every n, c and k up to 9', () => {
  for (let n = 1; n <= 9; n++)
    for (let c = 0; c <= n; c++)
      for (let k = 1; k <= n; k++) near(passAtK(n, c, k), countedPass(n, c, k), 1e-12);
});

test('pass@k stays exact for many solutions, and is unknown for fewer than k', () => {
  near(passAtK(1024, 1, 64), 64 / 1024, 1e-12);
  near(passAtK(100_000, 3, 1), 3e-5, 1e-15);
  assert.ok(Number.isNaN(passAtK(4, 1, 5)));
  assert.deepEqual(drawsUpTo(10), [1, 2, 4, 8, 10]);
  assert.deepEqual(drawsUpTo(1), [1]);
});

test('Wilson’s interval has the published values', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion (1998), table I: method 3
  for (const [right, total, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = wilsonInterval(right, total);
    near(interval.low, low, 5e-5);
    near(interval.high, high, 5e-5);
  }
  assert.deepEqual(wilsonInterval(0, 0), { low: 0, high: 1 });
});

test('the four outcomes of sub-problems follow the table of the paper', () => {
  const table = [
    [[true, true], true, 'CM', 'CM'],
    [[true, false], true, 'RM', 'CM'],
    [[false, false], true, 'RM', 'RM'],
    [[true, true], false, 'IG', 'IG'],
    [[true, false], false, 'IK', 'IK'],
  ] as const;
  for (const [steps, whole, strict, loose] of table) {
    assert.equal(outcomeOf({ steps: [...steps], whole }, 'strict'), strict);
    assert.equal(outcomeOf({ steps: [...steps], whole }, 'loose'), loose);
  }
  const { RM, score } = fourMetrics({ IK: 4, IG: 2, CM: 3, RM: 1 });
  assert.deepEqual(
    [RM, score],
    [
      { part: 1, of: 4 },
      { part: 4, of: 10 },
    ],
  );
});

test('agreement: a majority, none, and the entropy in bits', () => {
  assert.deepEqual(agreementOf(['1', '1', '1']), { majority: '1', share: 1, entropy: 0 });
  assert.deepEqual(agreementOf(['1', '2']), { majority: null, share: 0.5, entropy: 1 });
  assert.deepEqual(agreementOf(['1', '1', '2', '3']), { majority: '1', share: 0.5, entropy: 1.5 });
});

test('Kolmogorov-Smirnov: the distance of two samples, and a p that falls with it', () => {
  assert.equal(kolmogorovSmirnov([1, 2, 3], [1, 2, 3]).distance, 0);
  assert.equal(kolmogorovSmirnov([1, 2], [3, 4]).distance, 1);
  near(kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]).distance, 0.5);
  const many = Array.from({ length: 200 }, (_, at) => at);
  const moved = many.map((value) => value + 100);
  assert.ok(kolmogorovSmirnov(many, moved).p < 1e-9);
  near(kolmogorovSmirnov(many, many).p, 1);
  assert.ok(Number.isNaN(kolmogorovSmirnov([], many).distance));
});

test('Kolmogorov-Smirnov’s p is that of the limiting distribution: 0.05 at 1.358', () => {
  // n = 100_000 each, so that the correction is small; the distance is set by shifting
  const n = 100_000;
  const one = Array.from({ length: n }, (_, at) => at);
  const shift = Math.round((1.3581 / Math.sqrt(n / 2)) * n);
  const { p } = kolmogorovSmirnov(
    one,
    one.map((value) => value + shift),
  );
  near(p, 0.05, 0.002);
});

test('quantiles are interpolated between neighbours', () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([1, 2, 3, 4], 0.25), 1.75);
  assert.equal(quantile([5], 0.95), 5);
});

test('the rows behind a number are a query, with ranges for neighbours', () => {
  assert.deepEqual(rowsQuery(rowsBehind([0, 1, 2, 5, 9, 8])), {
    query: 'row:1..3 or row:6 or row:9..10',
    rows: 6,
  });
  assert.deepEqual(rowsQuery(rowsBehind([])), { query: '', rows: 0 });
  const scattered = Array.from({ length: 1000 }, (_, at) => 10_000 + 37 * at);
  const { query, rows } = rowsQuery(rowsBehind(scattered));
  const parsed = parseQuery(query);
  assert.deepEqual(parsed.faults, []);
  assert.equal(query.split(' or ').length, rows, 'what is named is whole');
  assert.ok(rows > 700 && rows < 1000);
  const many = rowsBehind(Array.from({ length: 5000 }, (_, at) => 2 * at));
  assert.deepEqual([many.first.length, many.total], [1000, 5000]);
});

test('bins are told apart, however large or small their numbers are', () => {
  const named = (values: number[], most: number) => {
    const bins = binsOf(values, most);
    return Array.from({ length: bins.count }, (_, bin) => binLabel(bins, bin));
  };
  assert.deepEqual(named([-0.02, -0.018], 2), ['-0.02 to -0.019', '-0.019 to -0.018']);
  assert.deepEqual(named([0, 12.5, 50], 4), ['0 to 12.5', '12.5 to 25', '25 to 37.5', '37.5 to 50']);
  assert.deepEqual(named([100_000, 100_009], 3), [
    '100000 to 100003',
    '100004 to 100007',
    '100008 to 100011',
  ]);
  assert.deepEqual(named([3, 5], 16), ['3', '4', '5']);
  assert.deepEqual([named([0.5, 0.5], 16), named([], 16)], [['0.5'], []]);
});

test('every number is in one bin, whole ones uncut', () => {
  const bins = binsOf([3, 7, 12], 4);
  assert.deepEqual(
    [3, 5, 6, 11, 12].map((value) => binAt(bins, value)),
    [0, 0, 1, 2, 3],
  );
  const edges = binsOf([0, 0.5, 1], 2);
  assert.deepEqual(
    [0, 0.49, 0.5, 1].map((value) => binAt(edges, value)),
    [0, 0, 1, 1],
  );
});
