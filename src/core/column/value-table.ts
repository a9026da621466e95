import { DistinctEstimate } from './distinct-estimate';

/** A value that can be counted among others: lists and objects cannot. */
export type Scalar = string | number | boolean;

/** How many different values there are. */
export interface Distinct {
  count: number;
  /** Relative standard error: 0 when the count is exact. */
  error: number;
}

export interface CountedValue {
  value: Scalar;
  /** At most this many fewer than there are: see `ValueTable.countError`. */
  count: number;
}

const FEWEST_SLOTS = 128;
/** While there are no more than this many values, each is told at once; later only those that come twice. */
const TOLD_AT_ONCE = 64;
/** What is kept once values are no longer all counted. */
const KEPT_AFTER = 1024;

/**
 * Counts values by a hash of 64 bits, in bounded memory. Up to `limit` different ones all counts are exact. Beyond, their
 * number is estimated, and the counts are those of Misra and Gries (1982), in the form in which they can be merged (Agarwal
 * et al. 2012): at every overflow the median count is taken from all, and what falls to 0 is dropped. A count is then too low
 * by at most `countError`, which is at most the number of values added, divided by 512.
 */
export class ValueTable {
  private low = new Int32Array(FEWEST_SLOTS);
  private high = new Int32Array(FEWEST_SLOTS);
  private counts = new Uint32Array(FEWEST_SLOTS);
  private values = new Map<number, Scalar>();
  private used = 0;
  /** How many have come once. */
  private once = 0;
  private estimate: DistinctEstimate | undefined;
  private taken = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** At most this many are missing from any count. */
  get countError(): number {
    return this.taken;
  }

  get distinct(): Distinct {
    return this.estimate
      ? { count: this.estimate.count(), error: DistinctEstimate.relativeError }
      : { count: this.used, error: 0 };
  }

  /** Counts the value of this hash. Returns the slot for `tell` when the value itself is wanted, else -1. */
  add(low: number, high: number, times = 1): number {
    const mask = this.counts.length - 1;
    let slot = low & mask;
    for (let count = this.counts[slot] ?? 0; count !== 0; count = this.counts[slot] ?? 0) {
      if (this.low[slot] === low && this.high[slot] === high) {
        this.counts[slot] = count + times;
        if (count === 1) this.once--;
        return (count & (count - 1)) === 0 && !this.values.has(slot) ? slot : -1;
      }
      slot = (slot + 1) & mask;
    }
    return this.insert(low, high, times);
  }

  /** Says what the value in a slot is, right after `add` asked. */
  tell(slot: number, value: Scalar): void {
    this.values.set(slot, value);
  }

  merge(other: ValueTable): void {
    if (other.estimate) {
      this.startEstimate();
      this.estimate?.merge(other.estimate);
    }
    this.taken += other.taken;
    other.counts.forEach((count, slot) => {
      if (count === 0) return;
      const here = this.add(other.low[slot] ?? 0, other.high[slot] ?? 0, count);
      const value = other.values.get(slot);
      if (here !== -1 && value !== undefined) this.tell(here, value);
    });
  }

  /** The `most` commonest values that are known, commonest first; of equal ones the one that comes first in order. */
  top(most: number): CountedValue[] {
    const known = Array.from(this.values, ([slot, value]) => ({ value, count: this.counts[slot] ?? 0 }));
    return known.sort(byCount).slice(0, most);
  }

  private insert(low: number, high: number, times: number): number {
    this.estimate?.add(low, high);
    if (this.used >= (this.estimate ? 2 * KEPT_AFTER : this.limit)) this.makeRoom(low, high);
    else if (2 * this.used >= this.counts.length) this.rebuild(2 * this.counts.length, 0);
    const slot = this.place(low, high, times);
    return this.used <= TOLD_AT_ONCE && !this.estimate ? slot : -1;
  }

  private place(low: number, high: number, count: number): number {
    const mask = this.counts.length - 1;
    let slot = low & mask;
    while (this.counts[slot] !== 0) slot = (slot + 1) & mask;
    this.low[slot] = low;
    this.high[slot] = high;
    this.counts[slot] = count;
    this.used++;
    if (count === 1) this.once++;
    return slot;
  }

  private makeRoom(low: number, high: number): void {
    this.startEstimate();
    this.estimate?.add(low, high);
    const less = this.countBelowWhichMostAre();
    this.taken += less;
    if (this.once === this.used && this.counts.length === 4 * KEPT_AFTER) this.clear();
    else this.rebuild(4 * KEPT_AFTER, less);
  }

  /** Ids come once each, and are most of what overflows. */
  private clear(): void {
    this.counts.fill(0);
    this.values.clear();
    this.used = 0;
    this.once = 0;
  }

  private startEstimate(): void {
    if (this.estimate) return;
    const estimate = new DistinctEstimate();
    this.counts.forEach((count, slot) => {
      if (count > 0) estimate.add(this.low[slot] ?? 0, this.high[slot] ?? 0);
    });
    this.estimate = estimate;
  }

  /** The least count that at most `KEPT_AFTER` values are above. */
  private countBelowWhichMostAre(): number {
    if (this.used - this.once <= KEPT_AFTER) return 1; // nearly always: sorting is slow
    const counts = this.counts.filter((count) => count > 0).sort();
    return counts[counts.length - KEPT_AFTER - 1] ?? 0;
  }

  /** Puts the values whose count is above `less` into a table of `slots`, their counts less that. */
  private rebuild(slots: number, less: number): void {
    const { low, high, counts, values } = this;
    this.low = new Int32Array(slots);
    this.high = new Int32Array(slots);
    this.counts = new Uint32Array(slots);
    this.values = new Map();
    this.used = 0;
    this.once = 0;
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at] ?? 0;
      if (count <= less) continue;
      const slot = this.place(low[at] ?? 0, high[at] ?? 0, count - less);
      const value = values.get(at);
      if (value !== undefined) this.values.set(slot, value);
    }
  }
}

function byCount(one: CountedValue, other: CountedValue): number {
  return other.count - one.count || (String(one.value) < String(other.value) ? -1 : 1);
}
