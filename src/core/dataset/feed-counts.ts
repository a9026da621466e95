/** Bytes of the file that one count is of. A byte each: 0.018 % of the file, with the sums. */
export const CELL = 6 * 1024;
/** In a file with more line feeds in a cell than a byte can count, two bytes are of so many: the same part of the file. */
export const WIDE_CELL = 2 * CELL;
const MOST_IN_CELL = 0xff;
/** A sum of all counts before is kept every so many cells. */
const GROUP = 64;

/** A cell: its first byte in the file, its size in bytes, how many line feeds lie before it, and how many in it. */
export interface FeedCell {
  start: number;
  size: number;
  before: number;
  count: number;
}

/** Line feeds of a file, counted by cells of 6 or 12 KiB. Finds the cell that the n-th line feed lies in. */
export class FeedCounts {
  private counts: Uint8Array | Uint16Array = new Uint8Array(GROUP);
  /** line feeds before each group of cells */
  private sums = new Float64Array(1);
  /** bytes of each cell */
  private cell = CELL;
  private size = 0;
  /** Line feeds in all. */
  total = 0;

  /** Bytes of memory that the counts take. */
  get memory(): number {
    return this.counts.byteLength + this.sums.byteLength;
  }

  /** Makes room for the cells of a file of `bytes` bytes, and not for more. */
  reserve(bytes: number): void {
    const groups = Math.ceil(bytes / this.cell / GROUP);
    if (groups > this.sums.length) this.resize(groups);
  }

  /** Takes the counts of the next cells of `CELL` bytes; an odd number of them only at the end of what is counted. */
  add(counts: Uint16Array): void {
    if (this.cell === CELL && counts.some((count) => count > MOST_IN_CELL)) this.widen();
    const perCell = this.cell / CELL;
    const cells = this.size + Math.ceil(counts.length / perCell);
    if (cells > this.counts.length) this.resize(Math.ceil((cells / GROUP) * 1.125));
    for (let at = 0; at < counts.length; at += perCell) {
      const count = (counts[at] ?? 0) + (perCell === 1 ? 0 : (counts[at + 1] ?? 0));
      if (this.size % GROUP === 0) this.sums[this.size / GROUP] = this.total;
      this.counts[this.size++] = count;
      this.total += count;
    }
  }

  /** Forgets the cells from byte `bytes` of the file on, a multiple of `WIDE_CELL`: they were counted before they were full. */
  keep(bytes: number): void {
    while (this.size * this.cell > bytes) this.total -= this.counts[--this.size] ?? 0;
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
    return { start: cell * this.cell, size: this.cell, before, count };
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

  /** Puts every two cells together. */
  private widen(): void {
    const { counts, sums, size } = this;
    const groups = Math.ceil(sums.length / 2);
    this.cell = WIDE_CELL;
    this.size = Math.ceil(size / 2);
    this.counts = Uint16Array.from(
      { length: groups * GROUP },
      (_, at) => (counts[2 * at] ?? 0) + (counts[2 * at + 1] ?? 0),
    );
    this.sums = Float64Array.from({ length: groups }, (_, at) => sums[2 * at] ?? 0);
  }

  private resize(groups: number): void {
    const { counts, sums } = this;
    const Counts = this.cell === CELL ? Uint8Array : Uint16Array;
    this.counts = new Counts(groups * GROUP);
    this.counts.set(counts);
    this.sums = new Float64Array(groups);
    this.sums.set(sums);
  }
}
