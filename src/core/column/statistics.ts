import type { ValueKind } from '../row/json';
import type { Spread } from './spread';
import type { CountedValue, Distinct } from './value-table';

/** What the rows counted so far hold in one field. Plain data: it can be posted, kept and written as JSON. */
export interface ColumnStatistics {
  /** The field's name, as `fieldOf` takes it: `level`, `meta.source`, or a role: `problem`. */
  field: string;
  /** Rows looked at: those that are objects. */
  rows: number;
  /** Rows that have the field, be it with null. */
  present: number;
  missing: number;
  /** Rows by the kind of the field's value. */
  kinds: Record<ValueKind, number>;
  /** Of texts, numbers, yes and no, and of those in lists. */
  distinct: Distinct;
  /** The commonest of these values, at most 20; of texts only those of at most 64 UTF-16 units. */
  top: CountedValue[];
  /** A count in `top` may be too low by at most this; 0 while there are at most 16,384 different values. */
  topError: number;
  /** Of texts, in UTF-16 units of the decoded text, as JavaScript counts them. */
  length: Spread | null;
  /** Of numbers. */
  number: Spread | null;
  /** Of lists, in elements. */
  listLength: Spread | null;
}

/** Statistics of a whole dataset, or of as much of it as was read. */
export interface DatasetStatistics {
  /** All rows, blank and broken ones among them. */
  rows: number;
  /** Rows that are not JSON. */
  broken: number;
  blank: number;
  /** Rows that are JSON but no object, and so have no fields. */
  notObjects: number;
  /** Rows that are too long to be read. */
  tooLong: number;
  /** Times that a value stood in a field for which there was no room among the columns. */
  leftOut: number;
  columns: ColumnStatistics[];
}
