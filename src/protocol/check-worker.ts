import type { Finding } from '../core/check/finding';
import type { Profile } from '../core/profile/profile';

/** What the check thread is started with. It opens the file itself. */
export interface CheckRequest {
  file: string;
  profile: Profile;
}

/** What the check thread says, in this order: many `progress`, then one `done` or one `failed`. */
export type CheckReport =
  | { kind: 'progress'; rows: number; bytes: number; findings: Finding[] }
  | { kind: 'done'; rows: number; duplicateKeys: string[] }
  | { kind: 'failed'; message: string };
