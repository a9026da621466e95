/** A share with its 95 % interval. */
export interface Share {
  of: number;
  count: number;
  value: number;
  low: number;
  high: number;
}

/** The standard normal's 97.5 % quantile. */
const Z = 1.959963984540054;

/** `count` of `of`, with the score interval (Wilson 1927), which holds for small numbers as well. Null of nothing. */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const value = count / of;
  const square = Z ** 2 / of;
  const middle = (value + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((value * (1 - value)) / of + square / (4 * of));
  return { of, count, value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
