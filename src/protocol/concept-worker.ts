import type { TagFact } from '../core/concept/standing-tags';
import type { ConceptReport } from '../core/concept/concept-report';
import type { Profile } from '../core/profile/profile';

/** What the thread is started with that counts concepts. It opens the dataset and its library itself. */
export interface ConceptRequest {
  file: string;
  /** The dataset as people know it: where its library is looked for. Another than `file` when that was unpacked. */
  dataset: string;
  profile: Profile;
  /** Files that are libraries where there is none beside the dataset. */
  elsewhere: string[];
  /** Files that are libraries as well as those beside the dataset. */
  named?: readonly string[];
  tags: ReadonlyMap<string, readonly TagFact[]>;
}

/** What it says, in this order: `progress` ten times a second at most, then one `done` or one `failed`. */
export type ConceptWorkerReport =
  | { kind: 'progress'; bytes: number }
  | { kind: 'done'; report: ConceptReport }
  | { kind: 'failed'; message: string };
