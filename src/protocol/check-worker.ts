import type { CheckSettings } from '../core/check/check-settings';
import type { Finding } from '../core/check/finding';
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
}

/** What is said of a file's checks, in this order: many `progress`, in the order of its rows, then one `done` or one `failed`. */
export type CheckReport =
  | { kind: 'progress'; rows: number; bytes: number; findings: Finding[] }
  | { kind: 'done'; rows: number; duplicateKeys: string[] }
  | { kind: 'failed'; message: string };

/** What a check thread is asked for, one thing after another. `hashes` are those of row keys. */
export type CheckOrder =
  /** To check the rows that begin from byte `from` to byte `to`. */
  | { kind: 'part'; from: number; to: number }
  /** The hashes of the keys of all rows that it checked. */
  | { kind: 'hashes' }
  /** Which hashes stand in more than one of these lists and its own. */
  | { kind: 'common'; lists: Float64Array[] }
  /** The keys with these hashes that it met, and those that it met more than once. */
  | { kind: 'keys'; hashes: Float64Array };

/** What a check thread answers: many `progress` and one `part`, with rows and bytes counted from the part's first, or as asked. */
export type CheckAnswer =
  | PartProgress
  | { kind: 'hashes'; hashes: Float64Array }
  | { kind: 'common'; hashes: Float64Array }
  | { kind: 'keys'; keys: string[] }
  | { kind: 'failed'; message: string };

export interface PartProgress {
  kind: 'progress' | 'part';
  rows: number;
  bytes: number;
  findings: Finding[];
}
