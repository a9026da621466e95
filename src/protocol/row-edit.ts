import type { Json, JsonPath } from '../core/row/json';

/** The row that somebody saw when editing it: an edit of a row that is another by now is refused. */
export interface SeenRow {
  /** 0-based */
  number: number;
  hash: string;
}

/** Rows that were chosen by their numbers, which stand for these rows for as long as `IndexProgress.numbering` is this one. */
export interface ChosenRows {
  /** 0-based */
  rows: number[];
  numbering: number;
}

/** One edit of the dataset. Row numbers are those before the edit. */
export type RowEdit =
  /**
   * Sets a value, written as the row writes its own. Where the row has none at `path` yet it becomes the last field of
   * its object, or the next element of its list.
   */
  | { kind: 'value'; row: SeenRow; path: JsonPath; value: Json }
  /** The same with JSON as typed, in one line: a number keeps its spelling, a text its escapes. */
  | { kind: 'json'; row: SeenRow; path: JsonPath; json: string }
  | { kind: 'removeField'; row: SeenRow; path: JsonPath }
  /** The row's JSON as it stands in the file. */
  | { kind: 'text'; row: SeenRow; text: string }
  /** A new row before row `at`. */
  | { kind: 'add'; at: number; text: string }
  | { kind: 'duplicate'; row: SeenRow }
  | ({ kind: 'delete' } & ChosenRows)
  /** `by` rows down, or up where it is negative. */
  | { kind: 'move'; row: SeenRow; by: number };
