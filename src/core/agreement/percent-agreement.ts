import { countsOf, given, undefinedBecause } from './rating-table';
import type { RatingTable, Statistic } from './rating-table';

/** The share, from 0 to 1, of all pairs of ratings of one item that are the same. */
export function percentAgreement({ ratings, categories }: RatingTable): Statistic {
  let same = 0;
  let pairs = 0;
  for (const item of ratings) {
    const said = given(item);
    same += countsOf(said, categories.length).reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    pairs += (said.length * (said.length - 1)) / 2;
  }
  return pairs === 0 ? undefinedBecause('no item has two ratings') : { value: same / pairs };
}
