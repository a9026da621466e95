import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * Takes up to `each` rows of every group, all rows of a group being equally likely (Vitter's algorithm R, 1985). `groups` names the
 * group of each row; null is no group, of which nothing is taken. Row numbers, ascending.
 */
export function stratifiedSample(
  groups: readonly (string | null)[],
  each: number,
  random: RandomGenerator,
): number[] {
  const samples = new Map<string, { seen: number; rows: number[] }>();
  for (const [row, group] of groups.entries()) {
    if (group === null) continue;
    const sample = samples.get(group) ?? { seen: 0, rows: [] };
    samples.set(group, sample);
    const place = sample.rows.length < each ? sample.rows.length : uniformInt(random, 0, sample.seen);
    if (place < each) sample.rows[place] = row;
    sample.seen++;
  }
  return [...samples.values()].flatMap(({ rows }) => rows).toSorted((a, b) => a - b);
}
