import path from 'node:path';
import { findDuplicates } from '../core/contamination/duplicates';
import type { Duplicate, KeepRule, Problem } from '../core/contamination/duplicates';
import { readFileRows } from '../core/contamination/read-rows';
import { problemText } from '../core/contamination/row-texts';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { splitIn, splitOfRow } from '../core/link/splits';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';

/** Finds rows with the same problem, within a file and across files. A group has a line for each of its rows. */
export const dedupe: Command = {
  usage: 'dedupe FILE... [--keep first|longest] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { keep, format } = options;
    const rule = ruleOf(keep);
    const problems: Problem[] = [];
    for (const [number, file] of files.entries()) await readProblems(file, number, options, problems);
    const duplicates = findDuplicates(problems, rule);
    for (const duplicate of duplicates) {
      const line = lineOf(duplicate, files);
      writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
    }
    return duplicates.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** `both` is what the option is when it is not given: `make` has it too. */
function ruleOf(keep: string): KeepRule {
  if (keep === 'both') return 'first';
  if (keep !== 'first' && keep !== 'longest')
    throw new UsageError(`--keep is first or longest, not “${keep}”`);
  return keep;
}

async function readProblems(
  file: string,
  number: number,
  options: ReadingOptions,
  problems: Problem[],
): Promise<void> {
  const { dataset, detection, close } = await openAnyDataset(file, options);
  let unread = 0;
  const ofFile = splitIn(path.basename(file));
  try {
    const rows = readFileRows(nodeFileStore, dataset.path, detection.profile, () => unread++);
    for await (const { row, value, reading } of rows)
      problems.push({ file: number, row, text: problemText(reading), split: splitOfRow(value) ?? ofFile });
  } finally {
    await close();
  }
  if (unread > 0) process.stderr.write(`${file}: ${unread} rows could not be read\n`);
}

/** Rows are counted from 1, groups too. `class` and `score` are null on the row that stays. */
function lineOf({ problem, group, class: how, score, kept, leak }: Duplicate, files: string[]) {
  return {
    group: group + 1,
    file: files[problem.file] ?? '',
    row: problem.row + 1,
    class: how,
    score: score === null ? null : Math.round(score * 1000) / 1000,
    keep: problem === kept,
    keptFile: files[kept.file] ?? '',
    keptRow: kept.row + 1,
    split: problem.split,
    leak,
  };
}

function inWords(line: ReturnType<typeof lineOf>): string {
  const { file, row, group, keep, class: how, keptFile, keptRow, leak } = line;
  const what = keep ? 'stays' : `${how ?? ''} of ${keptFile}:${keptRow}`;
  return `${file}:${row}: group ${group}: ${what}${leak ? ' (in more than one split)' : ''}`;
}
