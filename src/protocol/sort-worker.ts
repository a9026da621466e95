import type { Profile } from '../core/profile/profile';
import type { SortOrder } from '../core/query/sort-file';

/** What the sorting thread is started with. It opens the file itself. */
export interface SortRequest {
  file: string;
  profile: Profile;
  order: SortOrder;
}

/** What the sorting thread says, in this order: `progress` ten times a second at most, then one `done` or one `failed`. */
export type SortReport =
  | { kind: 'progress'; rows: number; bytes: number }
  | {
      kind: 'done';
      /** The rows of the file (0-based) in their order. */
      rows: Uint32Array<ArrayBuffer>;
    }
  | { kind: 'failed'; message: string };
