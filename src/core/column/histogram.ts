/** Bins kept while counting. Finer than what is drawn, so that bins can be joined without counting again. */
const KEPT = 64;
/** A sparkline in a column's head has room for this many. */
const DRAWN = 12;
/** Powers of two that a bin's width may be; beyond them doubles overflow. */
const NARROWEST = -1000;
const WIDEST = 1020;
/** A bin's edge is exact while it is this many bins from 0. */
const EXACT_BITS = 52;

/** How numbers spread: `counts[i]` of them are at least `from + i * width` and below `from + (i + 1) * width`. */
export interface Histogram {
  from: number;
  /** A power of two; 0 when all numbers are the same, `from`. */
  width: number;
  /** All numbers are whole. */
  whole: boolean;
  /** At most 12. */
  counts: number[];
}

/**
 * Counts numbers into bins that are chosen as the numbers come. A bin's width is a power of two and its edges are multiples
 * of it. The width is the least at which 64 bins reach from the least to the greatest number seen: when one falls outside,
 * neighbours are joined in pairs, which loses nothing. So the result does not depend on the order, and two can be merged.
 */
export class GrowingHistogram {
  private readonly counts = new Float64Array(KEPT);
  /** Of the width, as a power of two; undefined while all numbers are the same. */
  private power: number | undefined;
  private perWidth = 0;
  private first = 0;
  private least = Infinity;
  private greatest = -Infinity;

  /** Infinity before the first number, as `max` is its negative. */
  get min(): number {
    return this.least;
  }

  get max(): number {
    return this.greatest;
  }

  /** Counts a number of at most 1e300, `times` over. */
  add(value: number, times = 1): void {
    const bin = binAt(value, this.perWidth) - this.first;
    if (this.power === undefined || bin < 0 || bin >= KEPT) {
      this.addOutside(value, times);
      return;
    }
    this.counts[bin] = (this.counts[bin] ?? 0) + times;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
  }

  merge(other: GrowingHistogram): void {
    if (other.least > other.greatest) return;
    this.reach(other.least, other.greatest); // exact, where the edges of bins are not
    other.counts.forEach((count, bin) => {
      if (count > 0) this.add(other.power === undefined ? other.least : other.edge(bin), count);
    });
  }

  /** At most 12 bins, none at the ends empty; of whole numbers when `whole`. */
  drawn(whole: boolean): Histogram {
    if (this.power === undefined)
      return {
        from: this.least,
        width: 0,
        whole,
        counts: this.least > this.greatest ? [] : [this.counts[0] ?? 0],
      };
    let power = whole ? Math.max(this.power, 0) : this.power;
    while (binAt(this.greatest, 2 ** -power) - binAt(this.least, 2 ** -power) >= DRAWN) power++;
    const from = binAt(this.least, 2 ** -power);
    const counts = Array.from({ length: binAt(this.greatest, 2 ** -power) - from + 1 }, () => 0);
    this.counts.forEach((count, bin) => {
      const at = binAt(this.edge(bin), 2 ** -power) - from;
      if (count > 0) counts[at] = (counts[at] ?? 0) + count;
    });
    return { from: from * 2 ** power, width: 2 ** power, whole, counts };
  }

  private addOutside(value: number, times: number): void {
    this.reach(value, value);
    const bin = this.power === undefined ? 0 : binAt(value, this.perWidth) - this.first;
    this.counts[bin] = (this.counts[bin] ?? 0) + times;
  }

  /** Makes the bins reach from `min` to `max`. */
  private reach(min: number, max: number): void {
    const from = Math.min(this.least, min);
    const to = Math.max(this.greatest, max);
    if (from < to && !(this.power !== undefined && this.holds(from, to))) this.widen(from, to);
    this.least = from;
    this.greatest = to;
  }

  private holds(from: number, to: number): boolean {
    return binAt(from, this.perWidth) >= this.first && binAt(to, this.perWidth) < this.first + KEPT;
  }

  private widen(from: number, to: number): void {
    const old = Array.from(this.counts, (count, bin) => ({
      count,
      edge: this.power === undefined ? this.least : this.edge(bin),
    }));
    this.power = this.leastPower(from, to);
    this.perWidth = 2 ** -this.power;
    this.first = binAt(from, this.perWidth);
    this.counts.fill(0);
    for (const { count, edge } of old) {
      if (count === 0) continue;
      const bin = binAt(edge, this.perWidth) - this.first;
      this.counts[bin] = (this.counts[bin] ?? 0) + count;
    }
  }

  private leastPower(from: number, to: number): number {
    const guess = Math.floor(Math.log2(to / KEPT - from / KEPT)) - 1; // too narrow by one or two
    const exact = Math.ceil(Math.log2(Math.max(Math.abs(from), Math.abs(to)))) - EXACT_BITS;
    let power = Math.min(WIDEST, Math.max(this.power ?? NARROWEST, guess, exact, NARROWEST));
    while (power < WIDEST && binAt(to, 2 ** -power) - binAt(from, 2 ** -power) >= KEPT) power++;
    return power;
  }

  private edge(bin: number): number {
    return (this.first + bin) * 2 ** (this.power ?? 0);
  }
}

/** The bin of a value, counted from 0. A negative one so near to 0 that the product is 0 belongs before it. */
function binAt(value: number, perWidth: number): number {
  const scaled = value * perWidth;
  return scaled === 0 && value < 0 ? -1 : Math.floor(scaled) + 0;
}
