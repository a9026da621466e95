import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from '../core/contamination/check-file';
import type { ContaminationCount } from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { ContaminationReport, ContaminationRequest } from '../protocol/contamination-worker';
import { failureOf, nowAndThen } from './worker-reports';

let hits: Hit[] = [];

function tell(report: ContaminationReport): void {
  parentPort?.postMessage(report);
}

const tellProgress = nowAndThen((count: ContaminationCount) => {
  tell({ kind: 'progress', count, hits });
  hits = [];
});

checkFile(nodeFileStore, workerData as ContaminationRequest, (hit, count) => {
  if (hit) hits.push(hit);
  tellProgress(count);
}).then(
  (count) => tell({ kind: 'done', count, hits }),
  (error: unknown) => tell(failureOf(error)),
);
