import type { MeasureReport } from '../core/measure/measure-report';
import type { Profile } from '../core/profile/profile';

/** What the thread is started with that measures a dataset. It opens the file itself. */
export interface MeasureRequest {
  file: string;
  profile: Profile;
}

/** What it says, in this order: `progress` ten times a second at most, then one `done` or one `failed`. */
export type MeasureWorkerReport =
  | { kind: 'progress'; bytes: number }
  | { kind: 'done'; report: MeasureReport }
  | { kind: 'failed'; message: string };
