import type { JsonPath } from '../row/json';

export type Severity = 'error' | 'warning' | 'info';

export const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** Machine evidence about one place of a dataset. */
export interface Finding {
  /** 0-based */
  row: number;
  /** The value that the finding is about; empty for the row itself. */
  path: JsonPath;
  /** UTF-16 offsets in the row's text, where the place is known. */
  span: { start: number; end: number } | null;
  /** The check, for example `schema`. */
  check: string;
  /** The rule within the check, for example `schema/required`. */
  rule: string;
  severity: Severity;
  message: string;
  /** What a reviewer needs to believe it, in the check's own form. */
  evidence: string;
  /** Which row it is, where its bytes were at hand: a verdict on the finding is about this. */
  identity?: { key: string; hash: string };
}
