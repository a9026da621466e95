import { Square } from './square';
import { pairsOf, undefinedBecause, valueOf } from './rating-table';
import type { RatingTable, Statistic } from './rating-table';

/** What a disagreement weighs: all the same, by how far apart the two are, or by that squared. */
export type Weights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of two annotators over the items that both rated (Cohen 1960; with weights: Cohen 1968).
 * Undefined when chance alone would give no disagreement: kappa is then 0/0.
 */
export function cohenKappa(
  table: RatingTable,
  first: number,
  second: number,
  weights: Weights = 'none',
): Statistic {
  const pairs = pairsOf(table, first, second);
  if (pairs.length === 0) return undefinedBecause('no item was rated by both');
  const joint = new Square(table.categories.length);
  for (const [a, b] of pairs) joint.add(a, b, 1);
  const rows = joint.rowSums();
  const columns = joint.columnSums();
  let observed = 0;
  let expected = 0;
  for (const [a, rowSum] of rows.entries()) {
    for (const [b, columnSum] of columns.entries()) {
      const weight = weightOf(valueOf(table, a) - valueOf(table, b), weights);
      observed += weight * joint.at(a, b);
      expected += (weight * rowSum * columnSum) / pairs.length;
    }
  }
  if (expected === 0) return undefinedBecause('both gave one and the same category to every item');
  return { value: 1 - observed / expected };
}

function weightOf(distance: number, weights: Weights): number {
  if (weights === 'none') return distance === 0 ? 0 : 1;
  return weights === 'linear' ? Math.abs(distance) : distance ** 2;
}
