import { isUtf8 } from 'node:buffer';
import type { ColumnTally } from './column-tally';
import { DatasetTally } from './dataset-tally';
import { FieldEntries, NO_KEY } from './field-entries';
import type { FieldEntry } from './field-entries';
import { countRowPlainly, countRowsPlainly } from './plain-rows';
import { RowValuesKernel } from './row-values-kernel';

/** A record, in words: see `assembly/records.ts`. */
const RECORD = 10;
const KEY = 1;
const KEY_FROM = 2;
const KEY_TO = 3;
const FROM = 4;
const TO = 5;
const LENGTH = 6;
const LOW = 7;
const HIGH = 8;
const FIELD = 9;

/** The record of a row, before those of its values. */
const ROW = 8;
const VALUES = 1;
const ROW_FROM = 2;
const ROW_TO = 3;
const SHAPE_LOW = 4;
const SHAPE_HIGH = 5;

const KIND = 0xff;
const ODD_VALUE = 1 << 16;
const TO_TELL = 1 << 17;
const WITHIN_OBJECT = 1;
const WITHIN_LIST = 2;

/** A row's fields in the order of its values, those in its objects among them; undefined: not counted. */
interface RowFields {
  fields: (FieldEntry | undefined)[];
  /** How many keys find no room. */
  leftOut: number;
  /** Whether the kernel tells all keys from others, so that these are the fields of all rows whose keys have the same hash. */
  told: boolean;
}

/**
 * Counts rows from their bytes, without parsing them: a kernel finds the values, their lengths and hashes, and counts them
 * itself in rows that have the keys of a row before. Only values worth telling are decoded. Rows that the kernel does not take
 * (broken, blank, no object), rows that have a key twice or a new one, and rows that are not UTF-8 are parsed. A row broken
 * only inside a nested value may be counted as if it were whole.
 */
export class FastRows {
  readonly tally: DatasetTally;
  private readonly kernel = new RowValuesKernel();
  private readonly entries: FieldEntries;
  private readonly tallies = new Map<number, ColumnTally>();

  constructor() {
    this.tally = new DatasetTally(this.kernel.memory);
    this.entries = new FieldEntries(this.tally);
  }

  /** Counts whole rows, each with its line feed. */
  count(rows: Uint8Array): void {
    if (!isUtf8(rows)) {
      countRowsPlainly(rows, this.tally);
      return;
    }
    const { from, to } = this.kernel.put(rows);
    for (let at = from; at < to;) {
      const end = this.kernel.read(at, to);
      this.tally.rows += this.kernel.rowsCounted;
      this.tally.leftOut += this.kernel.keysLeftOut;
      this.countRecords(end);
      at = this.kernel.readTo === at ? this.countFullRow(at) : this.kernel.readTo;
    }
  }

  private get words(): Int32Array {
    return this.kernel.memory.words;
  }

  private get bytes(): Buffer {
    return this.kernel.memory.bytes;
  }

  /** A row with more values than there is room for. Returns where the next one begins. */
  private countFullRow(at: number): number {
    const feed = this.bytes.indexOf(0x0a, at);
    countRowPlainly(this.bytes.subarray(at, feed), this.tally);
    return feed + 1;
  }

  private countRecords(end: number): void {
    for (let at = this.kernel.recordsAt >> 2; at < end >> 2; at += RECORD) {
      const kind = (this.words[at] ?? 0) & KIND;
      if (kind < ROW) this.countLeft(at);
      else at += this.countWholeRow(at, kind) * RECORD;
    }
  }

  /** A value of a row that the kernel counted but for this one. */
  private countLeft(at: number): void {
    const head = this.words[at] ?? 0;
    const tally = this.tallies.get(this.words[at + FIELD] ?? 0);
    if (!tally) return;
    if (head & TO_TELL) this.tell(at, head, tally);
    else if (withinOf(head) === WITHIN_LIST) this.countElement(at, head, tally);
    else this.countValue(at, head, tally);
  }

  private tell(at: number, head: number, tally: ColumnTally): void {
    if ((head & KIND) === 1)
      tally.tellText(this.words[at + LOW] ?? 0, this.words[at + HIGH] ?? 0, this.valueAt(at));
    else tally.tellYesNo((head & KIND) === 3);
  }

  /** A row that the kernel did not count. Returns how many records of values it has. */
  private countWholeRow(at: number, kind: number): number {
    const { words } = this;
    const values = words[at + VALUES] ?? 0;
    const row = kind === ROW ? this.fieldsOf(at + RECORD, values) : null;
    if (row) {
      this.countRow(at + RECORD, values, row);
      const fields = row.fields.map((field) => field?.tally.at ?? 0);
      if (row.told)
        this.kernel.addShape(words[at + SHAPE_LOW] ?? 0, words[at + SHAPE_HIGH] ?? 0, row.leftOut, fields);
    } else {
      countRowPlainly(this.bytes.subarray(words[at + ROW_FROM], words[at + ROW_TO]), this.tally);
    }
    return values;
  }

  /** The fields of a row; null when it has one of its keys twice, or for the first time of all rows. */
  private fieldsOf(first: number, values: number): RowFields | null {
    const { words, entries } = this;
    const fields: RowFields['fields'] = [];
    let told = true;
    entries.startRow();
    for (let value = 0, at = first; value < values; value++, at += RECORD) {
      const within = withinOf(words[at] ?? 0);
      if (within === WITHIN_LIST) continue;
      const inObject = within === WITHIN_OBJECT;
      const key = words[at + KEY] ?? 0;
      const field = entries.known(inObject, key) ?? entries.named(inObject, key, this.keyAt(at));
      if (field === null || (field && !entries.mark(field))) return null;
      if (field) this.tallies.set(field.tally.at, field.tally);
      fields.push(field);
      told &&= key !== NO_KEY;
    }
    return { fields, leftOut: entries.leftOutKeys, told };
  }

  private keyAt(at: number): string {
    return this.textAt(this.words[at + KEY_FROM] ?? 0, this.words[at + KEY_TO] ?? 0);
  }

  private countRow(at: number, values: number, { fields, leftOut }: RowFields): void {
    this.tally.rows++;
    this.tally.leftOut += leftOut;
    let tally: ColumnTally | undefined;
    for (let value = 0, next = 0; value < values; value++, at += RECORD) {
      const head = this.words[at] ?? 0;
      const inList = withinOf(head) === WITHIN_LIST;
      if (!inList) tally = fields[next++]?.tally;
      if (!tally) continue;
      if (inList) this.countElement(at, head, tally);
      else this.countValue(at, head, tally);
    }
  }

  private countValue(at: number, head: number, tally: ColumnTally): void {
    switch (head & KIND) {
      case 1:
        return this.countText(at, head, tally, false);
      case 2:
        return tally.addNumber(this.numberAt(at, head));
      case 3:
      case 4:
        return tally.addYesNo((head & KIND) === 3);
      case 5:
        return tally.addNull();
      case 6:
        return tally.addListLength(this.words[at + LENGTH] ?? 0);
      default:
        return tally.addObject();
    }
  }

  private countElement(at: number, head: number, tally: ColumnTally): void {
    switch (head & KIND) {
      case 1:
        return this.countText(at, head, tally, true);
      case 2:
        return tally.countNumber(this.numberAt(at, head));
      case 3:
      case 4:
        return tally.countYesNo((head & KIND) === 3);
      default:
    }
  }

  private countText(at: number, head: number, tally: ColumnTally, inList: boolean): void {
    if (head & ODD_VALUE) {
      if (inList) tally.countText(this.valueAt(at));
      else tally.add(this.valueAt(at));
      return;
    }
    const { words } = this;
    const length = words[at + LENGTH] ?? 0;
    const low = words[at + LOW] ?? 0;
    const high = words[at + HIGH] ?? 0;
    const wanted = inList ? tally.countTextByHash(length, low, high) : tally.addTextByHash(length, low, high);
    if (wanted) tally.tellText(low, high, this.valueAt(at));
  }

  /** The text of a record, without its quotes. */
  private valueAt(at: number): string {
    return this.textAt((this.words[at + FROM] ?? 0) + 1, (this.words[at + TO] ?? 0) - 1);
  }

  private numberAt(at: number, head: number): number {
    if ((head & ODD_VALUE) === 0) return this.bytes.readDoubleLE(4 * (at + LENGTH));
    return Number(this.bytes.toString('latin1', this.words[at + FROM], this.words[at + TO]));
  }

  private textAt(from: number, to: number): string {
    const text = this.bytes.toString('utf8', from, to);
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  }
}

function withinOf(head: number): number {
  return (head >> 8) & 0xff;
}
