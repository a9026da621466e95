import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrapInterval } from '../../../src/core/agreement/bootstrap';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { dawidSkene } from '../../../src/core/agreement/dawid-skene';
import { firstErrorDistance } from '../../../src/core/agreement/first-error-distance';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import type { RatingTable, Statistic } from '../../../src/core/agreement/rating-table';
import { seeded } from '../seeded';
import reference from './reference-tables.json';

const FIGURES = {
  nominal: (table: RatingTable) => krippendorffAlpha(table, 'nominal'),
  ordinal: (table: RatingTable) => krippendorffAlpha(table, 'ordinal'),
  interval: (table: RatingTable) => krippendorffAlpha(table, 'interval'),
  'cohen none': (table: RatingTable) => cohenKappa(table, 0, 1),
  'cohen linear': (table: RatingTable) => cohenKappa(table, 0, 1, 'linear'),
  'cohen quadratic': (table: RatingTable) => cohenKappa(table, 0, 1, 'quadratic'),
  fleiss: fleissKappa,
} satisfies Record<string, (table: RatingTable) => Statistic>;

test('agreement on random tables is what the reference implementations compute', () => {
  let compared = 0;
  for (const [at, { expected, ...shape }] of reference.agreement.entries()) {
    const table = tableOf(shape);
    for (const [name, figure] of Object.entries(FIGURES)) {
      const wanted = (expected as Record<string, number>)[name];
      if (wanted === undefined) continue;
      assertNear(figure(table), wanted, 1e-9, `table ${at}, ${name}`);
      compared++;
    }
  }
  assert.equal(compared, 78);
});

test("Krippendorff's own example: 0.743 nominal, 0.815 ordinal, 0.849 interval", () => {
  const said = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
  const ratings = Array.from({ length: 12 }, (_, item) =>
    said.map((line) => (line[item] === '.' ? null : Number(line[item]) - 1)),
  );
  const table = named(ratings, 5);
  assertNear(krippendorffAlpha(table, 'nominal'), 0.743, 5e-4);
  assertNear(krippendorffAlpha(table, 'ordinal'), 0.815, 5e-4);
  assertNear(krippendorffAlpha({ ...table, values: [1, 2, 3, 4, 5] }, 'interval'), 0.849, 5e-4);
});

test("Fleiss' kappa of fourteen raters and ten subjects is 0.210", () => {
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const ratings = counts.map((row) =>
    row.flatMap((many, category) => Array.from({ length: many }, () => category)),
  );
  assertNear(fleissKappa(named(ratings, 5)), 0.21, 5e-4);
});

test("Cohen's kappa of 20, 5, 10 and 15 is 0.4, and 70 % of the pairs agree", () => {
  const table = named(repeat([20, [0, 0]], [5, [0, 1]], [10, [1, 0]], [15, [1, 1]]), 2);
  assertNear(cohenKappa(table, 0, 1), 0.4, 1e-12);
  assertNear(percentAgreement(table), 0.7, 1e-12);
});

test('a figure that is not defined says why', () => {
  const alone = named([[0], [1]], 2);
  const one = named(
    [
      [0, 0],
      [0, 0],
    ],
    2,
  );
  const uneven = named(
    [
      [0, 0, 0],
      [1, 1, null],
    ],
    2,
  );
  assert.match(whyNot(krippendorffAlpha(alone, 'nominal')), /no item has two ratings/);
  assert.match(whyNot(krippendorffAlpha(one, 'nominal')), /one and the same category/);
  assert.match(whyNot(cohenKappa(one, 0, 1)), /one and the same category/);
  assert.match(whyNot(cohenKappa(alone, 0, 1)), /no item was rated by both/);
  assert.match(whyNot(fleissKappa(uneven)), /same number of ratings/);
  assert.match(whyNot(fleissKappa(one)), /one and the same category/);
  assert.match(whyNot(percentAgreement(alone)), /no item has two ratings/);
});

test('agreement does not depend on the order of items or annotators, nor on the names of nominal categories', () => {
  const chance = seeded(11);
  for (let round = 0; round < 60; round++) {
    const table = randomTable(chance, 4);
    const renamed = chance.shuffled([0, 1, 2, 3]);
    const order = chance.shuffled(table.annotators.map((_, at) => at));
    const changed = table.ratings.map((item) =>
      order.map((at) => {
        const rating = item[at] ?? null;
        return rating === null ? null : (renamed[rating] ?? null);
      }),
    );
    const other = { ...table, ratings: chance.shuffled(changed) };
    for (const figure of [percentAgreement, fleissKappa, FIGURES.nominal])
      assertNear(figure(other), figure(table).value, 1e-9);
  }
});

test('full agreement is 1 by every figure', () => {
  const table = named(
    [
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ],
    3,
  );
  for (const [name, figure] of Object.entries(FIGURES)) assertNear(figure(table), 1, 1e-12, name);
});

test('one item has no interval: drawn anew it is always the same', () => {
  const kappa = (table: RatingTable) => cohenKappa(table, 0, 1);
  assert.equal(bootstrapInterval(named([[0, 1]], 2), kappa), null);
});

test('an interval holds its figure, is the same each time, and narrows with more items', () => {
  const few = named(repeat([20, [0, 0]], [5, [0, 1]], [10, [1, 0]], [15, [1, 1]]), 2);
  const many = named(repeat([200, [0, 0]], [50, [0, 1]], [100, [1, 0]], [150, [1, 1]]), 2);
  const kappa = (table: RatingTable) => cohenKappa(table, 0, 1);
  const wide = bootstrapInterval(few, kappa);
  const narrow = bootstrapInterval(many, kappa);
  assert.ok(wide && narrow);
  assert.deepEqual(bootstrapInterval(few, kappa), wide);
  for (const { low, high } of [wide, narrow]) assert.ok(low < 0.4 && high > 0.4);
  // The asymptotic standard error of this table is 0.127 (Fleiss, Cohen and Everitt 1969).
  assert.ok(Math.abs((wide.high - wide.low) / (2 * 1.96) - 0.127) < 0.02);
  assert.ok(narrow.high - narrow.low < (wide.high - wide.low) / 2);
  assert.equal(
    bootstrapInterval(
      named(
        [
          [0, 0],
          [0, 0],
        ],
        2,
      ),
      kappa,
    ),
    null,
  );
});

test('first errors: the same, one only, and how many steps apart', () => {
  const found = firstErrorDistance([
    [null, null],
    [2, 2],
    [2, 5],
    [null, 1],
    [4, 3],
  ]);
  assert.deepEqual(found, { traces: 5, same: 2, oneOnly: 1, apart: [1, 1, 0, 1], mean: 4 / 3 });
  assert.equal(firstErrorDistance([[null, 1]]).mean, null);
});

test('Dawid-Skene finds the truth that the reference implementation finds', () => {
  for (const [at, { truth, ...shape }] of reference.reliability.entries()) {
    const estimate = dawidSkene(tableOf(shape));
    assert.ok(estimate);
    for (const [item, shares] of truth.entries())
      for (const [category, share] of shares.entries()) {
        const ours = estimate.truth[item]?.[category] ?? NaN;
        assert.ok(Math.abs(ours - share) < 1e-4, `table ${at}, item ${item}: ${ours} is not ${share}`);
      }
  }
});

test('Dawid-Skene ranks annotators by how reliable they were made', () => {
  const chance = seeded(3);
  const skills = [95, 80, 60];
  const ratings = Array.from({ length: 600 }, () => {
    const truth = chance.below(3);
    return skills.map((skill) => (chance.below(100) < skill ? truth : (truth + 1 + chance.below(2)) % 3));
  });
  const accuracy = dawidSkene(named(ratings, 3))?.accuracy ?? [];
  for (const [at, skill] of skills.entries())
    assert.ok(Math.abs((accuracy[at] ?? 0) - skill / 100) < 0.05, `${accuracy[at]} of ${skill} %`);
  assert.equal(dawidSkene(named([], 2)), null);
});

function tableOf(shape: { categories: number; ratings: (number | null)[][] }): RatingTable {
  return named(shape.ratings, shape.categories);
}

function named(ratings: (number | null)[][], categories: number): RatingTable {
  return {
    annotators: (ratings[0] ?? []).map((_, at) => `annotator ${at}`),
    categories: Array.from({ length: categories }, (_, at) => `category ${at}`),
    ratings,
  };
}

function repeat(...groups: [number, number[]][]): number[][] {
  return groups.flatMap(([many, item]) => Array.from({ length: many }, () => item));
}

function randomTable(chance: ReturnType<typeof seeded>, categories: number): RatingTable {
  const annotators = 2 + chance.below(3);
  const full = chance.below(2) === 0;
  const rating = () => (full || chance.below(5) > 0 ? chance.below(categories) : null);
  const items = Array.from({ length: 5 + chance.below(20) }, () =>
    Array.from({ length: annotators }, rating),
  );
  return named(items, categories);
}

function assertNear(found: Statistic, wanted: number | null, within: number, what = ''): void {
  const { value } = found;
  if (value === null || wanted === null) assert.equal(value, wanted, `${what}: ${JSON.stringify(found)}`);
  else assert.ok(Math.abs(value - wanted) < within, `${what}: ${value} is not ${wanted}`);
}

function whyNot(statistic: Statistic): string {
  return statistic.value === null ? statistic.why : `defined: ${statistic.value}`;
}
