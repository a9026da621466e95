import { parentPort, workerData } from 'node:worker_threads';
import { checkFile, indexBenchmarks } from '../core/contamination/check-file';
import type { CheckedRows } from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { ContaminationReport, ContaminationRequest } from '../protocol/contamination-worker';
import { failureOf, nowAndThen } from './worker-reports';

/** Found, and not told yet. */
let hits: Hit[] = [];

function tell(report: ContaminationReport): void {
  parentPort?.postMessage(report);
}

const tellProgress = nowAndThen((checked: CheckedRows) => {
  tell({ kind: 'progress', checked, hits });
  hits = [];
});

async function run({ benchmarks, least, ...dataset }: ContaminationRequest): Promise<void> {
  const { index, items } = await indexBenchmarks(nodeFileStore, benchmarks);
  tell({ kind: 'items', items });
  const checked = await checkFile(nodeFileStore, dataset, { index, least }, (hit, soFar) => {
    if (hit) hits.push(hit);
    tellProgress(soFar);
  });
  tell({ kind: 'done', checked, hits });
}

run(workerData as ContaminationRequest).catch((error: unknown) => tell(failureOf(error)));
