import type { Dialect } from '../maths/dialect';
import type { Finding } from '../check/finding';
import type { LibraryEntry } from '../profile/library-entry';
import type { Bucket } from './row-buckets';
import type { Use } from './row-uses';

/** An entry and how often it is used. Plain data, so that it can be posted and written. */
export interface CountedEntry {
  id: string;
  kind: LibraryEntry['kind'];
  /** What people call it. */
  title: string;
  text: string;
  dialect: Dialect;
  path: string[];
  /** Id of the entry that it is a case of; null where there is none, or none that is known. */
  parent: string | null;
  examples: number;
  /** The library's file and its row there (0-based); null for what only rows or tags name. */
  place: { file: string; row: number } | null;
  /** Rows whose own fields name it, and steps that use it. */
  rows: number;
  steps: number;
  /** Rows that an annotator tagged with it, or with it on a step, by annotator. */
  tagged: Record<string, number>;
  /** Finds its rows, those with tags among them. */
  query: string;
  /** Rows (of both) by level and split: places in the report's lists. */
  cells: { level: number; split: number; rows: number }[];
}

/** What a dataset makes of its library. */
export interface ConceptReport {
  entries: CountedEntry[];
  levels: Bucket[];
  splits: Bucket[];
  /** Two entries (places in `entries`) that rows use together. */
  together: { one: number; other: number; rows: number }[];
  /** Rows read, and those that use any entry. */
  rows: number;
  rowsWithAny: number;
  findings: LibraryFinding[];
  /** Files that the entries are from. */
  files: string[];
}

/** A finding about a row of the dataset, or of a file of the library. */
export type LibraryFinding = Finding & { file: string };

/** A reference that no entry answers. `row` is 0-based. */
export interface Dangling {
  use: Use;
  row: number;
}
