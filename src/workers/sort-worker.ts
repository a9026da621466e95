import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import { sortFile } from '../core/query/sort-file';
import type { SortReport, SortRequest } from '../protocol/sort-worker';

const TELL_EVERY_MS = 100;

async function run({ file, profile, order }: SortRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  let told = -Infinity;
  const rows = await sortFile(open, profile, order, (rows, bytes) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    tell({ kind: 'progress', rows, bytes });
  });
  await open.close();
  tell({ kind: 'done', rows }, rows.buffer);
}

function tell(report: SortReport, ...give: ArrayBuffer[]): void {
  parentPort?.postMessage(report, give);
}

run(workerData as SortRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
