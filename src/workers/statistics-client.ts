import { Worker } from 'node:worker_threads';
import type { StatisticsReport, StatisticsRequest } from '../protocol/statistics-worker';

/** Counts a file's columns in a thread. Reports arrive as they come; abort ends the thread at once. */
export function runStatisticsThread(
  script: string,
  request: StatisticsRequest,
  signal: AbortSignal,
  onReport: (report: StatisticsReport) => void,
): Promise<void> {
  const worker = new Worker(script, { workerData: request });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', onReport);
  return new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  }).finally(() => signal.removeEventListener('abort', stop));
}
