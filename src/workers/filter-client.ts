import { Worker } from 'node:worker_threads';
import type { FilterReport, FilterRequest } from '../protocol/filter-worker';

/**
 * Searches a file in a thread. Reports arrive as they come; abort ends the thread at once, even within a regular expression that
 * would never end. Resolves when the thread has ended.
 */
export function runFilterThread(
  script: string,
  request: FilterRequest,
  signal: AbortSignal,
  onReport: (report: FilterReport) => void,
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
