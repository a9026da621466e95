import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { measureDataset } from '../core/measure/measure-dataset';
import type { MeasureRequest, MeasureWorkerReport } from '../protocol/measure-worker';
import { failureOf, nowAndThen } from './worker-reports';

function tell(report: MeasureWorkerReport): void {
  parentPort?.postMessage(report);
}

const tellProgress = nowAndThen((bytes: number) => tell({ kind: 'progress', bytes }));

measureDataset(nodeFileStore, workerData as MeasureRequest, tellProgress).then(
  (report) => tell({ kind: 'done', report }),
  (error: unknown) => tell(failureOf(error)),
);
