import { CountMemory } from './count-memory';
import { GrowingHistogram } from './histogram';
import type { Histogram } from './histogram';
import { SmallCounts } from './small-counts';

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
  private readonly small: SmallCounts;
  private readonly others = new GrowingHistogram();

  /** `block`: the address of the word for its `SmallCounts`. */
  constructor(memory = new CountMemory(), block = memory.allocate(4)) {
    this.small = new SmallCounts(memory, block);
  }

  add(value: number): void {
    if (!this.small.add(value)) this.addOther(value);
  }

  merge(other: SpreadTally): void {
    this.count += other.count;
    this.sum += other.sum;
    this.whole &&= other.whole;
    this.small.merge(other.small);
    this.others.merge(other.others);
  }

  /** Null when no number was added. */
  result(): Spread | null {
    let { count, sum } = this;
    const all = new GrowingHistogram();
    all.merge(this.others);
    this.small.forEach((value, times) => {
      count += times;
      sum += value * times;
      all.add(value, times);
    });
    if (count === 0) return null;
    return { count, min: all.min, max: all.max, mean: sum / count, histogram: all.drawn(this.whole) };
  }

  private addOther(value: number): void {
    if (!(Math.abs(value) <= GREATEST)) return;
    this.count++;
    this.sum += value;
    if (this.whole && !Number.isInteger(value)) this.whole = false;
    this.others.add(value);
  }
}
