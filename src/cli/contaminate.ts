import path from 'node:path';
import { counted } from '../core/counted';
import type { ContaminationCount, ProfiledFile } from '../core/contamination/check-file';
import { THRESHOLDS } from '../core/contamination/decision';
import type { Hit } from '../core/contamination/hit';
import { pathText } from '../core/row/json';
import type { JsonPath } from '../core/row/json';
import type { ContaminationReport, ContaminationRequest } from '../protocol/contamination-worker';
import { runContaminationThread } from '../workers/contamination-client';
import { benchmarkMeant } from './benchmark-meant';
import { cacheFolder } from './cache-folder';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Finds rows that hold questions of benchmarks. */
export const contaminate: Command = {
  usage:
    'contaminate FILE... --benchmark FILE-OR-NAME [--benchmark FILE-OR-NAME]... [--threshold review|remove] [--fields all|problem] [--cache FOLDER] [--no-cache] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { benchmark: names, threshold, fields } = options;
    if (names.length === 0) throw new UsageError('contaminate needs a benchmark: --benchmark FILE');
    if (fields !== undefined && fields !== 'all' && fields !== 'problem')
      throw new UsageError(`--fields is all or problem, not “${fields}”`);
    const wish = {
      least: leastScore(threshold),
      onlyProblems: fields === 'problem',
      cacheFolder: cacheFolder(options),
    };
    const [dataset = ''] = files;
    const opened: OpenedBenchmark[] = [];
    let found = 0;
    try {
      for (const name of names) opened.push(await openBenchmark(name, dataset, options));
      for (const file of files) found += await checkFile(file, opened, wish, options);
    } finally {
      for (const { close } of opened) await close();
    }
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** A row, from 1, and the item of a benchmark that it holds: its id, or its row number where it has none. */
interface MatchLine {
  file: string;
  row: number;
  benchmark: string;
  item: string | number;
  class: Hit['class'];
  score: number;
  decision: 'remove' | 'review';
  /**
   * Where they say the same, and where their numbers differ: UTF-16 offsets in the field at `path` (null: in all fields of the problem,
   * with a line break between two), and in the item.
   */
  spans: { path: JsonPath | null; runs: Hit['runs']; numbers: Hit['numbers'] };
}

interface OpenedBenchmark extends ProfiledFile {
  /** As it was named. */
  name: string;
  close: () => Promise<void>;
}

async function openBenchmark(name: string, dataset: string, { projects }: Options): Promise<OpenedBenchmark> {
  const { file, profile } = await benchmarkMeant(name, dataset, projects);
  const opened = await openAnyDataset(file, { profile, projects });
  return { name, file: opened.dataset.path, profile: opened.detection.profile, close: opened.close };
}

async function checkFile(
  file: string,
  benchmarks: OpenedBenchmark[],
  wish: Pick<ContaminationRequest, 'least' | 'onlyProblems' | 'cacheFolder'>,
  options: Options,
): Promise<number> {
  const { dataset, detection, close } = await openAnyDataset(file, options);
  let found = 0;
  let unread: [name: string, rows: number][] = [];
  const tellEarlier = onceTold(file);
  const take = (report: ContaminationReport) => {
    if (report.kind === 'failed') throw new UnreadableInput(`${file}: ${report.message}`);
    const empty = benchmarks[report.count.items.indexOf(0)];
    if (empty) throw new UsageError(`${empty.name}: no row of it has a problem`);
    unread = unreadIn(report.count, file, benchmarks);
    tellEarlier(report.count.earlier);
    for (const hit of report.hits) write(lineOf(file, hit, benchmarks), options.format);
    found += report.hits.length;
  };
  try {
    const request = {
      file: dataset.path,
      profile: detection.profile,
      benchmarks: benchmarks.map(({ file: at, profile }) => ({ file: at, profile })),
      ...wish,
    };
    await untilFailure(take, (onReport, signal) =>
      runContaminationThread(path.join(__dirname, 'contamination-worker.js'), request, signal, onReport),
    );
  } finally {
    await close();
  }
  for (const [name, rows] of unread)
    if (rows > 0) process.stderr.write(`${name}: ${counted(rows, 'row')} could not be read\n`);
  return found;
}

/** How many rows of the file and of each benchmark could not be read. */
function unreadIn(
  { unread, unreadItems }: ContaminationCount,
  file: string,
  benchmarks: OpenedBenchmark[],
): [name: string, rows: number][] {
  return [
    [file, unread],
    ...benchmarks.map(({ name }, at): [string, number] => [name, unreadItems[at] ?? 0]),
  ];
}

/** Tells once what became of an earlier check of the file that did not end. */
function onceTold(file: string): (earlier: ContaminationCount['earlier']) => void {
  let told = false;
  return (earlier) => {
    if (told || !earlier || (earlier.bytes === 0 && earlier.change === null)) return;
    told = true;
    const words =
      earlier.change === null
        ? `goes on where an earlier check stopped, after ${Math.round(earlier.bytes / 1e6)} MB`
        : 'changed since an earlier check stopped: it is checked from its start';
    process.stderr.write(`${file}: ${words}\n`);
  };
}

/** Runs a check until it ends, or until what hears its reports fails. */
async function untilFailure(
  take: (report: ContaminationReport) => void,
  run: (onReport: (report: ContaminationReport) => void, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stopping = new AbortController();
  let failure: unknown;
  await run((report) => {
    try {
      if (!stopping.signal.aborted) take(report);
    } catch (error) {
      failure = error;
      stopping.abort();
    }
  }, stopping.signal);
  if (stopping.signal.aborted) throw failure;
}

function write(line: MatchLine, format: string | undefined): void {
  writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
}

function lineOf(
  file: string,
  { row, benchmark, item, class: kind, score, path: field, runs, numbers }: Hit,
  benchmarks: OpenedBenchmark[],
): MatchLine {
  return {
    file,
    row: row + 1,
    benchmark: benchmarks[benchmark]?.name ?? '',
    item: item.id || item.row + 1,
    class: kind,
    score: Math.round(score * 1000) / 1000,
    decision: score >= THRESHOLDS.remove ? 'remove' : 'review',
    spans: { path: field, runs, numbers },
  };
}

function inWords({ file, row, benchmark, item, class: found, score, decision, spans }: MatchLine): string {
  return `${file}:${row}: ${decision}: ${found}: ${item} of ${benchmark} (${score}, ${spans.path ? pathText(spans.path) : 'problem'})`;
}

function leastScore(threshold: string | undefined): number {
  if (threshold === undefined || threshold === 'review') return THRESHOLDS.review;
  if (threshold === 'remove') return THRESHOLDS.remove;
  throw new UsageError(`--threshold is review or remove, not “${threshold}”`);
}
