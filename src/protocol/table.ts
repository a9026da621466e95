import type { StepLabel, TraceVerdict } from '../core/annotation/event';
import type { RowStatus } from '../core/annotation/labelling';
import type { Severity } from '../core/check/finding';
import type { Dialect } from '../core/maths/dialect';
import type { Excerpt } from '../core/profile/excerpt';

/** The rows that one goes through, in their order: all of them, or those that a query finds. */
export interface QueueState {
  query: string;
  /** What of the query could not be understood, as UTF-16 offsets in it. */
  faults: { start: number; end: number; message: string }[];
  sort: Sort | null;
  /** Rows in the queue so far. */
  rows: number;
  /** Part of the file that was searched or sorted, 0 to 1; null when nothing is under way. */
  underWay: number | null;
  /** Part of the file that was searched or sorted when somebody stopped that, 0 to 1; null when nobody did. */
  stoppedAt: number | null;
  /** Why the search or the sort ended early. */
  failure: string | null;
  /** Another number whenever a position may stand for another row than before. */
  version: number;
}

/** The order of a review, which is no column's: the rows on which annotators differ most come first. */
export const BY_DISAGREEMENT = 'disagreement';

/** The order of a check of verdicts, which is no column's: rows with an answer that is unlike the dataset's own verdict come first. */
export const BY_VERDICT = 'verdict';

export interface Sort {
  /** A column's id, `BY_DISAGREEMENT` or `BY_VERDICT`. */
  column: string;
  descending: boolean;
}

/** Something that can be typed in place of `start` to `end` of a query. */
export interface Suggestion {
  insert: string;
  label: string;
  detail: string;
  start: number;
  end: number;
}

/** A column of the table, in the order in which they are shown. */
export interface TableColumn {
  /** `row`, `traces`, `labels`, `findings`, `flags`, or `field:` and a field as people write it. */
  id: string;
  title: string;
  kind: 'number' | 'id' | 'text' | 'maths' | 'labels' | 'findings';
  /** CSS pixels */
  width: number;
}

/** A row as a list or table shows it: its beginning, not its bytes. */
export interface ListedRow {
  /** 0-based, in the dataset */
  number: number;
  /** 0-based, in the queue */
  position: number;
  /** It comes the second time. */
  again: boolean;
  excerpt: Excerpt;
  /** By column, as asked; null where the row lacks the field. */
  cells: (Cell | null)[];
  status: RowStatus;
  traces: ListedTrace[];
  /** The first few, and how many there are. */
  findings: { rule: string; severity: Severity }[];
  findingCount: number;
  /** Those that are open. */
  flags: number;
  /** It has an edit that is not saved. */
  edited: boolean;
}

export interface Cell {
  text: string;
  /** How a text with formulas is written; null for what is shown as it stands. */
  dialect: Dialect | null;
}

/** What one has said of one trace: its first error or last label, and the verdict. */
export interface ListedTrace {
  label: StepLabel | null;
  /** 0-based step of the label; null when every step has it. */
  step: number | null;
  verdict: TraceVerdict | null;
}

/** What a scan of the file tells of one column. */
export interface ColumnSummary {
  /** The column's id. */
  id: string;
  /** In words: "length 48 to 512 characters", "1 to 5", "12, rule of sum 21". */
  caption: string;
  /** A small histogram: counts, at most twelve, and the query that finds the rows of each. */
  bars: { count: number; label: string; query: string }[];
  /** The commonest values, and the query that finds the rows of each. */
  facets: { text: string; count: number; query: string }[];
  missing: number;
  /** What was counted, in words: "text", "20,000 different", "length 19 to 25 characters", "missing in 400 rows". */
  facts: string[];
}
