import { isUtf8 } from 'node:buffer';
import type { DatasetTally } from './dataset-tally';
import { FieldEntries, NO_KEY } from './field-entries';
import type { FieldEntry } from './field-entries';
import { countRowPlainly, countRowsPlainly } from './plain-rows';
import { RowShapes } from './row-shapes';
import type { RowShape } from './row-shapes';
import { RowValuesKernel } from './row-values-kernel';

/** A record, in words: see `assembly/row-values.ts`. */
const RECORD = 10;
const KEY = 1;
const KEY_FROM = 2;
const KEY_TO = 3;
const FROM = 4;
const TO = 5;
const LENGTH = 6;
const LOW = 7;
const HIGH = 8;

/** The record of a row, before those of its values. */
const ROW = 8;
const VALUES = 1;
const ROW_FROM = 2;
const ROW_TO = 3;
const SHAPE_LOW = 4;
const SHAPE_HIGH = 5;

const ODD_VALUE = 1 << 16;
const WITHIN_OBJECT = 1;
const WITHIN_LIST = 2;

/**
 * Counts rows from their bytes, without parsing them: a kernel finds the values, their lengths and hashes, and only values
 * worth telling are decoded. Rows that the kernel does not take (broken, blank, no object), rows that have a key twice or a
 * new one, and rows that are not UTF-8 are parsed. A row broken only inside a nested value may be counted as if it were whole.
 */
export class FastRows {
  private readonly kernel = new RowValuesKernel();
  private readonly entries: FieldEntries;
  private readonly tally: DatasetTally;
  private memory = this.kernel.memory;
  private words = this.kernel.words;
  private numbers = this.kernel.numbers;
  private readonly shapes = new RowShapes();

  constructor(tally: DatasetTally) {
    this.tally = tally;
    this.entries = new FieldEntries(tally);
  }

  /** Counts whole rows, each with its line feed. */
  count(rows: Uint8Array): void {
    if (!isUtf8(rows)) {
      countRowsPlainly(rows, this.tally);
      return;
    }
    const { from, to } = this.kernel.put(rows);
    this.memory = this.kernel.memory;
    this.words = this.kernel.words;
    this.numbers = this.kernel.numbers;
    for (let at = from; at < to;) {
      this.countRecords(this.kernel.read(at, to));
      at = this.kernel.readTo === at ? this.countFullRow(at) : this.kernel.readTo;
    }
  }

  /** A row with more values than there is room for. Returns where the next one begins. */
  private countFullRow(at: number): number {
    const feed = this.memory.indexOf(0x0a, at);
    countRowPlainly(this.memory.subarray(at, feed), this.tally);
    return feed + 1;
  }

  private countRecords(end: number): void {
    const { words } = this;
    for (let at = this.kernel.recordsAt >> 2; at < end >> 2;) {
      const values = words[at + VALUES] ?? 0;
      const shape = words[at] === ROW ? this.shapeAt(at, values) : null;
      if (shape) this.countRow(at + RECORD, values, shape);
      else countRowPlainly(this.memory.subarray(words[at + ROW_FROM], words[at + ROW_TO]), this.tally);
      at += (1 + values) * RECORD;
    }
  }

  /** What is known of the row's keys; null when it has one of them twice, or for the first time of all rows. */
  private shapeAt(at: number, values: number): RowShape | null {
    const low = this.words[at + SHAPE_LOW] ?? 0;
    const high = this.words[at + SHAPE_HIGH] ?? 0;
    return this.shapes.find(low, high) ?? this.newShape(at + RECORD, values, low, high);
  }

  private newShape(first: number, values: number, low: number, high: number): RowShape | null {
    const { words, entries } = this;
    const fields: RowShape['fields'] = [];
    let told = true;
    entries.startRow();
    for (let value = 0, at = first; value < values; value++, at += RECORD) {
      const within = ((words[at] ?? 0) >> 8) & 0xff;
      if (within === WITHIN_LIST) continue;
      const inObject = within === WITHIN_OBJECT;
      const key = words[at + KEY] ?? 0;
      const field = entries.known(inObject, key) ?? entries.named(inObject, key, this.keyAt(at));
      if (field === null || (field && !entries.mark(field))) return null;
      fields.push(field);
      told &&= key !== NO_KEY;
    }
    const shape = { fields, leftOut: entries.leftOutKeys, high };
    if (told) this.shapes.add(low, shape);
    return shape;
  }

  private keyAt(at: number): string {
    return this.textAt(this.words[at + KEY_FROM] ?? 0, this.words[at + KEY_TO] ?? 0);
  }

  private countRow(at: number, values: number, { fields, leftOut }: RowShape): void {
    this.tally.rows++;
    this.tally.leftOut += leftOut;
    let list: FieldEntry | undefined;
    for (let value = 0, next = 0; value < values; value++, at += RECORD) {
      const head = this.words[at] ?? 0;
      if (((head >> 8) & 0xff) === WITHIN_LIST) {
        if (list) this.countElement(at, head, list);
        continue;
      }
      list = fields[next++];
      if (list) this.countValue(at, head, list);
    }
  }

  private countValue(at: number, head: number, { tally }: FieldEntry): void {
    switch (head & 0xff) {
      case 1: {
        if (head & ODD_VALUE) tally.add(this.valueAt(at));
        else {
          const length = this.words[at + LENGTH] ?? 0;
          const slot = tally.addTextByHash(length, this.words[at + LOW] ?? 0, this.words[at + HIGH] ?? 0);
          if (slot !== -1) tally.tellText(slot, this.valueAt(at));
        }
        return;
      }
      case 2:
        return tally.addNumber(this.numberAt(at, head));
      case 3:
      case 4:
        return tally.addYesNo((head & 0xff) === 3);
      case 5:
        return tally.addNull();
      case 6:
        return tally.addListLength(this.words[at + LENGTH] ?? 0);
      default:
        return tally.addObject();
    }
  }

  private countElement(at: number, head: number, { tally }: FieldEntry): void {
    switch (head & 0xff) {
      case 1: {
        if (head & ODD_VALUE) return tally.countText(this.valueAt(at));
        const length = this.words[at + LENGTH] ?? 0;
        const slot = tally.countTextByHash(length, this.words[at + LOW] ?? 0, this.words[at + HIGH] ?? 0);
        if (slot !== -1) tally.tellText(slot, this.valueAt(at));
        return;
      }
      case 2:
        return tally.countNumber(this.numberAt(at, head));
      case 3:
      case 4:
        return tally.countYesNo((head & 0xff) === 3);
      default:
    }
  }

  /** The text of a record, without its quotes. */
  private valueAt(at: number): string {
    return this.textAt((this.words[at + FROM] ?? 0) + 1, (this.words[at + TO] ?? 0) - 1);
  }

  private numberAt(at: number, head: number): number {
    if ((head & ODD_VALUE) === 0) return this.numbers[(at >> 1) + 3] ?? 0;
    return Number(this.memory.toString('latin1', this.words[at + FROM], this.words[at + TO]));
  }

  private textAt(from: number, to: number): string {
    const text = this.memory.toString('utf8', from, to);
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  }
}
