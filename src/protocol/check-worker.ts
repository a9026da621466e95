import type { CheckCost } from '../core/check/check';
import type { CheckSettings } from '../core/check/check-settings';
import type { Finding } from '../core/check/finding';
import type { PartFacts } from '../core/check/dataset-check';
import type { FoundRow } from '../core/check/found-rows';
import type { DatasetFacts, ToldBy } from '../core/check/run-dataset-checks';
import type { Profile } from '../core/profile/profile';

/** What a check thread is started with. It opens the file itself. */
export interface CheckRequest {
  file: string;
  /** The dataset, where `file` is what it was unpacked to, and the folder that its images may lie in: its own where missing. */
  dataset?: string;
  workspace?: string;
  profile: Profile;
  /** How the checks are set; by default all run as they are. */
  settings?: CheckSettings;
  /** What was found clean before by the thorough checks, as they are set: see `CleanRows`. */
  clean?: Float64Array[];
  /** What the thorough checks found before, as they are set: see `FoundRows`. Only with `clean`. */
  found?: FoundRow[];
}

/** The costs of the checks of one reading of the whole file. */
export type CheckPass = readonly CheckCost[];

/**
 * What is said of a file's checks: for each pass many `progress`, in the order of its rows (what is found by comparing rows comes after them), then one `done` or one `failed`.
 * `share` is the part of all passes that is over, 0 to 1. `keys` comes after the pass of the cheap checks.
 */
export type CheckReport =
  | { kind: 'progress'; rows: number; bytes: number; share: number; findings: Finding[] }
  | { kind: 'keys'; duplicateKeys: string[] }
  | { kind: 'done'; rows: number; clean: Float64Array[]; found: FoundRow[] }
  | { kind: 'failed'; message: string };

/** What a check thread is asked for, one thing after another. `hashes` are those of row keys. */
export type CheckOrder =
  /** To check the rows that begin from byte `from` to byte `to`. */
  | { kind: 'part'; from: number; to: number; pass: CheckPass }
  /** To check one row that is in no file, by every check that needs no files. */
  | { kind: 'row'; bytes: Uint8Array; size: number }
  /** The rows that the thorough checks found clean, and what they found in others. */
  | { kind: 'clean' }
  /** The hashes of the keys of all rows that it checked. */
  | { kind: 'hashes' }
  /** Which hashes stand in more than one of these lists and its own. */
  | { kind: 'common'; lists: Float64Array[] }
  /** The keys with these hashes that it met, and those that it met more than once. */
  | { kind: 'keys'; hashes: Float64Array }
  /** What is found by comparing rows, over the parts of a whole file. */
  | { kind: 'compare'; parts: PartFacts<DatasetFacts>[] }
  /** The findings in the rows from byte `from` to byte `to`, where row `firstRow` is the first. */
  | { kind: 'compared'; from: number; to: number; firstRow: number; told: ToldBy[] };

/** What a check thread answers: many `progress` and one `part`, with rows and bytes counted from the part's first, or as asked. */
export type CheckAnswer =
  | PartProgress
  | { kind: 'row'; findings: Finding[] }
  | { kind: 'clean'; rows: Float64Array; found: FoundRow[] }
  | { kind: 'hashes'; hashes: Float64Array }
  | { kind: 'common'; hashes: Float64Array }
  | { kind: 'keys'; keys: string[] }
  | { kind: 'compare'; told: ToldBy[] }
  | { kind: 'compared'; findings: Finding[] }
  | { kind: 'failed'; message: string };

export interface PartProgress {
  kind: 'progress' | 'part';
  rows: number;
  bytes: number;
  findings: Finding[];
  /** Of a whole part that the cheap checks read. */
  facts?: DatasetFacts;
}
