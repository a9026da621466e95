import { given, undefinedBecause } from './rating-table';
import type { RatingTable, Statistic } from './rating-table';

/** The share, from 0 to 1, of all pairs of ratings of one item that are the same. */
export function percentAgreement({ ratings, categories }: RatingTable): Statistic {
  let same = 0;
  let pairs = 0;
  for (const item of ratings) {
    const counts = new Array<number>(categories.length).fill(0);
    const said = given(item);
    for (const rating of said) counts[rating] = (counts[rating] ?? 0) + 1;
    same += counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    pairs += (said.length * (said.length - 1)) / 2;
  }
  return pairs === 0 ? undefinedBecause('no item has two ratings') : { value: same / pairs };
}
