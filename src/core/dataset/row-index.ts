import type { OpenFile } from './file-store';

const LINE_FEED = 0x0a;
const CHUNK = 1024 * 1024;
/** Progress is told no more often: thousands of messages would hold up the page that they are for. */
const TELL_EVERY_MS = 100;
/** Checkpoints are spaced by bytes, not rows: the extra read is bounded whatever the row size, at 0.02 % of the file. */
const CHECKPOINT_SPACING = 64 * 1024;

/**
 * Knows where every row of a JSONL file begins, without holding an entry for every row.
 * Rows are cut at byte 0x0A alone. Rows indexed so far can be asked for while the scan goes on.
 */
export class RowIndex {
  private readonly offsets: number[] = [0];
  private readonly firstRows: number[] = [0];
  private scanned = 0;
  private ended = false;
  /** start of the row that the scan is in */
  private rowStart = 0;
  private rowsStarted = 0;

  /** Rows whose end has been seen. */
  get rows(): number {
    return this.rowsStarted;
  }

  get complete(): boolean {
    return this.ended;
  }

  /** Bytes scanned. */
  get bytes(): number {
    return this.scanned;
  }

  /**
   * Scans `file` to its end. `onProgress` is called as soon as there are rows to show, then now and then, and at the end.
   * `size` is what the file has in bytes: it rejects when there is less to read.
   */
  async scan(file: OpenFile, signal: AbortSignal, onProgress: () => void, size = 0): Promise<void> {
    let told = 0;
    for (;;) {
      signal.throwIfAborted();
      const chunk = await file.read(this.scanned, CHUNK);
      this.take(chunk);
      if (chunk.length < CHUNK) break;
      if (this.rowsStarted === 0 || performance.now() - told < TELL_EVERY_MS) continue;
      told = performance.now();
      onProgress();
    }
    if (this.scanned < size) throw new Error('the file became shorter while it was read');
    if (this.scanned > this.rowStart) this.endRow(this.scanned); // no line feed at the end of the file
    this.ended = true;
    onProgress();
  }

  /** The nearest known row start at or before row `row`. */
  checkpoint(row: number): { offset: number; row: number } {
    let low = 0;
    let high = this.firstRows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.firstRows[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return { offset: this.offsets[low] ?? 0, row: this.firstRows[low] ?? 0 };
  }

  private take(chunk: Uint8Array): void {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = buffer.indexOf(LINE_FEED); at !== -1; at = buffer.indexOf(LINE_FEED, at + 1)) {
      this.endRow(this.scanned + at);
    }
    this.scanned += chunk.length;
  }

  private endRow(end: number): void {
    this.rowsStarted++;
    this.rowStart = end + 1;
    if (this.rowStart - (this.offsets.at(-1) ?? 0) < CHECKPOINT_SPACING) return;
    this.offsets.push(this.rowStart);
    this.firstRows.push(this.rowsStarted);
  }
}
