import type { OpenFile } from '../dataset/file-store';
import { readInto } from '../dataset/read-into';

const LINE_FEED = 0x0a;
const CHUNK = 256 * 1024;
/** A longer row is passed over. */
const LONGEST_ROW = 16 * 1024 * 1024;

/**
 * Some rows, each with its line feed, or a row too long to be read. `read` is how many bytes of the file have been read. Of no
 * use any more when the next chunk is asked for.
 */
export type RowChunk = { kind: 'rows'; rows: Uint8Array; read: number } | { kind: 'too-long'; read: number };

/**
 * Walks a file in chunks of whole rows, without its byte order mark; a last row without line feed is given one. In memory are
 * a chunk, and a row that is longer than one.
 */
export async function* rowChunks(file: OpenFile, longest = LONGEST_ROW): AsyncGenerator<RowChunk> {
  const window = new RowWindow(file, Math.min(CHUNK, longest));
  for (await window.fill(); window.filled > 0; await window.fill()) {
    const rows = window.wholeRows();
    if (rows.length > 0) {
      yield { kind: 'rows', rows, read: window.read };
      window.drop(rows.length);
    } else if (window.size < longest) {
      window.grow(longest);
    } else {
      await window.passRow();
      yield { kind: 'too-long', read: window.read };
    }
  }
}

/** The part of a file that is at hand: it begins with a row. */
class RowWindow {
  read = 0;
  filled = 0;
  private readonly file: OpenFile;
  private room: Buffer;

  constructor(file: OpenFile, size: number) {
    this.file = file;
    this.room = Buffer.allocUnsafeSlow(size + 1); // one for the line feed that the file may lack
  }

  get size(): number {
    return this.room.length - 1;
  }

  /** Reads on until the window is full or the file ends. */
  async fill(): Promise<void> {
    const first = this.read === 0;
    const wanted = this.size - this.filled;
    const length = await readInto(this.file, this.room.subarray(this.filled, this.size), this.read);
    this.read += length;
    this.filled += length;
    if (first && this.startsWithMark()) this.drop(3);
    if (length < wanted && this.filled > 0 && this.room[this.filled - 1] !== LINE_FEED)
      this.room[this.filled++] = LINE_FEED;
  }

  wholeRows(): Uint8Array {
    return this.room.subarray(0, this.room.subarray(0, this.filled).lastIndexOf(LINE_FEED) + 1);
  }

  /** Forgets the first `length` bytes. */
  drop(length: number): void {
    this.room.copyWithin(0, length, this.filled);
    this.filled -= length;
  }

  /** Doubles the window, up to `most` bytes. */
  grow(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.min(2 * this.size, most) + 1);
    this.room.copy(larger, 0, 0, this.filled);
    this.room = larger;
  }

  /** Goes to the end of the row that fills the window. */
  async passRow(): Promise<void> {
    let feed = -1;
    while (feed === -1 && this.filled > 0) {
      this.filled = 0;
      await this.fill();
      feed = this.room.subarray(0, this.filled).indexOf(LINE_FEED);
    }
    this.drop(feed + 1);
  }

  private startsWithMark(): boolean {
    return this.filled >= 3 && this.room[0] === 0xef && this.room[1] === 0xbb && this.room[2] === 0xbf;
  }
}
