import { nodeFileStore } from '../core/dataset/node-file-store';
import { buildIndex } from '../core/contamination/benchmark-index';
import type { BenchmarkIndex } from '../core/contamination/benchmark-index';
import { THRESHOLDS } from '../core/contamination/decision';
import { Matcher } from '../core/contamination/match-texts';
import type { Match } from '../core/contamination/match-texts';
import { learnBoilerplate, readBenchmark, readFileRows } from '../core/contamination/read-rows';
import { rowTexts } from '../core/contamination/row-texts';
import { pathText } from '../core/row/json';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Finds rows that hold questions of benchmarks. */
export const contaminate: Command = {
  usage: 'contaminate FILE... --against BENCH [--against BENCH]... [--threshold 0..1] [--profile ID]',
  run: async (files, { against, threshold, profile, format }) => {
    if (against.length === 0) throw new UsageError('contaminate needs a benchmark: --against FILE');
    const least = shareOf(threshold);
    const index = await indexOf(against);
    const write = (line: MatchLine) => writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
    let found = 0;
    for (const file of files) found += await checkFile({ file, profile, index, against, least, write });
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** A row and the item that it holds. Rows are counted from 1; spans are UTF-16 offsets in the row's field, and in the item. */
interface MatchLine {
  file: string;
  row: number;
  benchmark: string;
  item: string;
  itemRow: number;
  class: Match['class'];
  score: number;
  verdict: 'remove' | 'review';
  role: string;
  field: string;
  runs: Match['runs'];
  numbers: Match['numbers'];
}

interface FileCheck {
  file: string;
  profile: string | undefined;
  index: BenchmarkIndex;
  against: string[];
  least: number;
  write: (line: MatchLine) => void;
}

async function indexOf(against: string[]): Promise<BenchmarkIndex> {
  const items = [];
  for (const [number, file] of against.entries()) {
    const { dataset, detection, close } = await openAnyDataset(file, undefined);
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

async function checkFile({ file, profile, index, against, least, write }: FileCheck): Promise<number> {
  const { dataset, detection, close } = await openAnyDataset(file, profile);
  let [found, unread] = [0, 0];
  try {
    const boilerplate = await learnBoilerplate(nodeFileStore, dataset.path, detection.profile);
    const matcher = new Matcher(index, boilerplate);
    const rows = readFileRows(nodeFileStore, dataset.path, detection.profile, () => unread++);
    for await (const { row, reading } of rows) {
      const [match] = matcher.match(rowTexts(reading), least);
      if (!match) continue;
      found++;
      write(lineOf(file, row, match, index, against));
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
  match: Match,
  index: BenchmarkIndex,
  against: string[],
): MatchLine {
  const { text, score, runs, numbers } = match;
  const item = index.items[match.item];
  return {
    file,
    row: row + 1,
    benchmark: against[item?.benchmark ?? 0] ?? '',
    item: item?.id ?? '',
    itemRow: (item?.row ?? 0) + 1,
    class: match.class,
    score: Math.round(score * 1000) / 1000,
    verdict: score >= THRESHOLDS.remove ? 'remove' : 'review',
    role: text.role,
    field: pathText(text.path),
    runs,
    numbers,
  };
}

function inWords({ file, row, benchmark, item, class: found, score, verdict, field }: MatchLine): string {
  return `${file}:${row}: ${verdict}: ${found}: ${item} of ${benchmark} (${score}, ${field})`;
}

function shareOf(text: string | undefined): number {
  if (text === undefined) return THRESHOLDS.review;
  const share = Number(text);
  if (text.trim() === '' || !(share > 0 && share <= 1))
    throw new UsageError(`--threshold is a number above 0 and up to 1, not “${text}”`);
  return share;
}
