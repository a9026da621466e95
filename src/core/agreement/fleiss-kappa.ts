import { countsOf, given, undefinedBecause } from './rating-table';
import type { RatingTable, Statistic } from './rating-table';

/**
 * Fleiss' kappa (Fleiss 1971). It takes the same number of ratings, at least two, for every item; any annotators may have given
 * them. Items without a rating do not count.
 */
export function fleissKappa({ ratings, categories }: RatingTable): Statistic {
  const items = ratings.map(given).filter((said) => said.length > 0);
  const each = items[0]?.length ?? 0;
  if (each < 2 || items.some((said) => said.length !== each))
    return undefinedBecause('it needs the same number of ratings, at least two, for every item');
  const totals = categories.map(() => 0);
  let agreement = 0;
  for (const said of items) {
    const counts = countsOf(said, categories.length);
    for (const [category, count] of counts.entries()) totals[category] = (totals[category] ?? 0) + count;
    agreement += counts.reduce((sum, count) => sum + count * (count - 1), 0) / (each * (each - 1));
  }
  const observed = agreement / items.length;
  const expected = totals.reduce((sum, total) => sum + (total / (items.length * each)) ** 2, 0);
  if (expected === 1) return undefinedBecause('every rating is of one and the same category');
  return { value: (observed - expected) / (1 - expected) };
}
