import { Worker } from 'node:worker_threads';
import type { SortReport, SortRequest } from '../protocol/sort-worker';

/** Sorts the rows of a file in a thread. Abort ends it at once. Resolves when the thread has ended. */
export function runSortThread(
  script: string,
  request: SortRequest,
  signal: AbortSignal,
  onReport: (report: SortReport) => void,
): Promise<void> {
  const worker = new Worker(script, { workerData: request });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  worker.on('message', onReport);
  return new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  }).finally(() => signal.removeEventListener('abort', stop));
}
