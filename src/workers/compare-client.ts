import { Worker } from 'node:worker_threads';
import { DifferenceList } from '../core/compare/difference-list';
import type { DifferenceCounts } from '../core/compare/difference';
import type { CompareReport, CompareRequest } from '../protocol/compare-worker';

/** What a comparison found. */
export interface Comparison {
  counts: DifferenceCounts;
  differences: DifferenceList;
}

/** Compares two files in a thread. Abort ends the thread at once. Rejects with a sentence for people, or when stopped. */
export async function runCompareThread(
  script: string,
  request: CompareRequest,
  signal: AbortSignal,
  onProgress: (bytesRead: number, bytesTotal: number) => void = () => undefined,
): Promise<Comparison> {
  signal.throwIfAborted();
  const differences = new DifferenceList();
  let end: Extract<CompareReport, { kind: 'done' | 'failed' }> | null = null;
  const worker = new Worker(script, { workerData: request });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (report: CompareReport) => {
    if (report.kind === 'progress') onProgress(report.bytesRead, report.bytesTotal);
    else if (report.kind === 'differences') differences.add(report.batch);
    else end = report;
  });
  await ended(worker).finally(() => signal.removeEventListener('abort', stop));
  return resultOf(end, differences, signal);
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function resultOf(end: CompareReport | null, differences: DifferenceList, signal: AbortSignal): Comparison {
  signal.throwIfAborted();
  if (end?.kind === 'done') return { counts: end.counts, differences };
  throw new Error(end?.kind === 'failed' ? end.message : 'the comparison ended before it was done');
}
