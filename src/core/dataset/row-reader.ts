import type { OpenFile } from './file-store';
import type { RowIndex } from './row-index';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const WINDOW = 64 * 1024;
/** A row longer than this many bytes is cut when read: nobody reads it, and it would stall the page. */
const LONGEST_ROW = 16 * 1024 * 1024;

export interface RawRow {
  /** 0-based */
  number: number;
  /** Without line feed, one trailing carriage return, and (first row only) the byte order mark. */
  bytes: Uint8Array;
  /** Size of the whole row in bytes; more than `bytes.length` when it was cut. */
  size: number;
}

/** Reads `count` rows from row `from` on; fewer when the index ends before. */
export async function readRows(
  file: OpenFile,
  index: RowIndex,
  from: number,
  count: number,
  longest = LONGEST_ROW,
): Promise<RawRow[]> {
  const last = Math.min(from + count, index.rows);
  const rows: RawRow[] = [];
  if (from >= last) return rows;
  const cursor = new LineCursor(file, index.checkpoint(from).offset);
  for (let row = index.checkpoint(from).row; row < last; row++) {
    const line = await cursor.next(row < from ? 0 : longest);
    if (line && row >= from) rows.push(trimmed(row, line));
  }
  return rows;
}

/** Walks all rows of a file from its first byte on, without an index. */
export async function* walkRows(file: OpenFile, longest = LONGEST_ROW): AsyncGenerator<RawRow> {
  const cursor = new LineCursor(file, 0);
  for (let number = 0; ; number++) {
    const line = await cursor.next(longest);
    if (line === null) return;
    yield trimmed(number, line);
  }
}

interface Line {
  bytes: Uint8Array;
  size: number;
}

/** Walks line by line through a window over the file. */
class LineCursor {
  private window: Buffer = Buffer.alloc(0);
  private at = 0;

  private readonly file: OpenFile;
  private offset: number;

  constructor(file: OpenFile, offset: number) {
    this.file = file;
    this.offset = offset;
  }

  /** The next line, at most `keep` bytes of it; null at the end of the file. */
  async next(keep: number): Promise<Line | null> {
    if (this.at >= this.window.length && !(await this.advance())) return null;
    const parts: Uint8Array[] = [];
    let size = 0;
    let kept = 0;
    while (this.at < this.window.length || (await this.advance())) {
      const feed = this.window.indexOf(LINE_FEED, this.at);
      const end = feed === -1 ? this.window.length : feed;
      const room = Math.min(end - this.at, keep - kept);
      if (room > 0) parts.push(this.window.subarray(this.at, this.at + room));
      kept += room;
      size += end - this.at;
      this.at = end + 1;
      if (feed !== -1) break;
    }
    return { bytes: Buffer.concat(parts), size };
  }

  private async advance(): Promise<boolean> {
    const bytes = await this.file.read(this.offset, WINDOW);
    this.offset += bytes.length;
    this.window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
    return bytes.length > 0;
  }
}

function trimmed(number: number, line: Line): RawRow {
  let { bytes } = line;
  const cut = line.size > bytes.length;
  if (number === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  if (!cut && bytes.at(-1) === CARRIAGE_RETURN) bytes = bytes.subarray(0, -1);
  return { number, bytes, size: cut ? line.size : bytes.length };
}
