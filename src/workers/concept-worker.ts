import { parentPort, workerData } from 'node:worker_threads';
import { countConcepts } from '../core/concept/count-concepts';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { ConceptRequest, ConceptWorkerReport } from '../protocol/concept-worker';
import { failureOf, nowAndThen } from './worker-reports';

function tell(report: ConceptWorkerReport): void {
  parentPort?.postMessage(report);
}

const tellProgress = nowAndThen((bytes: number) => tell({ kind: 'progress', bytes }));

countConcepts(nodeFileStore, workerData as ConceptRequest, tellProgress).then(
  (report) => tell({ kind: 'done', report }),
  (error: unknown) => tell(failureOf(error)),
);
