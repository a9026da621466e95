/** What several annotators said of the same items. */
export interface RatingTable {
  annotators: string[];
  categories: string[];
  /** The numbers that the categories are, where they are grades: how far two are apart. Else they are as far as their places. */
  values?: readonly number[] | undefined;
  /** By item, then by annotator: an index into `categories`, or null where that annotator said nothing. */
  ratings: (number | null)[][];
}

/** How far categories are apart: not at all comparable, in an order, or as the numbers that they are. */
export type Level = 'nominal' | 'ordinal' | 'interval';

/** A figure, or why there is none. */
export type Statistic = { value: number } | { value: null; why: string };

export function undefinedBecause(why: string): Statistic {
  return { value: null, why };
}

/** The category at a place as a number. */
export function valueOf({ values }: RatingTable, category: number): number {
  return values?.[category] ?? category;
}

/** The ratings that an item has, without the gaps. */
export function given(item: readonly (number | null)[]): number[] {
  return item.filter((rating) => rating !== null);
}

/** How many of the ratings are of each category. */
export function countsOf(said: readonly number[], categories: number): number[] {
  const counts = Array.from({ length: categories }, () => 0);
  for (const rating of said) counts[rating] = (counts[rating] ?? 0) + 1;
  return counts;
}

/** The items that both annotators rated, as pairs of category indices. */
export function pairsOf({ ratings }: RatingTable, first: number, second: number): [number, number][] {
  return ratings.flatMap((item): [number, number][] => {
    const a = item[first] ?? null;
    const b = item[second] ?? null;
    return a === null || b === null ? [] : [[a, b]];
  });
}
