import type { BulkChange, BulkOutcome } from '../core/edit/bulk-edit';
import type { RowStyle } from '../core/edit/row-style';

/** What the thread is started with that changes rows: one change. */
export interface ChangeRequest {
  change: BulkChange;
}

/** One row to be changed. The thread answers each with its outcome, in order. */
export interface RowToChange {
  row: Uint8Array;
  usual: RowStyle | undefined;
}

export type ChangeReport = { kind: 'outcome'; outcome: BulkOutcome } | { kind: 'failed'; message: string };
