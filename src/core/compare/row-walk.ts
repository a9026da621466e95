import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { OpenFile } from '../dataset/file-store';
import { hashOf, shortened } from './row-hash';
import type { RowHash } from './row-hash';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CHUNK = 1024 * 1024;
/** A longer row is known by its bytes alone: it is hashed as it streams by, and never held. */
const LONGEST = 16 * 1024 * 1024;

/** One row as it passes. */
export interface PassingRow {
  /** 0-based */
  number: number;
  /** Without line feed, one trailing carriage return and, in row 0, the byte order mark. Null for a row too long to hold. Gone after the call. */
  bytes: Uint8Array | null;
  hash(): RowHash;
}

/** Walks over all rows of a file, in order and without holding them. Gives the number of rows; `onChunk` gets the bytes read so far. */
export async function walkFile(
  file: OpenFile,
  visit: (row: PassingRow) => void,
  onChunk: (bytes: number) => void,
): Promise<number> {
  const walk = new Walk(visit);
  for (let offset = 0; ;) {
    const chunk = await file.read(offset, CHUNK);
    walk.take(chunk);
    offset += chunk.length;
    onChunk(offset);
    if (chunk.length < CHUNK) return walk.end();
  }
}

/** Cuts chunks into rows at byte 0x0A. Only a row that reaches over chunks is put together. */
class Walk {
  private rows = 0;
  private parts: Uint8Array[] = [];
  private held = 0;
  private long: LongRow | null = null;
  private readonly visit: (row: PassingRow) => void;

  constructor(visit: (row: PassingRow) => void) {
    this.visit = visit;
  }

  take(chunk: Uint8Array): void {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let feed = buffer.indexOf(LINE_FEED); feed !== -1; feed = buffer.indexOf(LINE_FEED, start)) {
      this.endRow(buffer.subarray(start, feed));
      start = feed + 1;
    }
    if (start < buffer.length) this.hold(buffer.subarray(start));
  }

  /** The last row may lack its line feed. */
  end(): number {
    if (this.parts.length > 0 || this.long) this.endRow(new Uint8Array(0));
    return this.rows;
  }

  private hold(part: Uint8Array): void {
    this.held += part.length;
    if (!this.long && this.held <= LONGEST) {
      this.parts.push(part);
      return;
    }
    if (!this.long) this.long = new LongRow(withoutMark(Buffer.concat(this.parts), this.rows));
    this.parts = [];
    this.long.add(part);
  }

  private endRow(last: Uint8Array): void {
    const number = this.rows++;
    const { long } = this;
    if (long) {
      long.add(last);
      this.visit({ number, bytes: null, hash: () => long.hash() });
    } else {
      const whole = this.parts.length > 0 ? Buffer.concat([...this.parts, last]) : last;
      const bytes = withoutReturn(withoutMark(whole, number));
      this.visit({ number, bytes, hash: () => hashOf(bytes) });
    }
    this.parts = [];
    this.held = 0;
    this.long = null;
  }
}

/** The hash of a row that is too long to hold. A carriage return counts only when something follows it. */
class LongRow {
  private readonly sum: Hash = createHash('sha256');
  private returnHeld = false;

  constructor(beginning: Uint8Array) {
    this.add(beginning);
  }

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    if (this.returnHeld) this.sum.update(Uint8Array.of(CARRIAGE_RETURN));
    this.returnHeld = part.at(-1) === CARRIAGE_RETURN;
    this.sum.update(withoutReturn(part));
  }

  hash(): RowHash {
    return shortened(this.sum.digest());
  }
}

function withoutMark(bytes: Uint8Array, row: number): Uint8Array {
  const marked = row === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}
