import { nodeFileStore } from '../core/dataset/node-file-store';
import { buildIndex } from '../core/contamination/benchmark-index';
import type { BenchmarkIndex } from '../core/contamination/benchmark-index';
import { THRESHOLDS } from '../core/contamination/decision';
import { Matcher } from '../core/contamination/match-texts';
import type { Match } from '../core/contamination/match-texts';
import { learnBoilerplate, readBenchmark, readFileRows } from '../core/contamination/read-rows';
import { rowTexts } from '../core/contamination/row-texts';
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
    for (const file of files) found += await checkFile({ file, options, index, benchmarks, least, write });
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** A row, from 1, and the item of a benchmark that it holds: its id, or its row number where it has none. */
interface MatchLine {
  file: string;
  row: number;
  benchmark: string;
  item: string | number;
  class: Match['class'];
  score: number;
  decision: 'remove' | 'review';
  /** Where they say the same, and where their numbers differ: UTF-16 offsets in the field at `path`, and in the item. */
  spans: { path: JsonPath; runs: Match['runs']; numbers: Match['numbers'] };
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

async function checkFile({ file, options, index, benchmarks, least, write }: FileCheck): Promise<number> {
  const { dataset, detection, close } = await openAnyDataset(file, options);
  let [found, unread] = [0, 0];
  try {
    const boilerplate = await learnBoilerplate(nodeFileStore, dataset.path, detection.profile);
    const matcher = new Matcher(index, boilerplate);
    const rows = readFileRows(nodeFileStore, dataset.path, detection.profile, () => unread++);
    for await (const { row, reading } of rows) {
      const [match] = matcher.match(rowTexts(reading), least);
      if (!match) continue;
      found++;
      write(lineOf(file, row, match, index, benchmarks));
    }
  } finally {
    await close();
  }
  if (unread > 0) process.stderr.write(`${file}: ${unread} rows could not be read\n`);
  return found;
}

function lineOf(
  file: string,
  row: number,
  { text, class: kind, item: number, score, runs, numbers }: Match,
  index: BenchmarkIndex,
  benchmarks: string[],
): MatchLine {
  const item = index.items[number];
  return {
    file,
    row: row + 1,
    benchmark: benchmarks[item?.benchmark ?? 0] ?? '',
    item: item?.id || (item?.row ?? 0) + 1,
    class: kind,
    score: Math.round(score * 1000) / 1000,
    decision: score >= THRESHOLDS.remove ? 'remove' : 'review',
    spans: { path: text.path, runs, numbers },
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
