import type * as z from 'zod';
import type { ImageFiles } from '../image/image-files';
import type { Profile } from '../profile/profile';
import type { Reading } from '../profile/reading';
import type { ParsedRow } from '../row/parse';
import type { Finding, Severity } from './finding';

/**
 * `cheap` checks read the row as it stands: they keep up with reading the file, and their findings come first. `thorough` ones read
 * the row in its roles, formula by formula: their findings follow, and rows that are known to have none are passed over.
 */
export type CheckCost = 'cheap' | 'thorough';

export const everyCost: readonly CheckCost[] = ['cheap', 'thorough'];

/** Why a formula does not typeset, in KaTeX's words; null for one that does. `display` as in TeX's display style. */
export type TypesetFault = (tex: string, display: boolean) => string | null;

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
  cost: CheckCost;
  /** The rules that its findings name, where these are a fixed list. */
  rules?: readonly string[];
  /** What a project may set of it besides whether it runs, and how severe its findings are. All of it has a default. */
  options?: z.ZodType;
  /** Makes the check ready for rows of one dataset: what it finds in a row is the same whatever others hold. `options` fit its schema. */
  start(profile: Profile, options: Record<string, unknown> | undefined, typeset: TypesetFault): RunningCheck;
}

/** A check that reads files beside the dataset as well. To add one: a file in this folder and a line in `checks.ts`. */
export interface FileCheck extends Omit<Check, 'start' | 'severity' | 'cost'> {
  start(profile: Profile, images: ImageFiles): RunningFileCheck;
}

export interface RunningFileCheck {
  /** Null where there is nothing to look at, which is told at once. */
  row(row: CheckedRow): Promise<Finding[]> | null;
}

export interface RunningCheck {
  row(row: CheckedRow): Finding[];
}
