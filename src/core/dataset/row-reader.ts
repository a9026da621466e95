import type { OpenFile } from './file-store';
import { LineCursor } from './line-cursor';
import type { Line } from './line-cursor';
import { expectLength } from './read-into';
import type { RowIndex } from './row-index';
import { readTogether, WINDOW } from './rows-together';
import type { RowRun } from './rows-together';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** A row longer than this many bytes is cut when read: nobody reads it, and it would stall the page. */
const LONGEST_ROW = 16 * 1024 * 1024;

export interface RawRow {
  /** 0-based */
  number: number;
  /** Without line feed, one trailing carriage return, and (first row only) the byte order mark. Part of a larger buffer. */
  bytes: Uint8Array;
  /** Size of the whole row in bytes; more than `bytes.length` when it was cut. */
  size: number;
}

/** Where a row's line lies in the file: its first byte, and its line feed (or the end of the file). */
export interface RowRange {
  start: number;
  end: number;
}

/** Part of a row's value. */
export interface RowPart {
  bytes: Uint8Array;
  /** of the whole value */
  size: number;
}

/**
 * Reads `count` rows from row `from` on; fewer when the index ends before. Rows that lie near each other on a disk that
 * answers at once are there at once: one row is read so fast that a promise would take a fifth of it. Throws, or rejects,
 * when the file became shorter or was written over.
 */
export function readRows(
  file: OpenFile,
  index: RowIndex,
  from: number,
  count: number,
  longest = LONGEST_ROW,
): RawRow[] | Promise<RawRow[]> {
  const first = Math.max(0, from);
  const last = Math.min(from + count, index.rows);
  if (first >= last) return [];
  const together = rowsThatFit(index, first, last);
  if (together?.count !== last - first) return readApart(file, index, first, last, longest);
  const read = readTogether(file, together);
  return Array.isArray(read)
    ? rowsOf(read, first, longest)
    : read.then((lines) => rowsOf(lines, first, longest));
}

/** Reads rows `first` to `last` (not included) that do not lie in one stretch. */
async function readApart(file: OpenFile, index: RowIndex, first: number, last: number, longest: number) {
  const rows: RawRow[] = [];
  for (let row = first; row < last;) {
    const fitting = rowsThatFit(index, row, last);
    const lines = await (fitting ? readTogether(file, fitting) : readLong(file, index, row, longest));
    rows.push(...rowsOf(lines, row, longest));
    row += lines.length;
  }
  return rows;
}

/** Walks all rows of a file from its first byte on, without an index. */
export function walkRows(file: OpenFile, longest = LONGEST_ROW): AsyncGenerator<RawRow> {
  return walkPart(file, 0, Infinity, longest);
}

/** A row of a part of a file. */
export interface PartRow extends RawRow {
  /** Where its line begins and where the next one does, in bytes of the file. */
  start: number;
  next: number;
}

/** Walks the rows that begin from byte `from` to byte `to`, without an index. Rows are counted from the first of these. */
export async function* walkPart(
  file: OpenFile,
  from: number,
  to: number,
  longest = LONGEST_ROW,
): AsyncGenerator<PartRow> {
  let start = Math.max(0, from - 1);
  const cursor = new LineCursor(file, start);
  if (from > 0) start += ((await cursor.next(0))?.size ?? 0) + 1; // the row before, or its line feed
  for (let number = 0; start < to; number++) {
    const line = await cursor.next(longest);
    if (line === null) return;
    const { bytes, size } = trimmed(start, line); // as with row 0, only the line at byte 0 has a byte order mark
    const next = start + line.size + 1;
    yield { number, bytes, size, start, next };
    start = next;
  }
}

/** Where a row that has been indexed lies. Reads 24 KiB at most, however long the row is. */
export async function rowRange(file: OpenFile, index: RowIndex, row: number): Promise<RowRange> {
  if (row >= index.rows) throw new Error(`there is no row ${row + 1}`);
  const start = row === 0 ? 0 : (await lineFeed(file, index, row)) + 1;
  return { start, end: await lineFeed(file, index, row + 1) };
}

/**
 * Part of a row, for rows too long to be read whole: `length` bytes from byte `from` of the row's value on, fewer at its end.
 * `size` is that of the whole value, counted as in RawRow.
 */
export async function readPart(
  file: OpenFile,
  index: RowIndex,
  row: number,
  from: number,
  length: number,
): Promise<RowPart> {
  const { start, end } = await valueRange(file, await rowRange(file, index, row));
  const begin = Math.min(start + from, end);
  const bytes = await file.read(begin, Math.max(0, Math.min(length, end - begin)));
  return { bytes, size: end - start };
}

/** The row's line without its byte order mark and carriage return. */
async function valueRange(file: OpenFile, { start, end }: RowRange): Promise<RowRange> {
  const head = start === 0 ? await file.read(0, Math.min(3, end)) : [];
  const begin = BYTE_ORDER_MARK.every((byte, at) => head[at] === byte) ? start + 3 : start;
  const tail = end > begin ? await file.read(end - 1, 1) : [];
  return { start: begin, end: tail[0] === CARRIAGE_RETURN ? end - 1 : end };
}

/** As many rows from `from` on as can be read together, at most up to `last`; null when not even one can. */
function rowsThatFit(index: RowIndex, from: number, last: number): RowRun | null {
  for (let count = last - from; count > 0; count >>= 1) {
    const stretch = index.stretch(from, from + count);
    if (stretch.end - stretch.start <= WINDOW) return { count, stretch };
  }
  return null;
}

async function readLong(file: OpenFile, index: RowIndex, row: number, longest: number): Promise<Line[]> {
  const { start, end } = await rowRange(file, index, row);
  const bytes = await file.read(start, Math.min(end - start, longest));
  return [{ bytes: whole(bytes, Math.min(end - start, longest)), size: end - start }];
}

/** Where the `nth` (from 1) line feed of the file lies; the end of the file when it is the one that is missing there. */
async function lineFeed(file: OpenFile, index: RowIndex, nth: number): Promise<number> {
  const found = index.feed(nth);
  if (!found) return index.bytes;
  const bytes = await file.read(found.start, found.end - found.start);
  return found.start + placeOfFeed(whole(bytes, found.end - found.start), found.skip);
}

/** Where the `nth` (from 1) line feed lies; behind the bytes when there are fewer. */
function placeOfFeed(bytes: Buffer, nth: number): number {
  let at = -1;
  for (let passed = 0; passed < nth && at < bytes.length; passed++) {
    const feed = bytes.indexOf(LINE_FEED, at + 1);
    at = feed === -1 ? bytes.length : feed;
  }
  return at;
}

/** What was read, if it is as long as the index says. */
function whole(bytes: Uint8Array, length: number): Buffer {
  expectLength(bytes.length, length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function rowsOf(lines: Line[], first: number, longest: number): RawRow[] {
  return lines.map((line, at) => trimmed(first + at, cut(line, longest)));
}

function cut(line: Line, longest: number): Line {
  return line.bytes.length > longest ? { ...line, bytes: line.bytes.subarray(0, longest) } : line;
}

function trimmed(number: number, line: Line): RawRow {
  let { bytes } = line;
  const cut = line.size > bytes.length;
  if (number === 0 && BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte)) bytes = bytes.subarray(3);
  if (!cut && bytes.at(-1) === CARRIAGE_RETURN) bytes = bytes.subarray(0, -1);
  return { number, bytes, size: cut ? line.size : bytes.length };
}
