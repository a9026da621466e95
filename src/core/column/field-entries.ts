import type { ColumnTally } from './column-tally';
import type { DatasetTally, FieldTallies } from './dataset-tally';

/** A counted field as the fast path knows it: by the hash of its key. */
export interface FieldEntry {
  low: number;
  high: number;
  tally: ColumnTally;
  within: FieldTallies;
  inner: FieldTallies;
  /** The row that last had it. */
  row: number;
  /** What came after it, last time. */
  next: FieldEntry | undefined;
}

/** Finds fields by the hash of their key. Rows mostly have the same keys in the same order: the next one is guessed first. */
export class FieldEntries {
  private readonly tally: DatasetTally;
  private readonly byLow = new Map<number, FieldEntry[]>();
  private row = 0;
  private first: FieldEntry | undefined;
  private last: FieldEntry | undefined;
  /** The field of the row whose object is being read. */
  private object: FieldEntry | undefined;

  constructor(tally: DatasetTally) {
    this.tally = tally;
  }

  startRow(): void {
    this.row++;
    this.last = undefined;
    this.object = undefined;
  }

  /** The field that came next last time, when it is the one. `within` is 0 for a key of the row, 1 for one of its object. */
  expected(within: number, low: number, high: number): FieldEntry | undefined {
    const guess = this.last ? this.last.next : this.first;
    if (guess?.low !== low || guess.high !== high) return undefined;
    return guess.within === this.place(within) ? guess : undefined;
  }

  /** The field of a key, a new one if there is room. */
  find(within: number, low: number, high: number, key: () => string): FieldEntry | undefined {
    const place = this.place(within);
    if (!place) return undefined; // in an object that is not counted
    const known = this.byLow.get(low)?.find((entry) => entry.high === high && entry.within === place);
    const entry = known ?? this.make(place, low, high, key);
    if (!entry) {
      this.tally.leftOut++;
      if (within === 0) this.object = undefined;
      return undefined;
    }
    if (this.last) this.last.next = entry;
    else this.first = entry;
    return entry;
  }

  /** Notes that the row has it. False when it had it before. */
  mark(entry: FieldEntry): boolean {
    if (entry.row === this.row) return false;
    entry.row = this.row;
    this.last = entry;
    if (entry.within === this.tally.top) this.object = entry;
    return true;
  }

  private place(within: number): FieldTallies | undefined {
    return within === 0 ? this.tally.top : this.object?.inner;
  }

  private make(within: FieldTallies, low: number, high: number, key: () => string): FieldEntry | undefined {
    if (!this.tally.hasRoom(within)) return undefined; // without decoding the key
    const field = this.tally.field(within, key());
    if (!field) return undefined;
    const entry = { low, high, tally: field.tally, within, inner: field.within, row: -1, next: undefined };
    const others = this.byLow.get(low);
    if (others) others.push(entry);
    else this.byLow.set(low, [entry]);
    return entry;
  }
}
