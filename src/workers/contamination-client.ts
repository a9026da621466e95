import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ContaminationCount, PreparedCheck } from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';
import type {
  ContaminationAnswer,
  ContaminationOrder,
  ContaminationReport,
  ContaminationRequest,
} from '../protocol/contamination-worker';
import { errorMessage } from '../core/error-message';

/** A file for one more thread. */
const BYTES_A_THREAD = 8 * 1024 * 1024;
const MOST_THREADS = 4;
/** What a thread is given at a time. */
const PART_BYTES = 4 * 1024 * 1024;

/** In how many threads a file is checked, and in parts of how many bytes. */
export interface ContaminationShare {
  threads: number;
  part: number;
}

/**
 * Finds the rows of a file that hold items of benchmarks, a large file in several threads. Reports arrive as they come, hits in the
 * order of the rows; abort ends the threads at once.
 */
export async function runContaminationThread(
  script: string,
  request: ContaminationRequest,
  signal: AbortSignal,
  onReport: (report: ContaminationReport) => void,
  share?: ContaminationShare,
): Promise<void> {
  const size = await sizeOf(request.file);
  if (signal.aborted) return;
  const { threads: most, part } = share ?? shareOf(size);
  const threads = Array.from({ length: most }, () => new ContaminationThread(script, request));
  const stop = () => threads.forEach((thread) => thread.end());
  signal.addEventListener('abort', stop, { once: true });
  try {
    await checkWith(threads, partsOf(size, part), onReport);
  } catch (error) {
    if (!signal.aborted) onReport({ kind: 'failed', message: errorMessage(error) });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function checkWith(
  threads: ContaminationThread[],
  parts: Part[],
  onReport: (report: ContaminationReport) => void,
): Promise<void> {
  const prepared = await prepare(threads);
  const told = new PartsInOrder(parts, prepared.index.counts, onReport);
  const waiting = [...parts];
  const checkParts = async (thread: ContaminationThread) => {
    await thread.ask('taken', { kind: 'take', prepared });
    for (let part = waiting.shift(); part; part = waiting.shift()) await checkPart(thread, part, told);
  };
  await Promise.all(threads.map(checkParts));
  onReport({ kind: 'done', count: told.count, hits: [] });
}

/** In the first thread and the last, at the same time where these are two. */
async function prepare(threads: ContaminationThread[]): Promise<PreparedCheck> {
  const [first, last] = [threads[0], threads.at(-1)];
  if (!first || !last) throw new Error('no thread');
  const indexing = first.ask('indexed', { kind: 'index' });
  if (first === last) await indexing;
  const learning = last.ask('learned', { kind: 'learn' });
  const [{ index }, { learned }] = await Promise.all([indexing, learning]);
  return { index, learned };
}

async function checkPart(thread: ContaminationThread, part: Part, told: PartsInOrder): Promise<void> {
  const { from, to } = part;
  const onRead = (bytes: number) => told.read(part, bytes);
  const { part: checked } = await thread.ask('checked', { kind: 'part', from, to }, onRead);
  told.take(part, checked);
}

type Answer<Kind extends ContaminationAnswer['kind']> = Extract<ContaminationAnswer, { kind: Kind }>;

/** One thread. One order at a time. */
class ContaminationThread {
  private readonly worker: Worker;
  private onAnswer: (answer: ContaminationAnswer) => void = () => undefined;
  private onEnd: (error: Error) => void = () => undefined;

  constructor(script: string, request: ContaminationRequest) {
    this.worker = new Worker(script, { workerData: request });
    this.worker.on('message', (answer: ContaminationAnswer) => this.onAnswer(answer));
    this.worker.on('error', (error: Error) => this.onEnd(error));
    this.worker.on('exit', () => this.onEnd(new Error('the thread ended')));
  }

  /** What it answers last, which is of this kind. */
  ask<Kind extends ContaminationAnswer['kind']>(
    kind: Kind,
    order: ContaminationOrder,
    onRead: (bytes: number) => void = () => undefined,
  ): Promise<Answer<Kind>> {
    return new Promise((resolve, reject) => {
      this.onEnd = reject;
      this.onAnswer = (answer) => {
        if (answer.kind === 'failed') reject(new Error(answer.message));
        else if (answer.kind === 'read') onRead(answer.bytes);
        else if (answer.kind === kind) resolve(answer as Answer<Kind>);
      };
      this.worker.postMessage(order);
    });
  }

  end(): void {
    void this.worker.terminate();
  }
}

interface Part {
  from: number;
  to: number;
  bytes: number;
  checked: Answer<'checked'>['part'] | null;
}

/** Tells what is found in the parts of a file in their order, with the file's row numbers. */
class PartsInOrder {
  readonly count: ContaminationCount;
  private told = 0;
  private readonly parts: Part[];
  private readonly onReport: (report: ContaminationReport) => void;

  constructor(parts: Part[], items: number[], onReport: (report: ContaminationReport) => void) {
    this.parts = parts;
    this.count = { bytes: 0, rows: 0, unread: 0, items };
    this.onReport = onReport;
  }

  read(part: Part, bytes: number): void {
    this.count.bytes += bytes - part.bytes;
    part.bytes = bytes;
    this.onReport({ kind: 'progress', count: { ...this.count }, hits: [] });
  }

  take(part: Part, checked: Answer<'checked'>['part']): void {
    part.checked = checked;
    const size = part.to - part.from;
    if (Number.isFinite(size)) {
      this.count.bytes += size - part.bytes;
      part.bytes = size;
    }
    const hits = this.nextHits();
    this.onReport({ kind: 'progress', count: { ...this.count }, hits });
  }

  /** Of the parts before which all are checked. */
  private nextHits(): Hit[] {
    const hits: Hit[] = [];
    for (let checked = this.parts[this.told]?.checked; checked; checked = this.parts[++this.told]?.checked) {
      for (const hit of checked.hits) hits.push({ ...hit, row: hit.row + this.count.rows });
      this.count.rows += checked.rows;
      this.count.unread += checked.unread;
    }
    return hits;
  }
}

function shareOf(size: number): ContaminationShare {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(size / BYTES_A_THREAD));
  return { threads: Math.max(1, threads), part: PART_BYTES };
}

function partsOf(size: number, bytes: number): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from === 0 || from < size; from += bytes)
    parts.push({ from, to: from + bytes < size ? from + bytes : Infinity, bytes: 0, checked: null });
  return parts;
}

/** 0 when there is no such file: the thread says so. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
