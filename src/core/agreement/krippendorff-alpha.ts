import { Square } from './square';
import { given, undefinedBecause, valueOf } from './rating-table';
import type { Level, RatingTable, Statistic } from './rating-table';

/**
 * Krippendorff's alpha: any number of annotators, gaps allowed (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011).
 */
export function krippendorffAlpha(table: RatingTable, level: Level): Statistic {
  const coincidences = coincidencesOf(table);
  const totals = coincidences.rowSums();
  const all = totals.reduce((sum, total) => sum + total, 0);
  if (all === 0) return undefinedBecause('no item has two ratings');
  const distance = distanceOf(level, totals, table);
  let observed = 0;
  let expected = 0;
  for (const [a, totalOfA] of totals.entries()) {
    for (const [b, totalOfB] of totals.entries()) {
      if (a === b) continue;
      const apart = distance(a, b);
      observed += coincidences.at(a, b) * apart;
      expected += totalOfA * totalOfB * apart;
    }
  }
  if (expected === 0) return undefinedBecause('every rating is of one and the same category');
  return { value: 1 - ((all - 1) * observed) / expected };
}

/** How often two ratings of one item are of these categories, each item weighing as many as it has ratings. */
function coincidencesOf({ ratings, categories }: RatingTable): Square {
  const coincidences = new Square(categories.length);
  for (const item of ratings) {
    const said = given(item);
    for (const [at, a] of said.entries()) {
      for (const [other, b] of said.entries())
        if (at !== other) coincidences.add(a, b, 1 / (said.length - 1));
    }
  }
  return coincidences;
}

function distanceOf(level: Level, totals: readonly number[], table: RatingTable) {
  if (level === 'nominal') return () => 1;
  if (level === 'interval') return (a: number, b: number) => (valueOf(table, a) - valueOf(table, b)) ** 2;
  return (a: number, b: number) => {
    const between = totals.slice(Math.min(a, b), Math.max(a, b) + 1).reduce((sum, total) => sum + total, 0);
    return (between - ((totals[a] ?? 0) + (totals[b] ?? 0)) / 2) ** 2;
  };
}
