import { isObject } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { ColumnTally } from './column-tally';
import { CountMemory } from './count-memory';
import { fieldName } from './field-name';
import type { DatasetStatistics } from './statistics';

/** Fields counted in all, and within one object: a dataset whose keys are values would have thousands. */
const MOST_COLUMNS = 200;
const MOST_WITHIN = 40;
/** Different values counted exactly: in each of the first columns, and in each of those that follow. */
const MANY_VALUES = 16_384;
const COLUMNS_WITH_MANY = 32;
const FEWER_VALUES = 1_024;

/** A field that is counted: a key of the row, or a key in an object that the row has. */
export interface TalliedField {
  path: JsonPath;
  tally: ColumnTally;
  /** The fields of its objects. */
  within: FieldTallies;
}

/** The fields of an object by key. */
export class FieldTallies {
  readonly byKey = new Map<string, TalliedField>();
  readonly path: JsonPath;

  constructor(path: JsonPath) {
    this.path = path;
  }
}

/**
 * Counts the fields of a dataset's rows: every key, and the keys of the objects right under it. Bounded in memory: at most
 * 200 fields, at most 40 of them in one object; what finds no room is counted as left out.
 */
export class DatasetTally {
  readonly top = new FieldTallies([]);
  rows = 0;
  broken = 0;
  blank = 0;
  notObjects = 0;
  tooLong = 0;
  leftOut = 0;
  private readonly fields: TalliedField[] = [];
  private readonly memory: CountMemory;

  /** `memory`: where its counts are. */
  constructor(memory = new CountMemory()) {
    this.memory = memory;
  }

  /** Rows that have fields. */
  get objects(): number {
    return this.rows - this.broken - this.blank - this.notObjects - this.tooLong;
  }

  addBroken(): void {
    this.rows++;
    this.broken++;
  }

  addBlank(): void {
    this.rows++;
    this.blank++;
  }

  /** A row of which not all can be read. */
  addTooLong(): void {
    this.rows++;
    this.tooLong++;
  }

  /** Whether one more field finds room. */
  hasRoom(within: FieldTallies): boolean {
    return this.fields.length < MOST_COLUMNS && (within === this.top || within.byKey.size < MOST_WITHIN);
  }

  /** The field of a key; undefined when there is no room for one more. */
  field(within: FieldTallies, key: string): TalliedField | undefined {
    return within.byKey.get(key) ?? this.newField(within, key);
  }

  /** Counts a parsed row. */
  addRow(row: Json): void {
    this.rows++;
    if (!isObject(row)) {
      this.notObjects++;
      return;
    }
    for (const key of Object.keys(row)) this.addField(this.top, key, row[key] ?? null);
  }

  /** The tally of a path; undefined when no row has it, or it found no room. */
  tallyAt(path: JsonPath): ColumnTally | undefined {
    let within = this.top;
    let found: TalliedField | undefined;
    for (const key of path) {
      found = within.byKey.get(String(key));
      if (!found) return undefined;
      within = found.within;
    }
    return found?.tally;
  }

  result(): DatasetStatistics {
    const { rows, broken, blank, notObjects, tooLong, leftOut, objects } = this;
    const had = this.fields.filter(({ tally }) => tally.present > 0);
    const columns = had.map(({ path, tally }) => tally.result(fieldName(path), objects));
    return { rows, broken, blank, notObjects, tooLong, leftOut, columns };
  }

  private addField(within: FieldTallies, key: string, value: Json): void {
    const field = this.field(within, key);
    if (!field) {
      this.leftOut++;
      return;
    }
    field.tally.add(value);
    if (within !== this.top || !isObject(value)) return;
    for (const inner of Object.keys(value)) this.addField(field.within, inner, value[inner] ?? null);
  }

  private newField(within: FieldTallies, key: string): TalliedField | undefined {
    if (!this.hasRoom(within)) return undefined;
    const path = [...within.path, key];
    const values = this.fields.length < COLUMNS_WITH_MANY ? MANY_VALUES : FEWER_VALUES;
    const tally = new ColumnTally(values, this.memory);
    const field = { path, tally, within: new FieldTallies(path) };
    within.byKey.set(key, field);
    this.fields.push(field);
    return field;
  }
}
