import type { ColumnTally } from './column-tally';
import type { DatasetTally, FieldTallies } from './dataset-tally';

/** The kernel's number for a key that came after more keys than it tells apart. */
export const NO_KEY = -1;

/** A counted field as the fast path knows it. */
export interface FieldEntry {
  tally: ColumnTally;
  /** The row that last had it. */
  row: number;
  /** The fields of its objects. */
  inner: KeyedFields;
}

/** Fields by the kernel's number for their key. A key that is spelt in two ways has two numbers, and one field. */
class KeyedFields {
  readonly byNumber: (FieldEntry | undefined)[] = [];
  readonly byKey = new Map<string, FieldEntry>();
  readonly tallies: FieldTallies;

  constructor(tallies: FieldTallies) {
    this.tallies = tallies;
  }
}

/**
 * Finds the fields of a row, one after the other. It makes none: which ones find room depends on the order of keys, and
 * parsing has its own, so the first row with a key is for the plain path.
 */
export class FieldEntries {
  private readonly tally: DatasetTally;
  private readonly top: KeyedFields;
  private row = 0;
  /** The fields of the object that is being read; undefined when it is not counted. */
  private object: KeyedFields | undefined;
  /** Keys of the row, and of the object that is being read, that find no room. */
  private readonly leftOut = new Set<string>();
  private readonly leftOutInObject = new Set<string>();
  private leftOutCount = 0;

  constructor(tally: DatasetTally) {
    this.tally = tally;
    this.top = new KeyedFields(tally.top);
  }

  startRow(): void {
    this.row++;
    this.leftOutCount = 0;
    this.leftOut.clear();
  }

  /** How many keys of the row find no room. */
  get leftOutKeys(): number {
    return this.leftOutCount;
  }

  /** The field of a key of the row, or of the object that came last; undefined when it is not known yet, or not counted. */
  known(inObject: boolean, number: number): FieldEntry | undefined {
    const field = (inObject ? this.object : this.top)?.byNumber[number];
    if (!inObject) this.enter(field?.inner);
    return field;
  }

  /**
   * The field of a key that `known` did not give; undefined when it is not counted, null when the row is not to be counted
   * here: the key is new, or the row has it twice.
   */
  named(inObject: boolean, number: number, key: string): FieldEntry | undefined | null {
    const within = inObject ? this.object : this.top;
    if (!within) return undefined; // in an object that is not counted
    const field = within.byKey.get(key) ?? this.made(within, key);
    if (!field && (this.tally.hasRoom(within.tallies) || !this.leaveOut(inObject, key))) return null;
    if (field && number !== NO_KEY) within.byNumber[number] = field;
    if (!inObject) this.enter(field?.inner);
    return field;
  }

  /** Notes that the row has it. False when it had it before. */
  mark(field: FieldEntry): boolean {
    if (field.row === this.row) return false;
    field.row = this.row;
    return true;
  }

  private enter(object: KeyedFields | undefined): void {
    this.object = object;
    if (this.leftOutInObject.size > 0) this.leftOutInObject.clear();
  }

  /** Notes a key that finds no room. False when the row, or the object, had it before. */
  private leaveOut(inObject: boolean, key: string): boolean {
    const keys = inObject ? this.leftOutInObject : this.leftOut;
    if (keys.has(key)) return false;
    keys.add(key);
    this.leftOutCount++;
    return true;
  }

  /** The field of a key that a parsed row had. */
  private made(within: KeyedFields, key: string): FieldEntry | undefined {
    const made = within.tallies.byKey.get(key);
    if (!made) return undefined;
    const field = { tally: made.tally, row: -1, inner: new KeyedFields(made.within) };
    within.byKey.set(key, field);
    return field;
  }
}
