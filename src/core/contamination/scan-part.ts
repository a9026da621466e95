import { isUtf8 } from 'node:buffer';
import type { OpenFile } from '../dataset/file-store';
import { readInto } from '../dataset/read-into';
import { walkPart } from '../dataset/row-reader';
import type { RowScanner } from './row-scanner';

const LINE_FEED = 0x0a;
const ROOM = 1024 * 1024;
/** A longer row is read by itself. */
const LONGEST_ROW = 4 * ROOM;

/** A row in which an item may be: its number among those of the part, its bytes, and how many it has in the file. */
export interface LikelyRow {
  number: number;
  bytes: Uint8Array;
  size: number;
}

/** How far a scan is: rows and bytes passed. */
export interface ScannedTo {
  rows: number;
  bytes: number;
}

/**
 * Finds the rows in which an item may be, of those that begin from byte `from` to byte `to` of a file. They are told in their order,
 * the bytes good until the call returns; after some rows, how far the scan is.
 */
export async function* scanPart(
  file: OpenFile,
  from: number,
  to: number,
  scanner: RowScanner,
  onLikely: (row: LikelyRow) => void,
): AsyncGenerator<ScannedTo> {
  const part = new PartScan(file, scanner, onLikely, to);
  await part.goTo(from);
  while (!part.done) {
    await part.step();
    yield part.at;
  }
}

class PartScan {
  done = false;
  private readonly file: OpenFile;
  private readonly scanner: RowScanner;
  private readonly onLikely: (row: LikelyRow) => void;
  private readonly to: number;
  private rows = 0;
  /** Where the part's first row begins. */
  private start = 0;
  /** Where the bytes in the room lie in the file, and how many they are. */
  private offset = 0;
  private filled = 0;
  private size = ROOM;

  constructor(file: OpenFile, scanner: RowScanner, onLikely: (row: LikelyRow) => void, to: number) {
    this.file = file;
    this.scanner = scanner;
    this.onLikely = onLikely;
    this.to = to;
  }

  get at(): ScannedTo {
    return { rows: this.rows, bytes: this.offset - this.start };
  }

  /** Goes to the first row that begins at `from` or behind. */
  async goTo(from: number): Promise<void> {
    if (from === 0) return;
    for await (const { start } of walkPart(this.file, from, Infinity)) {
      this.offset = start;
      this.start = start;
      this.done = start >= this.to;
      return;
    }
    this.done = true;
  }

  /** Scans the rows that fit in the room. */
  async step(): Promise<void> {
    const room = this.scanner.room(this.size + 1);
    const read = readInto(this.file, room.subarray(this.filled, this.size), this.offset + this.filled);
    this.filled += typeof read === 'number' ? read : await read;
    const ended = this.filled < this.size;
    if (ended && this.filled > 0 && room[this.filled - 1] !== LINE_FEED) room[this.filled++] = LINE_FEED;
    const end = this.endOfRows(room);
    if (end > 0) this.scan(room, end);
    else if (!ended) await this.passLongRow(room);
    this.done ||= (ended && this.filled === 0) || this.offset >= this.to;
  }

  /** Where the last whole row ends that begins before the part's end. */
  private endOfRows(room: Buffer): number {
    const filled = room.subarray(0, this.filled);
    const last = this.to - 1 - this.offset;
    const feed = last < this.filled ? filled.indexOf(LINE_FEED, last) : -1;
    return (feed === -1 ? filled.lastIndexOf(LINE_FEED) : feed) + 1;
  }

  private scan(room: Buffer, end: number): void {
    const rows = room.subarray(0, end);
    const tell = (number: number, from: number, to: number) => {
      const bytes = trimmed(room.subarray(from, to), this.offset + from);
      if (bytes.length > 0) this.onLikely({ number: this.rows + number, bytes, size: bytes.length });
    };
    if (isUtf8(rows)) this.rows += this.scanner.scan(end, ({ number, from, to }) => tell(number, from, to));
    else this.rows += eachRow(rows, tell);
    room.copyWithin(0, end, this.filled);
    this.filled -= end;
    this.offset += end;
  }

  private async passLongRow(room: Buffer): Promise<void> {
    if (this.size < LONGEST_ROW) {
      const kept = Buffer.from(room.subarray(0, this.filled));
      this.size *= 2;
      kept.copy(this.scanner.room(this.size + 1));
      return;
    }
    for await (const { bytes, size, next } of walkPart(this.file, this.offset, this.offset + 1)) {
      this.onLikely({ number: this.rows, bytes, size });
      this.offset = next;
    }
    this.rows++;
    this.filled = 0;
  }
}

/** Without a carriage return at its end, and without the file's byte order mark. */
function trimmed(row: Buffer, offset: number): Buffer {
  const marked = offset === 0 && row[0] === 0xef && row[1] === 0xbb && row[2] === 0xbf;
  return row.subarray(marked ? 3 : 0, row.at(-1) === 0x0d ? -1 : undefined);
}

function eachRow(rows: Buffer, tell: (number: number, from: number, to: number) => void): number {
  let number = 0;
  for (let from = 0; from < rows.length; number++) {
    const feed = rows.indexOf(LINE_FEED, from);
    tell(number, from, feed);
    from = feed + 1;
  }
  return number;
}
