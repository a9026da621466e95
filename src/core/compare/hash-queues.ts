import type { HashColumn, RowHash } from './row-hash';

const EMPTY = -1;

/**
 * Finds rows by their hash, each once, equal ones in their order: a hash table with open addressing whose slots hold positions
 * in a column of hashes. Eight to sixteen bytes a row.
 */
export class HashQueues {
  /** The first position of a hash that is not yet taken, as it is; when all are taken, its last one as `-2 - position`. */
  private readonly slots: Int32Array;
  /** The next position with the same hash. */
  private readonly next: Int32Array;
  private readonly hashes: HashColumn;

  constructor(hashes: HashColumn) {
    this.hashes = hashes;
    this.next = new Int32Array(hashes.length).fill(EMPTY);
    this.slots = new Int32Array(slotsFor(hashes.length)).fill(EMPTY);
    for (let position = hashes.length - 1; position >= 0; position--) this.add(position); // the first ends up in front
  }

  /** The first position with this hash that was not taken before; null when there is none. */
  take(hash: RowHash): number | null {
    const slot = this.find(hash.low, (position) => this.hashes.is(position, hash));
    const position = this.slots[slot] ?? EMPTY;
    if (position < 0) return null;
    const following = this.next[position] ?? EMPTY;
    this.slots[slot] = following === EMPTY ? -2 - position : following;
    return position;
  }

  private add(position: number): void {
    const slot = this.find(this.hashes.low(position), (other) => this.hashes.same(position, other));
    this.next[position] = this.slots[slot] ?? EMPTY;
    this.slots[slot] = position;
  }

  /** The slot of a hash, or the empty one where it belongs. */
  private find(low: number, matches: (position: number) => boolean): number {
    const mask = this.slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const held = this.slots[slot] ?? EMPTY;
      if (held === EMPTY || matches(held < EMPTY ? -2 - held : held)) return slot;
    }
  }
}

/** A power of two that leaves at least a third of the slots empty. */
function slotsFor(items: number): number {
  let slots = 16;
  while (slots < items * 1.5) slots *= 2;
  return slots;
}
