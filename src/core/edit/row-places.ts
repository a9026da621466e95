import type { RowIndex } from '../dataset/row-index';
import type { CopySource } from './write-store';

const LINE_FEED = 0x0a;
const WINDOW = 16 * 1024;
/** Places remembered, at most. */
const REMEMBERED = 1 << 16;

/** Finds where file rows begin. Asked in ascending order it reads no byte twice; what was asked before is remembered. */
export class RowPlaces {
  private readonly source: CopySource;
  private readonly index: RowIndex;
  private readonly window = Buffer.allocUnsafe(WINDOW);
  private windowStart = 0;
  private windowEnd = 0;
  private known = { row: 0, offset: 0 };
  private readonly found = new Map<number, number>();

  constructor(source: CopySource, index: RowIndex) {
    this.source = source;
    this.index = index;
  }

  /** Rows of the file. */
  get rows(): number {
    return this.index.rows;
  }

  /** The offset of the first byte of file row `row`, a byte order mark counted in; the end of the file past its last row. */
  start(row: number): number {
    if (row >= this.index.rows && this.index.complete) return this.index.bytes;
    const remembered = this.found.get(row);
    if (remembered !== undefined) return remembered;
    const offset = this.find(row);
    this.known = { row, offset };
    if (this.found.size >= REMEMBERED) this.found.clear();
    this.found.set(row, offset);
    return offset;
  }

  private find(row: number): number {
    let { offset, skip } = nearest(this.index, row);
    if (this.known.row <= row && this.known.offset >= offset) {
      offset = this.known.offset;
      skip = row - this.known.row;
    }
    for (; skip > 0; skip--) offset = this.lineEnd(offset);
    return offset;
  }

  /** The offset behind the first line feed from `from` on, or the end of the file. */
  private lineEnd(from: number): number {
    for (let at = from; ; at = this.windowEnd) {
      if (!this.fill(at)) return at;
      const read = this.window.subarray(0, this.windowEnd - this.windowStart);
      const feed = read.indexOf(LINE_FEED, at - this.windowStart);
      if (feed !== -1) return this.windowStart + feed + 1;
    }
  }

  /** Whether there are bytes at `offset`; they are then in the window. */
  private fill(offset: number): boolean {
    if (offset >= this.windowStart && offset < this.windowEnd) return true;
    this.windowStart = offset;
    this.windowEnd = offset + this.source.read(this.window, offset);
    return this.windowEnd > offset;
  }
}

/** A place from which to pass `skip` line feeds to come to a row. */
function nearest(index: RowIndex, row: number): { offset: number; skip: number } {
  if (row === 0) return { offset: 0, skip: 0 };
  const stretch = index.feed(row);
  return stretch ? { offset: stretch.start, skip: stretch.skip } : { offset: index.bytes, skip: 0 };
}
