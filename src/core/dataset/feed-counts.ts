/** Bytes of the file that one count is of. A u16 each: 0.017 % of the file, with the sums. */
export const CELL = 12 * 1024;
/** A sum of all counts before is kept every so many cells. */
const GROUP = 64;

/** A cell, how many line feeds lie before it, and how many in it. */
export interface FeedCell {
  cell: number;
  before: number;
  count: number;
}

/** Line feeds of a file, counted by cells of 12 KiB. Finds the cell that the n-th line feed lies in. */
export class FeedCounts {
  private counts = new Uint16Array(GROUP);
  /** line feeds before each group of cells */
  private sums = new Float64Array(1);
  private size = 0;
  /** Line feeds in all. */
  total = 0;

  /** Cells that have been counted. */
  get cells(): number {
    return this.size;
  }

  /** Bytes of memory that the counts take. */
  get memory(): number {
    return this.counts.byteLength + this.sums.byteLength;
  }

  /** Makes room for the cells of a file of `bytes` bytes, and not for more. */
  reserve(bytes: number): void {
    const groups = Math.ceil(bytes / CELL / GROUP);
    if (groups > this.sums.length) this.resize(groups);
  }

  add(counts: Uint16Array): void {
    const cells = this.size + counts.length;
    if (cells > this.counts.length) this.resize(Math.ceil((cells / GROUP) * 1.125));
    for (const count of counts) {
      if (this.size % GROUP === 0) this.sums[this.size / GROUP] = this.total;
      this.counts[this.size++] = count;
      this.total += count;
    }
  }

  /** Forgets the last cell: it was counted before it was full. */
  dropLast(): void {
    if (this.size === 0) return;
    this.size--;
    this.total -= this.counts[this.size] ?? 0;
  }

  /** The cell of the `nth` line feed (from 1, at most `total`). */
  find(nth: number): FeedCell {
    const group = this.groupOf(nth);
    let cell = group * GROUP;
    let before = this.sums[group] ?? 0;
    let count = this.counts[cell] ?? 0;
    while (before + count < nth) {
      before += count;
      count = this.counts[++cell] ?? 0;
    }
    return { cell, before, count };
  }

  /** The last group with fewer than `nth` line feeds before it. */
  private groupOf(nth: number): number {
    let low = 0;
    let high = Math.ceil(this.size / GROUP) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.sums[middle] ?? 0) < nth) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private resize(groups: number): void {
    const { counts, sums } = this;
    this.counts = new Uint16Array(groups * GROUP);
    this.counts.set(counts);
    this.sums = new Float64Array(groups);
    this.sums.set(sums);
  }
}
