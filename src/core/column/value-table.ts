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

/** A slot is three words and one unused: the hash's two, then the count, 0 when it is free. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;
const LOW = 0;
const HIGH = 1;
const COUNT = 2;
const FEWEST_SLOTS = 128;
/** While there are no more than this many values, each is told at once; later only those that come twice. */
const TOLD_AT_ONCE = 64;
/** What is kept once values are no longer all counted. */
const KEPT_AFTER = 1024;
const WORDS_AFTER = SLOT * 4 * KEPT_AFTER;

/**
 * Counts values by a hash of 64 bits, in bounded memory. Up to `limit` different ones all counts are exact. Beyond, their
 * number is estimated, and the counts are those of Misra and Gries (1982), in the form in which they can be merged (Agarwal
 * et al. 2012): at every overflow the median count is taken from all, and what falls to 0 is dropped. A count is then too low
 * by at most `countError`, which is at most the number of values added, divided by 512.
 */
export class ValueTable {
  private slots = new Int32Array(SLOT * FEWEST_SLOTS);
  private values = new Map<number, Scalar>();
  private used = 0;
  /** How many have come once. */
  private once = 0;
  private estimate: DistinctEstimate | undefined;
  private taken = 0;
  /** Values that are kept. */
  private most: number;

  constructor(limit: number) {
    this.most = limit;
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
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (low << SLOT_BITS) & mask;
    for (let count = slots[slot + COUNT] ?? 0; count !== 0; count = slots[slot + COUNT] ?? 0) {
      if (slots[slot + LOW] === low && slots[slot + HIGH] === high) {
        slots[slot + COUNT] = count + times;
        if (count === 1) this.once--;
        return (count & (count - 1)) === 0 && !this.values.has(slot) ? slot : -1;
      }
      slot = (slot + SLOT) & mask;
    }
    return this.insert(slot, low, high, times);
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
    for (const { low, high, count, slot } of other.entries()) {
      const here = this.add(low, high, count);
      const value = other.values.get(slot);
      if (here !== -1 && value !== undefined) this.tell(here, value);
    }
  }

  /** The `most` commonest values that are known, commonest first; of equal ones the one that comes first in order. */
  top(most: number): CountedValue[] {
    let best: CountedValue[] = [];
    let least = 0; // what a count must reach to be among the best
    for (const [slot, value] of this.values) {
      const count = this.slots[slot + COUNT] ?? 0;
      if (count < least) continue;
      best.push({ value, count });
      if (best.length < 4 * most) continue;
      best = best.sort(byCount).slice(0, most);
      least = best.at(-1)?.count ?? 0;
    }
    return best.sort(byCount).slice(0, most);
  }

  private insert(free: number, low: number, high: number, times: number): number {
    let slot = free;
    if (this.used >= this.most) {
      this.makeRoom();
      slot = this.freeSlot(low);
    } else if (2 * SLOT * this.used >= this.slots.length) {
      this.rebuild(2 * this.slots.length, 0);
      slot = this.freeSlot(low);
    }
    this.put(slot, low, high, times);
    this.estimate?.add(low, high);
    return this.used <= TOLD_AT_ONCE && !this.estimate ? slot : -1;
  }

  private freeSlot(low: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (low << SLOT_BITS) & mask;
    while (slots[slot + COUNT] !== 0) slot = (slot + SLOT) & mask;
    return slot;
  }

  private put(slot: number, low: number, high: number, count: number): void {
    const { slots } = this;
    slots[slot + LOW] = low;
    slots[slot + HIGH] = high;
    slots[slot + COUNT] = count;
    this.used++;
    if (count === 1) this.once++;
  }

  private makeRoom(): void {
    this.startEstimate();
    const less = this.countBelowWhichMostAre();
    this.taken += less;
    if (this.once === this.used && this.slots.length === WORDS_AFTER) this.clear();
    else this.rebuild(WORDS_AFTER, less);
  }

  /** Ids come once each, and are most of what overflows. */
  private clear(): void {
    this.slots.fill(0);
    this.values.clear();
    this.used = 0;
    this.once = 0;
  }

  private startEstimate(): void {
    if (this.estimate) return;
    const estimate = new DistinctEstimate();
    for (const { low, high } of this.entries()) estimate.add(low, high);
    this.estimate = estimate;
    this.most = 2 * KEPT_AFTER;
  }

  /** The least count that at most `KEPT_AFTER` values are above. */
  private countBelowWhichMostAre(): number {
    if (this.used - this.once <= KEPT_AFTER) return 1; // nearly always: sorting is slow
    const counts = Int32Array.from(this.entries(), ({ count }) => count).sort();
    return counts[counts.length - KEPT_AFTER - 1] ?? 0;
  }

  /** Puts the values whose count is above `less` into a table of `words`, their counts less that. */
  private rebuild(words: number, less: number): void {
    const { slots, values } = this;
    this.slots = new Int32Array(words);
    this.values = new Map();
    this.used = 0;
    this.once = 0;
    for (let slot = 0; slot < slots.length; slot += SLOT) {
      const count = slots[slot + COUNT] ?? 0;
      if (count <= less) continue;
      const low = slots[slot + LOW] ?? 0;
      const here = this.freeSlot(low);
      this.put(here, low, slots[slot + HIGH] ?? 0, count - less);
      const value = values.get(slot);
      if (value !== undefined) this.values.set(here, value);
    }
  }

  private *entries(): Generator<{ low: number; high: number; count: number; slot: number }> {
    const { slots } = this;
    for (let slot = 0; slot < slots.length; slot += SLOT) {
      const count = slots[slot + COUNT] ?? 0;
      if (count > 0) yield { low: slots[slot + LOW] ?? 0, high: slots[slot + HIGH] ?? 0, count, slot };
    }
  }
}

/** The commonest first; of equal ones the one that comes first in order. */
export function byCount(one: CountedValue, other: CountedValue): number {
  return other.count - one.count || (String(one.value) < String(other.value) ? -1 : 1);
}
