import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RatingTable, Statistic } from './rating-table';

export interface Interval {
  low: number;
  high: number;
}

const SAMPLES = 1000;

/**
 * The 95 % percentile interval of a statistic over items drawn anew with replacement (Efron 1979), the same in every run. Null
 * when more than one sample in twenty leaves the statistic undefined: an interval of the others would be too narrow.
 */
export function bootstrapInterval(
  table: RatingTable,
  statistic: (table: RatingTable) => Statistic,
  samples = SAMPLES,
): Interval | null {
  const items = table.ratings.length;
  if (items < 2) return null; // drawn anew it is always the same
  const random = xoroshiro128plus(items);
  const values: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const ratings = table.ratings.map(() => table.ratings[uniformInt(random, 0, items - 1)] ?? []);
    const { value } = statistic({ ...table, ratings });
    if (value !== null) values.push(value);
  }
  if (values.length === 0 || values.length < samples * 0.95) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Between the two nearest of the sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
