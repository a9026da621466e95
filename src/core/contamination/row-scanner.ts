import type { BenchmarkIndex } from './benchmark-index';
import type { Boilerplate } from './boilerplate';
import { LONGEST_TEXT, ScanMemory } from './scan-memory';
import { KEYS_PLACE, layTables } from './scan-tables';
import type { ScanTables } from './scan-tables';
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
  private readonly memory = new ScanMemory();
  private readonly tables: ScanTables;
  private readonly records: number;
  private readonly utf8 = new TextEncoder();
  private roomAt = 0;
  private roomSize = 0;

  /** `least`: the score that counts. */
  constructor(index: BenchmarkIndex, boilerplate: Boilerplate, least: number) {
    this.tables = layTables(this.memory, index, boilerplate, least);
    this.records = this.memory.allocate(RECORD * MOST_RECORDS);
  }

  /** In which ways the texts under each of a row's keys are looked at, and those under other keys. */
  setFields(fields: ReadonlyMap<string, number>, others: number): void {
    const names = [...fields.keys()].map((name) => Buffer.from(name));
    const places = names.map((name) => this.memory.put(name));
    const entries = [...fields.values()].flatMap((as, at) => [as, places[at] ?? 0, names[at]?.length ?? 0]);
    const keys = this.memory.put(Uint32Array.from([fields.size, others, ...entries]));
    this.memory.words(this.tables.header, KEYS_PLACE + 1)[KEYS_PLACE] = keys;
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
    this.learnSigns();
    return rows;
  }

  /** Whether a text may hold an item. */
  isLikely(text: string, as: number): boolean {
    const to = this.putText(text);
    if (to === null) return true;
    const likely = this.memory.run.isLikelyText(this.tables.text, to, as) !== 0;
    return this.learnSigns() ? this.isLikely(text, as) : likely;
  }

  /** A text as the kernel cuts it, for tests: hashes and kinds. Null for one that is not cut there. */
  tokens(text: string): Pick<Tokens, 'length' | 'exact' | 'kinds'> | null {
    const to = this.putText(text);
    if (to === null) return null;
    const { run } = this.memory;
    run.tokenise(this.tables.text, to);
    if (this.learnSigns()) return this.tokens(text);
    if (run.metNewSign.value !== 0) return null;
    const length = run.tokens.value;
    const exact = this.memory.words(this.tables.exact, length).slice();
    return { length, exact, kinds: new Uint8Array(this.memory.bytes(this.tables.kinds, length)) };
  }

  /** Returns where the text ends; null when it is too long, or has half a surrogate pair. */
  private putText(text: string): number | null {
    if (text.length * 3 + BEHIND > LONGEST_TEXT || /\p{Surrogate}/u.test(text)) return null;
    const room = this.memory.bytes(this.tables.text, LONGEST_TEXT);
    const { written } = this.utf8.encodeInto(text, room);
    room.fill(0, written, written + BEHIND);
    return this.tables.text + written;
  }

  /** Tells the kernel what signs mean that it met for the first time. Returns whether there were any. */
  private learnSigns(): boolean {
    const [count = 0] = this.memory.words(this.tables.newSigns, 1);
    if (count === 0) return false;
    const signs = this.memory.words(this.tables.newSigns + 4, count).slice();
    for (const sign of signs) {
      const [first, second] = signTokens(String.fromCodePoint(sign));
      const state = first === undefined ? 1 : second === undefined ? 2 : 3;
      const entry = this.memory.words(this.tables.signs + sign * 16, 3);
      entry.set([state | ((first?.kind ?? 0) << 8), first?.hash ?? 0, second?.hash ?? 0]);
    }
    this.memory.words(this.tables.newSigns, 1)[0] = 0;
    return true;
  }
}
