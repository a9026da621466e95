import { Worker } from 'node:worker_threads';
import type { CheckReport, CheckRequest } from '../protocol/check-worker';

/** Runs all checks over a file in a thread. Reports arrive as they come; abort ends the thread at once. */
export function runCheckThread(
  script: string,
  request: CheckRequest,
  signal: AbortSignal,
  onReport: (report: CheckReport) => void,
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
