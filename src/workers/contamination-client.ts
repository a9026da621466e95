import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CheckProgress, progressKey } from '../core/contamination/check-progress';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { nodeWriteStore } from '../core/edit/node-write-store';
import type { CheckedPart } from '../core/contamination/check-progress';
import type { PreparedCheck } from '../core/contamination/check-file';
import type {
  ContaminationAnswer,
  ContaminationOrder,
  ContaminationReport,
  ContaminationRequest,
} from '../protocol/contamination-worker';
import { errorMessage } from '../core/error-message';
import { PartsInOrder, partsOf } from './contamination-parts';
import type { Part } from './contamination-parts';

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
 * order of the rows; abort ends the threads at once. A check that was ended goes on where it was, where the request has a folder to
 * keep that.
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
    await checkWith({ threads, request, parts: partsOf(size, part), size }, onReport);
  } catch (error) {
    if (!signal.aborted) onReport({ kind: 'failed', message: errorMessage(error) });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** What the threads of a check work on. */
interface Checking {
  threads: ContaminationThread[];
  request: ContaminationRequest;
  parts: Part[];
  size: number;
}

async function checkWith(
  { threads, request, parts, size }: Checking,
  onReport: (report: ContaminationReport) => void,
): Promise<void> {
  const { prepared, key } = await prepare(threads);
  const told = new PartsInOrder(parts, size, prepared.index, onReport);
  const progress = parts.length > 1 && key !== null ? await goOn(request, key, told) : null;
  const waiting = parts.filter(({ checked }) => checked === null);
  const checkParts = async (thread: ContaminationThread) => {
    await thread.ask('taken', { kind: 'take', prepared });
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const checked = await checkPart(thread, part, told);
      progress?.note(part, checked);
    }
  };
  try {
    await Promise.all(threads.map(checkParts));
    await progress?.end();
  } catch (error) {
    await progress?.close();
    throw error;
  }
  onReport({ kind: 'done', count: told.count, hits: [] });
}

/** In the first thread and the last, at the same time where these are two. `key`: of the index, where it is kept. */
async function prepare(
  threads: ContaminationThread[],
): Promise<{ prepared: PreparedCheck; key: string | null }> {
  const [first, last] = [threads[0], threads.at(-1)];
  if (!first || !last) throw new Error('no thread');
  const indexing = first.ask('indexed', { kind: 'index' });
  if (first === last) await indexing;
  const learning = last.ask('learned', { kind: 'learn' });
  const [{ index, key }, { learned }] = await Promise.all([indexing, learning]);
  return { prepared: { index, learned }, key };
}

/** Takes over what an earlier check of the file came to; null where nothing can be kept. */
async function goOn(
  request: ContaminationRequest,
  indexKey: string,
  told: PartsInOrder,
): Promise<CheckProgress | null> {
  const { file, cacheFolder } = request;
  if (cacheFolder === null) return null;
  const stores = { files: nodeFileStore, disk: nodeWriteStore };
  const opened = await CheckProgress.open(stores, cacheFolder, progressKey(request, indexKey), file).catch(
    () => null,
  );
  if (opened?.earlier) told.goOn(opened.earlier);
  return opened?.progress ?? null;
}

async function checkPart(thread: ContaminationThread, part: Part, told: PartsInOrder): Promise<CheckedPart> {
  const { from, to } = part;
  const onRead = (bytes: number) => told.read(part, bytes);
  const { part: checked } = await thread.ask('checked', { kind: 'part', from, to }, onRead);
  told.take(part, checked);
  return checked;
}

type Answer<Kind extends ContaminationAnswer['kind']> = Extract<ContaminationAnswer, { kind: Kind }>;

/** One thread. One order at a time. */
class ContaminationThread {
  private readonly worker: Worker;
  private onAnswer: (answer: ContaminationAnswer) => void = () => undefined;
  private onEnd: (error: Error) => void = () => undefined;
  /** Why it answers no more. */
  private ended: Error | null = null;

  constructor(script: string, request: ContaminationRequest) {
    this.worker = new Worker(script, { workerData: request });
    this.worker.on('message', (answer: ContaminationAnswer) => this.onAnswer(answer));
    this.worker.on('error', (error: Error) => this.failed(error));
    this.worker.on('exit', () => this.failed(new Error('the thread ended')));
  }

  private failed(error: Error): void {
    this.ended ??= error;
    this.onEnd(this.ended);
  }

  /** What it answers last, which is of this kind. */
  ask<Kind extends ContaminationAnswer['kind']>(
    kind: Kind,
    order: ContaminationOrder,
    onRead: (bytes: number) => void = () => undefined,
  ): Promise<Answer<Kind>> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
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

function shareOf(size: number): ContaminationShare {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(size / BYTES_A_THREAD));
  return { threads: Math.max(1, threads), part: PART_BYTES };
}

/** 0 when there is no such file: the thread says so. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
