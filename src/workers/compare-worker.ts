import { parentPort, workerData } from 'node:worker_threads';
import { compareFiles } from '../core/compare/compare-files';
import type { DifferenceBatch } from '../core/compare/difference';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import type { CompareReport, CompareRequest } from '../protocol/compare-worker';

/** Progress is told no more often than this (milliseconds). */
const TELL_EVERY_MS = 100;

async function run(request: CompareRequest): Promise<void> {
  let told = Date.now();
  const counts = await compareFiles(nodeFileStore, request, {
    onProgress: (bytesRead, bytesTotal) => {
      if (Date.now() - told < TELL_EVERY_MS && bytesRead < bytesTotal) return;
      told = Date.now();
      tell({ kind: 'progress', bytesRead, bytesTotal });
    },
    onBatch: (batch) => tell({ kind: 'differences', batch }, columnsOf(batch)),
  });
  tell({ kind: 'done', counts });
}

/** The memory behind a batch: it goes over to the other side. */
function columnsOf({ kinds, oldRows, newRows }: DifferenceBatch): ArrayBuffer[] {
  return [kinds, oldRows, newRows].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

function tell(report: CompareReport, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(report, transfer);
}

run(workerData as CompareRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
