import { Worker } from 'node:worker_threads';
import type { ExportProgress, ExportRequest, ExportResult, ExportRow } from '../core/export/export-options';
import type { ExportFeed, ExportReply } from '../protocol/export-worker';
import { errorOf } from './worker-reports';

const BATCH = 256 * 1024;

/**
 * Writes rows to a file in a thread; see exportRows. The rows are read once, as fast as the thread takes them. `script`: the built
 * export-worker.js.
 */
export async function exportInThread(
  script: string,
  request: ExportRequest,
  rows: AsyncIterable<ExportRow>,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportResult> {
  signal.throwIfAborted();
  const thread = new ExportThread(new Worker(script, { workerData: request }), onProgress);
  const stop = () => thread.send({ kind: 'stop' });
  signal.addEventListener('abort', stop, { once: true });
  try {
    await feed(thread, rows, signal);
    return await thread.result;
  } catch (error) {
    stop();
    await thread.ended; // it takes away what it began
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function feed(
  thread: ExportThread,
  rows: AsyncIterable<ExportRow>,
  signal: AbortSignal,
): Promise<void> {
  let batch: ExportRow[] = [];
  let size = 0;
  for await (const row of rows) {
    signal.throwIfAborted();
    batch.push(row);
    size += row.bytes.length;
    if (size < BATCH) continue;
    if (!(await thread.wantsMore())) return;
    thread.send(feedOf(batch));
    batch = [];
    size = 0;
  }
  if (batch.length > 0 && (await thread.wantsMore())) thread.send(feedOf(batch));
  if (await thread.wantsMore()) thread.send({ kind: 'end' });
}

function feedOf(batch: ExportRow[]): ExportFeed {
  let end = 0;
  const ends = batch.map(({ bytes }) => (end += bytes.length));
  const bytes = new Uint8Array(end);
  for (const [at, row] of batch.entries()) bytes.set(row.bytes, ends[at - 1] ?? 0);
  return { kind: 'rows', numbers: batch.map(({ number }) => number), ends, bytes };
}

class ExportThread {
  readonly result: Promise<ExportResult>;
  /** Resolves when the thread is no more. */
  readonly ended: Promise<void>;
  private readonly worker: Worker;
  private asked = 0;
  private wake: () => void = () => undefined;
  private over = false;

  constructor(worker: Worker, onProgress: (progress: ExportProgress) => void) {
    this.worker = worker;
    this.result = new Promise((resolve, reject) => {
      worker.on('message', (reply: ExportReply) => {
        if (reply.kind === 'more') this.asked++;
        else if (reply.kind === 'progress') onProgress(reply.progress);
        else if (reply.kind === 'done') resolve(reply.result);
        else reject(errorOf(reply));
        this.wake();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The export stopped without a word.')));
    });
    this.result.catch(() => undefined); // told where it is awaited
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.over = true;
        this.wake();
        resolve();
      });
    });
  }

  /** Waits until the thread asks for the next batch. False when it is over. */
  async wantsMore(): Promise<boolean> {
    while (this.asked === 0 && !this.over) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.over) return false;
    this.asked--;
    return true;
  }

  send(feed: ExportFeed): void {
    this.worker.postMessage(feed);
  }
}
