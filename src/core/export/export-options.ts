import type { ImportProblem } from '../import/import-report';

export type ExportFormat = 'jsonl' | 'csv' | 'parquet';

/** A row to export. */
export interface ExportRow {
  /** 0-based, for telling where something is wrong. */
  number: number;
  /** Its JSON, without line break. */
  bytes: Uint8Array;
}

export interface ExportRequest {
  to: string;
  /** Whether a file at `to` may be replaced. */
  replace: boolean;
  format: ExportFormat;
  csv: CsvOptions;
}

export interface CsvOptions {
  /** A byte order mark, by which Excel knows UTF-8. */
  mark: boolean;
  /** Cells that a spreadsheet would run as a formula get an apostrophe; see formula-guard.ts. */
  guardFormulas: boolean;
}

export const defaultCsv: CsvOptions = { mark: true, guardFormulas: true };

export interface ExportProgress {
  /** All rows are read twice where the columns have to be known first. */
  step: 'looking' | 'writing';
  rows: number;
}

/** What was written and what was not. */
export interface ExportResult {
  rows: number;
  leftOut: number;
  problems: ImportProblem[];
  problemCount: number;
  notes: string[];
}
