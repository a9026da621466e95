import type { FieldChoice } from './row-shape';

/** How the cells of a column are read: as text, as numbers, or as JSON. */
export type CellType = 'text' | 'number' | 'json';

export interface ImportOptions {
  /** The fields to take over, in their order; null: all, as they are. */
  fields: FieldChoice[] | null;
  /** Where the key of each row of a keyed object goes. */
  keyField: string;
  table: TableOptions;
}

export interface TableOptions {
  /** Whether the first line names the columns; null: see for yourself. */
  header: boolean | null;
  /** What stands between cells; null: see for yourself. */
  delimiter: string | null;
  /** By column; text where none is said, so that `007` stays what it is. */
  types: Record<string, CellType>;
  /** Takes one apostrophe from before `=`, `+`, `-`, `@`: the undoing of an export that is safe for spreadsheets. */
  unguard: boolean;
}

export const defaultImport: ImportOptions = {
  fields: null,
  keyField: 'id',
  table: { header: null, delimiter: null, types: {}, unguard: true },
};

/** Rows as JSON, each on one line, without its line break. */
export type RowBatch = Buffer[];

/** How far an import is. */
export interface ImportProgress {
  rows: number;
  /** of the source */
  bytes: number;
  totalBytes: number;
}
