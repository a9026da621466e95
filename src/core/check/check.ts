import type { Profile } from '../profile/profile';
import type { Reading } from '../profile/reading';
import type { ParsedRow } from '../row/parse';
import type { Finding, Severity } from './finding';

/** What a check gets to read: one row. */
export interface CheckedRow {
  /** 0-based */
  number: number;
  bytes: Uint8Array;
  /** Size of the whole row in bytes; more than `bytes.length` when it was too long to read whole. */
  size: number;
  parsed: ParsedRow;
  /** The row in its roles, read when it is first asked for; null for a row that is not JSON. */
  reading(): Reading | null;
}

/** The one face of every check. To add one: a file in this folder and a line in `checks.ts`. */
export interface Check {
  id: string;
  title: string;
  /** What it reads, in a sentence. */
  reads: string;
  severity: Severity;
  /** Makes the check ready for rows of one dataset. It may remember what it has seen. */
  start(profile: Profile): RunningCheck;
}

export interface RunningCheck {
  row(row: CheckedRow): Finding[];
}
