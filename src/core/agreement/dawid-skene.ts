import { Square } from './square';
import { countsOf, given } from './rating-table';
import type { RatingTable } from './rating-table';

export interface ReliabilityEstimate {
  /** By item: how likely each category is the true one. Sums to 1. */
  truth: number[][];
  /** By annotator: how likely they name the true category, over items as frequent as the categories are. */
  accuracy: number[];
  /** By annotator, `at(true, said)`: how likely they say the one when the other is true. */
  confusion: Square[];
}

const MOST_ROUNDS = 500;
const SETTLED = 1e-7;
/** So that what was never seen stays possible, and no logarithm is of 0. */
const LEAST = 1e-10;

/**
 * True categories and each annotator's confusion, by expectation and maximisation from the majority's view (Dawid and Skene 1979).
 * Items without ratings must be left out. Null without an item.
 */
export function dawidSkene(table: RatingTable): ReliabilityEstimate | null {
  if (table.ratings.length === 0) return null;
  let truth = table.ratings.map((item) => votes(given(item), table.categories.length));
  let model = modelOf(table, truth);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = table.ratings.map((item) => posterior(item, model));
    const moved = greatestMove(truth, next);
    truth = next;
    model = modelOf(table, truth);
    if (moved < SETTLED) break;
  }
  return {
    truth,
    accuracy: model.confusion.map((said) => accuracyOf(said, model.prior)),
    confusion: model.confusion,
  };
}

interface Model {
  prior: number[];
  confusion: Square[];
}

function votes(said: readonly number[], categories: number): number[] {
  return countsOf(said, categories).map((count) => count / said.length);
}

function modelOf({ ratings, annotators, categories }: RatingTable, truth: readonly number[][]): Model {
  const prior = categories.map(() => 0);
  const counts = annotators.map(() => new Square(categories.length));
  for (const [item, shares] of truth.entries()) {
    for (const [category, share] of shares.entries()) {
      prior[category] = (prior[category] ?? 0) + share / truth.length;
      for (const [annotator, rating] of (ratings[item] ?? []).entries())
        if (rating !== null) counts[annotator]?.add(category, rating, share);
    }
  }
  return { prior, confusion: counts.map(shareOfRows) };
}

function shareOfRows(counts: Square): Square {
  const shares = new Square(counts.size);
  for (const [row, sum] of counts.rowSums().entries()) {
    for (let column = 0; column < counts.size; column++)
      shares.add(row, column, sum === 0 ? 0 : counts.at(row, column) / sum);
  }
  return shares;
}

function posterior(item: readonly (number | null)[], { prior, confusion }: Model): number[] {
  const logs = prior.map((share, category) => {
    let log = Math.log(Math.max(share, LEAST));
    for (const [annotator, rating] of item.entries())
      if (rating !== null) log += Math.log(Math.max(confusion[annotator]?.at(category, rating) ?? 0, LEAST));
    return log;
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

function greatestMove(before: readonly number[][], after: readonly number[][]): number {
  let most = 0;
  for (const [item, shares] of after.entries())
    for (const [category, share] of shares.entries())
      most = Math.max(most, Math.abs(share - (before[item]?.[category] ?? 0)));
  return most;
}

function accuracyOf(confusion: Square, prior: readonly number[]): number {
  return prior.reduce((sum, share, category) => sum + share * confusion.at(category, category), 0);
}
