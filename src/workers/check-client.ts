import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { everyCost } from '../core/check/check';
import type { Finding } from '../core/check/finding';
import type { CheckPass, CheckReport, CheckRequest } from '../protocol/check-worker';
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

/** All checks in one reading: what is found comes in the order of the rows, but for what rows compared tell, which comes last. */
const ONE_PASS: readonly CheckPass[] = [everyCost];
/** What is cheap to find comes first, for the whole file. */
export const CHEAP_FIRST: readonly CheckPass[] = [['cheap'], ['thorough']];

/**
 * Runs all checks over a file, a large one in several threads. Reports arrive as they come, in the order of the rows; abort
 * ends the threads at once.
 */
export async function runCheckThread(
  script: string,
  request: CheckRequest,
  signal: AbortSignal,
  onReport: (report: CheckReport) => void,
  { passes = ONE_PASS, share }: { passes?: readonly CheckPass[]; share?: CheckShare } = {},
): Promise<void> {
  const size = await sizeOf(request.file);
  if (signal.aborted) return;
  const { threads: count, part } = share ?? shareOf(size);
  const threads = Array.from({ length: count }, () => new CheckThread(script, request));
  const stop = () => threads.forEach((thread) => thread.end());
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new CheckRun(threads, { size, part }, onReport).inPasses(passes);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof CheckFailure)) throw error;
    onReport({ kind: 'failed', message: error.message });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** One run over a file of `size` bytes, in parts of `part` bytes. */
class CheckRun {
  private readonly threads: CheckThread[];
  private readonly file: { size: number; part: number };
  private readonly onReport: (report: CheckReport) => void;

  constructor(
    threads: CheckThread[],
    file: { size: number; part: number },
    onReport: (report: CheckReport) => void,
  ) {
    this.threads = threads;
    this.file = file;
    this.onReport = onReport;
  }

  async inPasses(passes: readonly CheckPass[]): Promise<void> {
    let rows = 0;
    for (const [at, pass] of passes.entries()) {
      const parts = await this.overFile(pass, (share) => (at + share) / passes.length);
      rows = parts.reduce((sum, part) => sum + part.rows, 0);
      if (!pass.includes('cheap')) continue;
      const findings = await comparedRows(this.threads, parts);
      const share = (at + 1) / passes.length;
      if (findings.length > 0)
        this.onReport({ kind: 'progress', rows, bytes: this.file.size, share, findings });
      this.onReport({ kind: 'keys', duplicateKeys: await sharedKeys(this.threads) });
    }
    const known = await Promise.all(this.threads.map((thread) => thread.known()));
    const clean = known.map((each) => each.rows);
    this.onReport({ kind: 'done', rows, clean, found: known.flatMap((each) => each.found) });
  }

  private async overFile(pass: CheckPass, shareOf: (ofPass: number) => number): Promise<FilePart[]> {
    const { size, part } = this.file;
    const share = (bytes: number) => shareOf(size > 0 ? Math.min(1, bytes / size) : 1);
    const parts = partsOf(size, part);
    const inOrder = new PartsInOrder(parts, share, this.onReport);
    await Promise.all(this.threads.map((thread) => checkParts(thread, inOrder, pass)));
    return parts;
  }
}

async function checkParts(thread: CheckThread, parts: PartsInOrder, pass: CheckPass): Promise<void> {
  for (let part = await parts.next(); part; part = await parts.next()) {
    const here = part;
    const place = { from: here.from, to: here.to, pass };
    parts.take(here, await thread.part(place, (progress) => parts.take(here, progress)));
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

/** What is found by comparing each row with all others. */
async function comparedRows([thread]: CheckThread[], parts: FilePart[]): Promise<Finding[]> {
  if (!thread) return [];
  const told = await thread.compare(parts.map(({ firstRow, facts }) => ({ firstRow, facts })));
  const findings: Finding[] = [];
  let at = 0;
  for (const { from, to, firstRow, rows } of parts) {
    const begin = at;
    while ((told[at]?.row ?? Infinity) < firstRow + rows) at++; // they come in the order of the rows
    const here = told.slice(begin, at);
    if (here.length === 0) continue;
    for (const finding of await thread.compared({ from, to, firstRow, told: here })) findings.push(finding);
  }
  return findings;
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
