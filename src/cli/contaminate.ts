import { nodeFileStore } from '../core/dataset/node-file-store';
import { checkFile } from '../core/contamination/check-file';
import { buildIndex } from '../core/contamination/benchmark-index';
import type { BenchmarkIndex } from '../core/contamination/benchmark-index';
import { THRESHOLDS } from '../core/contamination/decision';
import type { Hit } from '../core/contamination/hit';
import { readBenchmark } from '../core/contamination/read-rows';
import { pathText } from '../core/row/json';
import type { JsonPath } from '../core/row/json';
import { benchmarkMeant } from './benchmark-meant';
import type { BenchmarkMeant } from './benchmark-meant';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';

/** Finds rows that hold questions of benchmarks. */
export const contaminate: Command = {
  usage:
    'contaminate FILE... --benchmark FILE-OR-NAME [--benchmark FILE-OR-NAME]... [--threshold review|remove] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { benchmark: benchmarks, threshold, format } = options;
    if (benchmarks.length === 0) throw new UsageError('contaminate needs a benchmark: --benchmark FILE');
    const least = leastScore(threshold);
    const [dataset = ''] = files;
    const meant = await Promise.all(
      benchmarks.map((name) => benchmarkMeant(name, dataset, options.projects)),
    );
    const index = await indexOf(meant, options);
    const write = (line: MatchLine) => writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
    let found = 0;
    for (const file of files) found += await checkDataset({ file, options, index, benchmarks, least, write });
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
  /** Where they say the same, and where their numbers differ: UTF-16 offsets in the field at `path`, and in the item. */
  spans: { path: JsonPath; runs: Hit['runs']; numbers: Hit['numbers'] };
}

interface FileCheck {
  file: string;
  options: ReadingOptions;
  index: BenchmarkIndex;
  benchmarks: string[];
  least: number;
  write: (line: MatchLine) => void;
}

async function indexOf(benchmarks: BenchmarkMeant[], { projects }: ReadingOptions): Promise<BenchmarkIndex> {
  const items = [];
  for (const [number, { file, profile }] of benchmarks.entries()) {
    const { dataset, detection, close } = await openAnyDataset(file, { profile, projects });
    try {
      const read = await readBenchmark(nodeFileStore, dataset.path, detection.profile, number);
      if (read.length === 0) throw new UsageError(`${file}: no row of it has a problem`);
      for (const item of read) items.push(item);
    } finally {
      await close();
    }
  }
  return buildIndex(items);
}

async function checkDataset({ file, options, index, benchmarks, least, write }: FileCheck): Promise<number> {
  const { dataset, detection, close } = await openAnyDataset(file, options);
  let found = 0;
  try {
    const checked = { file: dataset.path, profile: detection.profile };
    const { unread } = await checkFile(nodeFileStore, checked, { index, least }, (hit) => {
      if (!hit) return;
      found++;
      write(lineOf(file, hit, benchmarks));
    });
    if (unread > 0) process.stderr.write(`${file}: ${unread} rows could not be read\n`);
  } finally {
    await close();
  }
  return found;
}

function lineOf(
  file: string,
  { row, benchmark, item, class: kind, score, path, runs, numbers }: Hit,
  benchmarks: string[],
): MatchLine {
  return {
    file,
    row: row + 1,
    benchmark: benchmarks[benchmark] ?? '',
    item: item.id || item.row + 1,
    class: kind,
    score: Math.round(score * 1000) / 1000,
    decision: score >= THRESHOLDS.remove ? 'remove' : 'review',
    spans: { path, runs, numbers },
  };
}

function inWords({ file, row, benchmark, item, class: found, score, decision, spans }: MatchLine): string {
  return `${file}:${row}: ${decision}: ${found}: ${item} of ${benchmark} (${score}, ${pathText(spans.path)})`;
}

function leastScore(threshold: string | undefined): number {
  if (threshold === undefined || threshold === 'review') return THRESHOLDS.review;
  if (threshold === 'remove') return THRESHOLDS.remove;
  throw new UsageError(`--threshold is review or remove, not “${threshold}”`);
}
