import type { Boilerplate } from './boilerplate';
import type { IndexImage } from './index-image';
import { LONGEST_TEXT, ScanMemory } from './scan-memory';
import { layRooms } from './scan-rooms';
import type { ScanRooms } from './scan-rooms';
import { signTokens } from './tokenise';
import type { Tokens } from './tokens';

/** What a text is looked at as; the sum of both is possible. */
export const AS_PROBLEM = 1;
export const AS_TRACE = 2;

/** Zeros behind a text. */
const BEHIND = 64;
const RECORD = 12;
/** Likely rows that one call of the kernel may tell. */
const MOST_RECORDS = 4096;

/** A row in which an item may be, as its number among the rows that were scanned, and its place in the room. */
export interface FoundRow {
  number: number;
  from: number;
  to: number;
}

/**
 * Tells texts and rows that hold no benchmark item for certain from those that may hold one, by the sums of `CandidateFinder`,
 * in a kernel. The others are to be looked at by a `Matcher`.
 */
export class RowScanner {
  private readonly memory: ScanMemory;
  private readonly rooms: ScanRooms;
  private readonly records: number;
  private readonly utf8 = new TextEncoder();
  private roomAt = 0;
  private roomSize = 0;

  /** `least`: the score that counts. */
  constructor(image: IndexImage, boilerplate: Boilerplate, least: number) {
    this.memory = new ScanMemory(image.bytes, (sign) => this.learnSign(sign >>> 0));
    this.rooms = layRooms(this.memory, image, boilerplate, least);
    this.records = this.memory.allocate(RECORD * MOST_RECORDS);
  }

  /** In which ways the texts under each of a row's keys are looked at, and those under other keys. */
  setFields(fields: ReadonlyMap<string, number>, others: number): void {
    const names = [...fields.keys()].map((name) => Buffer.from(name));
    const places = names.map((name) => this.memory.put(name));
    const entries = [...fields.values()].flatMap((as, at) => [as, places[at] ?? 0, names[at]?.length ?? 0]);
    const keys = this.memory.put(Uint32Array.from([fields.size, others, ...entries]));
    this.memory.words(this.rooms.keys, 1)[0] = keys;
  }

  /** Room for rows to be scanned: of no use any more once more room is made. */
  room(size: number): Buffer {
    if (size > this.roomSize) {
      this.roomAt = this.memory.allocate(size);
      this.roomSize = size;
    }
    return this.memory.bytes(this.roomAt, size);
  }

  /** Rows that may hold an item, of those in the room up to `to`, each with its line feed. Returns how many rows there are. */
  scan(to: number, onLikely: (row: FoundRow) => void): number {
    const { run } = this.memory;
    let rows = 0;
    for (let at = this.roomAt; at < this.roomAt + to; at = run.scannedTo.value) {
      const end = run.scanRows(at, this.roomAt + to, this.records, this.records + RECORD * MOST_RECORDS);
      const found = this.memory.words(this.records, (end - this.records) / 4);
      for (let place = 0; place < found.length; place += 3) {
        const [number = 0, from = 0, feed = 0] = found.subarray(place, place + 3);
        onLikely({ number: rows + number, from: from - this.roomAt, to: feed - this.roomAt });
      }
      rows += run.rowsPassed.value;
    }
    return rows;
  }

  /** Whether a text may hold an item. */
  isLikely(text: string, as: number): boolean {
    const to = this.putText(text);
    if (to === null) return true;
    return this.memory.run.isLikelyText(this.rooms.text, to, as) !== 0;
  }

  /** A text as the kernel cuts it, for tests: hashes and kinds. Null for one that is not cut there. */
  tokens(text: string): Pick<Tokens, 'length' | 'exact' | 'kinds'> | null {
    const to = this.putText(text);
    if (to === null) return null;
    const { run } = this.memory;
    run.tokenise(this.rooms.text, to);
    if (run.metUnknownSign.value !== 0) return null;
    const length = run.tokens.value;
    const exact = this.memory.words(this.rooms.exact, length).slice();
    return { length, exact, kinds: new Uint8Array(this.memory.bytes(this.rooms.kinds, length)) };
  }

  /** Returns where the text ends; null when it is too long, or has half a surrogate pair. */
  private putText(text: string): number | null {
    if (text.length * 3 + BEHIND > LONGEST_TEXT || /\p{Surrogate}/u.test(text)) return null;
    const room = this.memory.bytes(this.rooms.text, LONGEST_TEXT);
    const { written } = this.utf8.encodeInto(text, room);
    room.fill(0, written, written + BEHIND);
    return this.rooms.text + written;
  }

  /** Tells the kernel what a sign means that it met for the first time. */
  private learnSign(sign: number): void {
    const [first, second] = signTokens(String.fromCodePoint(sign));
    const state = first === undefined ? 1 : second === undefined ? 2 : 3;
    const entry = this.memory.words(this.rooms.signs + sign * 16, 3);
    entry.set([state | ((first?.kind ?? 0) << 8), first?.hash ?? 0, second?.hash ?? 0]);
  }
}
