import type { MeasureReport } from '../core/measure/figure';
import type { MeasureWish } from '../core/measure/measure-file';

/** What the thread is started with that measures a dataset. It opens the files itself. */
export type MeasureRequest = MeasureWish;

/** What it says, in this order: `progress` ten times a second at most, then one `done` or one `failed`. */
export type MeasureWorkerReport =
  | { kind: 'progress'; bytes: number }
  | { kind: 'done'; report: MeasureReport }
  | { kind: 'failed'; message: string };
