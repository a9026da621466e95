import type { Profile } from '../profile/profile';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';

/**
 * A check that compares each row with all others of its file, parts of which may be read in several threads: it takes down what
 * it needs of each part, then tells what it found over all of them. To add one: a file in this folder and a line in `checks.ts`.
 */
export interface DatasetCheck<Facts> extends Omit<Check, 'start' | 'cost' | 'options'> {
  start(profile: Profile): Comparison<Facts>;
}

/** Facts go from thread to thread: they are plain data, and no larger than what a row's key takes for each row. */
export interface Comparison<Facts> {
  /** Takes down what a row holds; its number counts from the first of its part. */
  row(row: CheckedRow): void;
  /** What was taken down since this was asked for last: that of one part. */
  facts(): Facts;
  /** What is found over the parts of a file, which come in their order. */
  told(parts: PartFacts<Facts>[]): Told[];
}

export interface PartFacts<Facts> {
  /** How many rows lie before the part. */
  firstRow: number;
  facts: Facts;
}

/** A finding without what only the row's bytes give. Rows count from the file's first, from 0. */
export type Told = Pick<Finding, 'row' | 'path' | 'rule' | 'message' | 'evidence'>;
