import type { CountMemory } from './count-memory';

const SMALLEST_TOO_LARGE = 2048;
const BYTES = 4 * SMALLEST_TOO_LARGE;

/**
 * Counts whole numbers from 0 to 2,047, the commonest of all (lengths, levels, years), at the cost of one addition each: in a
 * block of words, one for each number, made when the first comes. A kernel counts in it too (`assembly/counts.ts`).
 */
export class SmallCounts {
  private readonly memory: CountMemory;
  private readonly block: number;

  /** `block`: the address of the word that says where the counts are. */
  constructor(memory: CountMemory, block: number) {
    this.memory = memory;
    this.block = block >> 2;
  }

  /** Counts a number if it is such a one; says whether it was. */
  add(value: number): boolean {
    if (!(value >= 0 && value < SMALLEST_TOO_LARGE && value === Math.floor(value))) return false;
    this.count(value, 1);
    return true;
  }

  merge(other: SmallCounts): void {
    other.forEach((value, count) => {
      this.count(value, count);
    });
  }

  forEach(visit: (value: number, count: number) => void): void {
    const { words } = this.memory;
    const counts = (words[this.block] ?? 0) >> 2;
    if (counts === 0) return;
    for (let value = 0; value < SMALLEST_TOO_LARGE; value++) {
      const count = words[counts + value] ?? 0;
      if (count > 0) visit(value, count);
    }
  }

  private count(value: number, times: number): void {
    const at = (this.counts() >> 2) + value;
    const { words } = this.memory;
    words[at] = (words[at] ?? 0) + times;
  }

  private counts(): number {
    const known = this.memory.words[this.block] ?? 0;
    if (known !== 0) return known;
    const made = this.memory.allocate(BYTES);
    this.memory.words[this.block] = made;
    return made;
  }
}
