import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { CheckReport, CheckRequest } from '../protocol/check-worker';
import { FilePart, PartsInOrder } from './check-parts';
import { CheckFailure, CheckThread } from './check-thread';

/** A file for one more thread. */
const BYTES_A_THREAD = 32 * 1024 * 1024;
const MOST_THREADS = 4;
/** What a thread is given at a time. */
const PART_BYTES = 8 * 1024 * 1024;

/** In how many threads a file is checked, and in parts of how many bytes. */
export interface CheckShare {
  threads: number;
  part: number;
}

/**
 * Runs all checks over a file, a large one in several threads. Reports arrive as they come, in the order of the rows; abort
 * ends the threads at once.
 */
export async function runCheckThread(
  script: string,
  request: CheckRequest,
  signal: AbortSignal,
  onReport: (report: CheckReport) => void,
  share?: CheckShare,
): Promise<void> {
  const size = await sizeOf(request.file);
  if (signal.aborted) return;
  const { threads: count, part } = share ?? shareOf(size);
  const threads = Array.from({ length: count }, () => new CheckThread(script, request));
  const stop = () => threads.forEach((thread) => thread.end());
  signal.addEventListener('abort', stop, { once: true });
  try {
    await checkWith(threads, new PartsInOrder(partsOf(size, part), onReport), onReport);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof CheckFailure)) throw error;
    onReport({ kind: 'failed', message: error.message });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function checkWith(
  threads: CheckThread[],
  parts: PartsInOrder,
  onReport: (report: CheckReport) => void,
): Promise<void> {
  await Promise.all(threads.map((thread) => checkParts(thread, parts)));
  const duplicateKeys = await sharedKeys(threads);
  onReport({ kind: 'done', rows: parts.rows, duplicateKeys });
}

async function checkParts(thread: CheckThread, parts: PartsInOrder): Promise<void> {
  for (let part = await parts.next(); part; part = await parts.next()) {
    const here = part;
    parts.take(here, await thread.part(here.from, here.to, (progress) => parts.take(here, progress)));
  }
}

/** The keys that several rows have, in one thread or in two. */
async function sharedKeys(threads: CheckThread[]): Promise<string[]> {
  const [first, ...others] = threads;
  const lists = await Promise.all(others.map((thread) => thread.hashes()));
  const common = (first && lists.length > 0 && (await first.common(lists))) || new Float64Array();
  const keys = await Promise.all(threads.map((thread) => thread.keys(common)));
  return [...new Set(keys.flat())];
}

function shareOf(size: number): CheckShare {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(size / BYTES_A_THREAD));
  return threads > 1 ? { threads, part: PART_BYTES } : { threads: 1, part: Infinity };
}

function partsOf(size: number, part: number): FilePart[] {
  const parts: FilePart[] = [];
  for (let from = 0; from === 0 || from < size; from += part)
    parts.push(new FilePart(from, from + part < size ? from + part : Infinity));
  return parts;
}

/** 0 when there is no such file: the thread says so. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
