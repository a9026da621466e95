import { parentPort, workerData } from 'node:worker_threads';
import { findDuplicates } from '../core/contamination/find-duplicates';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { DuplicateReport, DuplicateRequest } from '../protocol/duplicate-worker';
import { failureOf, nowAndThen } from './worker-reports';

async function run(request: DuplicateRequest): Promise<void> {
  const search = findDuplicates(nodeFileStore, request);
  const tellProgress = nowAndThen(tell);
  for (let step = await search.next(); ; step = await search.next()) {
    if (step.done) return tell({ kind: 'done', found: step.value });
    tellProgress(step.value);
  }
}

function tell(report: DuplicateReport): void {
  parentPort?.postMessage(report);
}

run(workerData as DuplicateRequest).catch((error: unknown) => tell(failureOf(error)));
