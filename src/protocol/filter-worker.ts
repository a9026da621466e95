import type { Profile } from '../core/profile/profile';
import type { StateFacts } from '../core/query/state-facts';

/** What the search thread is started with. It opens the file itself, and knows no logs: what it needs of them is in `facts`. */
export interface FilterRequest {
  file: string;
  profile: Profile;
  /** A query line, as in docs/query.md. */
  query: string;
  facts: StateFacts;
  /** Whose decisions `label:` and the like are about; null for anybody's. */
  annotator: string | null;
}

/** What the search thread says, in this order: `progress` ten times a second at most, then one `done` or one `failed`. */
export type FilterReport =
  | {
      kind: 'progress';
      /** Rows of the file (0-based) that fit, ascending, and after those told before. */
      hits: Uint32Array<ArrayBuffer>;
      /** Of these the ones that come a second time in the queue, with their keys. */
      repeats: [row: number, key: string][];
      /** Rows and bytes searched so far. */
      rows: number;
      bytes: number;
    }
  | { kind: 'done'; rows: number; bytes: number }
  | { kind: 'failed'; message: string };
