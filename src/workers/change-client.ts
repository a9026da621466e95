import { Worker } from 'node:worker_threads';
import type { BulkChange, BulkOutcome } from '../core/edit/bulk-edit';
import type { RowStyle } from '../core/edit/row-style';
import type { ChangeReport, RowToChange } from '../protocol/change-worker';

/** Changes rows one after the other in a thread, so that a regular expression that never ends can be stopped. */
export class ChangeThread {
  private readonly worker: Worker;

  constructor(script: string, change: BulkChange) {
    this.worker = new Worker(script, { workerData: { change } });
  }

  /** Rejects when the thread was stopped, or the change cannot be made at all. */
  changeRow(row: Uint8Array, usual: RowStyle | undefined): Promise<BulkOutcome> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The change was stopped.'));
      this.worker.once('exit', ended);
      this.worker.once('message', (report: ChangeReport) => {
        this.worker.off('exit', ended);
        if (report.kind === 'outcome') resolve(report.outcome);
        else reject(new Error(report.message));
      });
      this.worker.postMessage({ row, usual } satisfies RowToChange);
    });
  }

  stop(): void {
    void this.worker.terminate();
  }
}
