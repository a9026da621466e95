import type { CheckSettings } from '../core/check/check-settings';
import type { FileFinding } from '../core/check/link/check-groups';
import type { LinkBatch } from '../core/link/link-index';
import type { HandLink } from '../core/link/link-scan';
import type { Split } from '../core/link/splits';
import type { Profile } from '../core/profile/profile';

/** What the link thread is started with. It opens the files itself, and reads them one after the other. */
export interface LinkRequest {
  files: LinkRequestFile[];
  byHand: HandLink[];
}

export interface LinkRequestFile {
  file: string;
  /** As messages and places show it. */
  name: string;
  profile: Profile;
  /** The part of a dataset that it is, where its name does not say. */
  split?: Split | undefined;
  /** How the checks are set for it; by default all run as they are. */
  settings?: CheckSettings;
  /** It only stands beside the dataset: passed over when it cannot be read. */
  beside: boolean;
}

/**
 * What the link thread says, in this order: `progress` at most four times a second, each with what is new in the index; then the
 * findings of the checks of linked rows; then one `done`. Or one `failed`.
 */
export type LinkReport =
  | { kind: 'progress'; bytes: number; batch: LinkBatch }
  | { kind: 'findings'; findings: FileFinding[] }
  /** `leftOut`: rows in groups for which there was no room. */
  | { kind: 'done'; leftOut: number }
  | { kind: 'failed'; message: string };
