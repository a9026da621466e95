import type { ComparedFiles } from '../core/compare/compare-files';
import type { DifferenceBatch, DifferenceCounts } from '../core/compare/difference';

/** What the comparing thread is started with. It opens both files itself. */
export type CompareRequest = ComparedFiles;

/** What the comparing thread says, in this order: `progress` many times, `differences` many times, then one `done` or one `failed`. */
export type CompareReport =
  | { kind: 'progress'; bytesRead: number; bytesTotal: number }
  | { kind: 'differences'; batch: DifferenceBatch }
  | { kind: 'done'; counts: DifferenceCounts }
  | { kind: 'failed'; message: string };
