/**
 * The two-sample Kolmogorov-Smirnov statistic, the largest distance of two empirical distributions, and its asymptotic p-value
 * (Smirnov 1948; the series with Stephens' correction, as in Press et al., Numerical Recipes, 14.3). NaN for an empty sample.
 */
export function kolmogorovSmirnov(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): { distance: number; p: number } {
  const [a, b] = [Float64Array.from(one).sort(), Float64Array.from(other).sort()];
  if (a.length === 0 || b.length === 0) return { distance: NaN, p: NaN };
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const here = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (a[i] === here) i++;
    while (b[j] === here) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { distance, p: tailOf((root + 0.12 + 0.11 / root) * distance) };
}

function tailOf(lambda: number): number {
  if (lambda < 0.2) return 1; // the series converges slowly there, and its sum is 1 to ten digits
  let sum = 0;
  for (let term = 1; term <= 100; term++) {
    const add = 2 * (term % 2 === 1 ? 1 : -1) * Math.exp(-2 * term * term * lambda * lambda);
    sum += add;
    if (Math.abs(add) < 1e-12) break;
  }
  return Math.min(1, Math.max(0, sum));
}

/** A quantile by linear interpolation (type 7 of Hyndman and Fan 1996). NaN for an empty sample. `sorted` is ascending. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}
