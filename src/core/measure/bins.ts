/** How a range is divided for a histogram. The last bin has its upper edge as well. */
export interface Bins {
  from: number;
  width: number;
  count: number;
  /** Of whole numbers: a bin is named by the first and the last one in it. */
  whole: boolean;
}

/** At most `most` bins of one width for the numbers from `from` to `to`: of whole numbers such that none is cut. */
export function binsOf(values: Iterable<number>, most: number): Bins {
  let [from, to, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    from = Math.min(from, value);
    to = Math.max(to, value);
    whole &&= Number.isInteger(value);
  }
  if (from > to) return { from: 0, width: 1, count: 0, whole };
  if (!whole) return { from, width: (to - from) / most || 1, count: to > from ? most : 1, whole };
  const width = Math.ceil((to - from + 1) / most);
  return { from, width, count: Math.ceil((to - from + 1) / width), whole };
}

/** Which bin a number is in. */
export function binAt({ from, width, count }: Bins, value: number): number {
  return Math.min(count - 1, Math.floor((value - from) / width));
}

/** What a bin is called: its numbers, or its edges with as many digits as tell it from its neighbours. */
export function binLabel({ from, width, count, whole }: Bins, bin: number): string {
  const first = from + bin * width;
  if (whole) return width === 1 ? String(first) : `${first} to ${first + width - 1}`;
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(width))));
  const text = (value: number) => String(Number(value.toFixed(digits)));
  return count === 1 ? String(first) : `${text(first)} to ${text(first + width)}`;
}
