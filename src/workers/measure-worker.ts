import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { measureFile } from '../core/measure/measure-file';
import type { MeasureRequest, MeasureWorkerReport } from '../protocol/measure-worker';
import { failureOf, nowAndThen } from './worker-reports';

function tell(report: MeasureWorkerReport): void {
  parentPort?.postMessage(report);
}

const tellProgress = nowAndThen((bytes: number) => tell({ kind: 'progress', bytes }));

measureFile(nodeFileStore, workerData as MeasureRequest, tellProgress).then(
  (report) => tell({ kind: 'done', report }),
  (error: unknown) => tell(failureOf(error)),
);
