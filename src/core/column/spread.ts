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

/** Gathers a spread. Numbers that a double cannot hold (1e999) are left out. */
export class SpreadTally {
  private count = 0;
  private min = Infinity;
  private max = -Infinity;
  private sum = 0;
  private whole = true;
  private readonly histogram = new GrowingHistogram();

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    this.count++;
    this.sum += value;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    if (this.whole && !Number.isInteger(value)) this.whole = false;
    this.histogram.add(value);
  }

  merge(other: SpreadTally): void {
    this.count += other.count;
    this.sum += other.sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
    this.whole &&= other.whole;
    this.histogram.merge(other.histogram);
  }

  /** Null when no number was added. */
  result(): Spread | null {
    if (this.count === 0) return null;
    const { count, min, max } = this;
    return { count, min, max, mean: this.sum / count, histogram: this.histogram.drawn(this.whole) };
  }
}
