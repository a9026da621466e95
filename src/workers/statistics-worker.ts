import { parentPort, workerData } from 'node:worker_threads';
import { DatasetCount } from '../core/column/dataset-count';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import type { StatisticsReport, StatisticsRequest } from '../protocol/statistics-worker';

const TELL_EVERY_MS = 250;

async function run({ file, profile, roles }: StatisticsRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  const count = new DatasetCount(profile, roles);
  let told = performance.now();
  await count.countFile(open, (bytes) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    tell({ kind: 'progress', bytes, statistics: count.result() });
    told = performance.now();
  });
  await open.close();
  tell({ kind: 'done', statistics: count.result() });
}

function tell(report: StatisticsReport): void {
  parentPort?.postMessage(report);
}

run(workerData as StatisticsRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
