/** How far two samples of numbers are apart. */
export interface SampleShift {
  /** Of each sample. */
  counts: [number, number];
  medians: [number, number];
  means: [number, number];
  /** The greatest distance of the two distribution functions, 0 to 1 (Kolmogorov and Smirnov). */
  distance: number;
  /** The chance of such a distance or more if both came from one distribution (Smirnov 1948; correction: Stephens 1970). */
  chance: number;
}

/** Null when either is empty. The samples are sorted in place. */
export function sampleShift(first: Float64Array, second: Float64Array): SampleShift | null {
  if (first.length === 0 || second.length === 0) return null;
  first.sort();
  second.sort();
  const distance = greatestDistance(first, second);
  const size = Math.sqrt((first.length * second.length) / (first.length + second.length));
  return {
    counts: [first.length, second.length],
    medians: [median(first), median(second)],
    means: [mean(first), mean(second)],
    distance,
    chance: smirnov((size + 0.12 + 0.11 / size) * distance),
  };
}

function greatestDistance(first: Float64Array, second: Float64Array): number {
  let [a, b, greatest] = [0, 0, 0];
  while (a < first.length && b < second.length) {
    const value = Math.min(first[a] ?? Infinity, second[b] ?? Infinity);
    while (first[a] === value) a++;
    while (second[b] === value) b++;
    greatest = Math.max(greatest, Math.abs(a / first.length - b / second.length));
  }
  return greatest;
}

/** Terms of the series below this no longer matter. */
const NEGLIGIBLE = 1e-12;

function smirnov(scaled: number): number {
  if (scaled < 0.2) return 1; // the series converges too slowly, and is 1 to twelve places
  let sum = 0;
  for (let term = 1; term < 200; term++) {
    const next = 2 * (-1) ** (term - 1) * Math.exp(-2 * term ** 2 * scaled ** 2);
    sum += next;
    if (Math.abs(next) < NEGLIGIBLE) break;
  }
  return Math.min(1, Math.max(0, sum));
}

function median(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
