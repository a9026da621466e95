import { GrowingHistogram } from './histogram';
import type { Histogram } from './histogram';

/** Least, greatest and mean of some numbers, and how they spread. */
export interface Spread {
  count: number;
  min: number;
  max: number;
  mean: number;
  histogram: Histogram;
}

/** Further from 0 the edges of bins would not be numbers. */
const GREATEST = 1e300;

/** Gathers a spread. Numbers beyond 1e300 are left out, those that no double holds (1e999) among them. */
export class SpreadTally {
  private count = 0;
  private sum = 0;
  private whole = true;
  private readonly histogram = new GrowingHistogram();

  add(value: number): void {
    if (!(Math.abs(value) <= GREATEST)) return;
    this.count++;
    this.sum += value;
    if (this.whole && !Number.isInteger(value)) this.whole = false;
    this.histogram.add(value);
  }

  merge(other: SpreadTally): void {
    this.count += other.count;
    this.sum += other.sum;
    this.whole &&= other.whole;
    this.histogram.merge(other.histogram);
  }

  /** Null when no number was added. */
  result(): Spread | null {
    if (this.count === 0) return null;
    const { count } = this;
    const { min, max } = this.histogram;
    return { count, min, max, mean: this.sum / count, histogram: this.histogram.drawn(this.whole) };
  }
}
