import type { ColumnTally } from './column-tally';
import type { DatasetTally, FieldTallies } from './dataset-tally';

/** The kernel's number for a key that came after more keys than it tells apart. */
const NO_KEY = -1;

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

/** Finds the fields of a row, one after the other. */
export class FieldEntries {
  private readonly tally: DatasetTally;
  private readonly top: KeyedFields;
  private row = 0;
  /** The fields of the object that is being read; undefined when it is not counted. */
  private object: KeyedFields | undefined;

  constructor(tally: DatasetTally) {
    this.tally = tally;
    this.top = new KeyedFields(tally.top);
  }

  startRow(): void {
    this.row++;
  }

  /** The field of a key of the row, or of the object that came last; undefined when it is not known yet, or not counted. */
  known(inObject: boolean, number: number): FieldEntry | undefined {
    const field = (inObject ? this.object : this.top)?.byNumber[number];
    if (!inObject) this.object = field?.inner;
    return field;
  }

  /** The field of a key that `known` did not give: a new one, if there is room. */
  named(inObject: boolean, number: number, key: string): FieldEntry | undefined {
    const within = inObject ? this.object : this.top;
    if (!within) return undefined; // in an object that is not counted
    const field = within.byKey.get(key) ?? this.make(within, key);
    if (!field) this.tally.leftOut++;
    else if (number !== NO_KEY) within.byNumber[number] = field;
    if (!inObject) this.object = field?.inner;
    return field;
  }

  /** Notes that the row has it. False when it had it before. */
  mark(field: FieldEntry): boolean {
    if (field.row === this.row) return false;
    field.row = this.row;
    return true;
  }

  private make(within: KeyedFields, key: string): FieldEntry | undefined {
    const made = this.tally.field(within.tallies, key);
    if (!made) return undefined;
    const field = { tally: made.tally, row: -1, inner: new KeyedFields(made.within) };
    within.byKey.set(key, field);
    return field;
  }
}
