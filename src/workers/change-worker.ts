import { parentPort, workerData } from 'node:worker_threads';
import { changeRow } from '../core/edit/bulk-edit';
import { errorMessage } from '../core/error-message';
import type { ChangeReport, ChangeRequest, RowToChange } from '../protocol/change-worker';

const { change } = workerData as ChangeRequest;

parentPort?.on('message', ({ row, usual }: RowToChange) => {
  tell(reportOn(row, usual));
});

function reportOn(row: Uint8Array, usual: RowToChange['usual']): ChangeReport {
  try {
    return { kind: 'outcome', outcome: changeRow(row, change, usual) };
  } catch (error) {
    return { kind: 'failed', message: errorMessage(error) };
  }
}

function tell(report: ChangeReport): void {
  parentPort?.postMessage(report);
}
