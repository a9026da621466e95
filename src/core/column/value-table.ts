import { CountMemory } from './count-memory';
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

/** A slot is four words: the hash's two, the count (0 when it is free), and whether the value has been told. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;
const LOW = 0;
const HIGH = 1;
const COUNT = 2;
const TOLD = 3;
/** Words of a table's block: where its slots are, their words in all, values in it, how many of them came once, ... */
const SLOTS_AT = 0;
const WORDS = 1;
const USED = 2;
const ONCE = 3;
/** ... values that are kept, and where the estimate's registers are (0: none). */
const MOST = 4;
const REGISTERS_AT = 5;
const BLOCK_BYTES = 24;
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
 * Its numbers stand in blocks of a memory, so that a kernel can count in them too (`assembly/counts.ts`).
 */
export class ValueTable {
  private readonly memory: CountMemory;
  /** Where its block begins, in words. */
  private readonly block: number;
  private values = new Map<number, Scalar>();
  private estimate: DistinctEstimate | undefined;
  private taken = 0;

  /** `limit`: values that are kept. `block`: the address of 24 bytes for it. */
  constructor(limit: number, memory = new CountMemory(), block = memory.allocate(BLOCK_BYTES)) {
    this.memory = memory;
    this.block = block >> 2;
    this.set(MOST, limit);
    this.startSlots(SLOT * FEWEST_SLOTS);
  }

  /** At most this many are missing from any count. */
  get countError(): number {
    return this.taken;
  }

  get distinct(): Distinct {
    return this.estimate
      ? { count: this.estimate.count(), error: DistinctEstimate.relativeError }
      : { count: this.get(USED), error: 0 };
  }

  /** Counts the value of this hash. Says whether the value itself is wanted, for `tell`. */
  add(low: number, high: number, times = 1): boolean {
    const slot = this.slotOf(low, high);
    const { words } = this.memory;
    const count = words[slot + COUNT] ?? 0;
    if (count === 0) return this.insert(slot, low, high, times);
    words[slot + COUNT] = count + times;
    if (count === 1) this.set(ONCE, this.get(ONCE) - 1);
    return (count & (count - 1)) === 0 && words[slot + TOLD] === 0;
  }

  /** Says what the value of a hash is, if it still is among those that are kept. */
  tell(low: number, high: number, value: Scalar): void {
    const slot = this.slotOf(low, high);
    if (this.memory.words[slot + COUNT] === 0) return;
    this.memory.words[slot + TOLD] = 1;
    this.values.set(slot - this.slots, value);
  }

  merge(other: ValueTable): void {
    if (other.estimate) this.startEstimate().merge(other.estimate);
    this.taken += other.taken;
    for (const { low, high, count, place } of other.entries()) {
      const wanted = this.add(low, high, count);
      const value = other.values.get(place);
      if (wanted && value !== undefined) this.tell(low, high, value);
    }
  }

  /** The `most` commonest values that are known, commonest first; of equal ones the one that comes first in order. */
  top(most: number): CountedValue[] {
    let best: CountedValue[] = [];
    let least = 0; // what a count must reach to be among the best
    for (const [place, value] of this.values) {
      const count = this.memory.words[this.slots + place + COUNT] ?? 0;
      if (count < least) continue;
      best.push({ value, count });
      if (best.length < 4 * most) continue;
      best = best.sort(byCount).slice(0, most);
      least = best.at(-1)?.count ?? 0;
    }
    return best.sort(byCount).slice(0, most);
  }

  /** Where the slots begin, in words. */
  private get slots(): number {
    return this.get(SLOTS_AT) >> 2;
  }

  private get(name: number): number {
    return this.memory.words[this.block + name] ?? 0;
  }

  private set(name: number, value: number): void {
    this.memory.words[this.block + name] = value;
  }

  /** The word at which the slot of a hash begins: the one it has, or a free one. */
  private slotOf(low: number, high: number): number {
    const { words } = this.memory;
    const { slots } = this;
    const mask = this.get(WORDS) - 1;
    let place = (low << SLOT_BITS) & mask;
    while (words[slots + place + COUNT] !== 0) {
      if (words[slots + place + LOW] === low && words[slots + place + HIGH] === high) break;
      place = (place + SLOT) & mask;
    }
    return slots + place;
  }

  private insert(free: number, low: number, high: number, times: number): boolean {
    let slot = free;
    if (this.get(USED) >= this.get(MOST)) {
      this.makeRoom();
      slot = this.slotOf(low, high);
    } else if (2 * SLOT * this.get(USED) >= this.get(WORDS)) {
      this.rebuild(2 * this.get(WORDS), 0);
      slot = this.slotOf(low, high);
    }
    this.put(slot, low, high, times);
    this.estimate?.add(low, high);
    return this.get(USED) <= TOLD_AT_ONCE && !this.estimate;
  }

  private put(slot: number, low: number, high: number, count: number): void {
    const { words } = this.memory;
    words[slot + LOW] = low;
    words[slot + HIGH] = high;
    words[slot + COUNT] = count;
    this.set(USED, this.get(USED) + 1);
    if (count === 1) this.set(ONCE, this.get(ONCE) + 1);
  }

  private makeRoom(): void {
    this.startEstimate();
    const less = this.countBelowWhichMostAre();
    this.taken += less;
    if (this.get(ONCE) === this.get(USED) && this.get(WORDS) === WORDS_AFTER) this.clear();
    else this.rebuild(WORDS_AFTER, less);
  }

  /** Ids come once each, and are most of what overflows. */
  private clear(): void {
    this.memory.words.fill(0, this.slots, this.slots + this.get(WORDS));
    this.values.clear();
    this.set(USED, 0);
    this.set(ONCE, 0);
  }

  private startEstimate(): DistinctEstimate {
    if (this.estimate) return this.estimate;
    const estimate = new DistinctEstimate(this.memory);
    for (const { low, high } of this.entries()) estimate.add(low, high);
    this.estimate = estimate;
    this.set(REGISTERS_AT, estimate.at);
    this.set(MOST, 2 * KEPT_AFTER);
    return estimate;
  }

  /** The least count that at most `KEPT_AFTER` values are above. */
  private countBelowWhichMostAre(): number {
    if (this.get(USED) - this.get(ONCE) <= KEPT_AFTER) return 1; // nearly always: sorting is slow
    const { words } = this.memory;
    const counts = new Int32Array(this.get(USED));
    const end = this.slots + this.get(WORDS);
    for (let slot = this.slots, at = 0; slot < end; slot += SLOT) {
      const count = words[slot + COUNT] ?? 0;
      if (count > 0) counts[at++] = count;
    }
    return counts.sort()[counts.length - KEPT_AFTER - 1] ?? 0;
  }

  private startSlots(words: number): void {
    this.set(SLOTS_AT, this.memory.allocate(4 * words));
    this.set(WORDS, words);
    this.set(USED, 0);
    this.set(ONCE, 0);
  }

  /** Puts the values whose count is above `less` into a table of `words`, their counts less that. */
  private rebuild(words: number, less: number): void {
    const { values, slots } = this;
    const end = slots + this.get(WORDS);
    this.startSlots(words);
    this.values = new Map();
    const { words: all } = this.memory;
    for (let from = slots; from < end; from += SLOT) {
      const count = all[from + COUNT] ?? 0;
      if (count <= less) continue;
      const low = all[from + LOW] ?? 0;
      const high = all[from + HIGH] ?? 0;
      const to = this.slotOf(low, high);
      this.put(to, low, high, count - less);
      const value = all[from + TOLD] === 0 ? undefined : values.get(from - slots);
      if (value === undefined) continue;
      all[to + TOLD] = 1;
      this.values.set(to - this.slots, value);
    }
    this.memory.release(4 * slots, 4 * (end - slots));
  }

  private *entries(): Generator<{ low: number; high: number; count: number; place: number }> {
    const { words } = this.memory;
    const { slots } = this;
    for (let place = 0; place < this.get(WORDS); place += SLOT) {
      const count = words[slots + place + COUNT] ?? 0;
      const low = words[slots + place + LOW] ?? 0;
      if (count > 0) yield { low, high: words[slots + place + HIGH] ?? 0, count, place };
    }
  }
}

/** The commonest first; of equal ones the one that comes first in order. */
export function byCount(one: CountedValue, other: CountedValue): number {
  return other.count - one.count || (String(one.value) < String(other.value) ? -1 : 1);
}
