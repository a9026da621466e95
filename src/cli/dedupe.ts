import path from 'node:path';
import { counted } from '../core/counted';
import { keep as keepOf } from '../core/contamination/duplicate-groups';
import type { Duplicate, DuplicateRow, KeepRule, KeptGroup } from '../core/contamination/duplicate-groups';
import { findDuplicates } from '../core/contamination/find-duplicates';
import type { FoundDuplicates } from '../core/contamination/find-duplicates';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { settingOf } from '../core/project/project';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';
import type { Opened } from './read-links';

/** Finds rows with the same problem, within a file and across files. A group has a line for each of its rows. */
export const dedupe: Command = {
  usage: 'dedupe FILE... [--keep first|longest|best --by MEASURE] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { keep, by, format } = options;
    const rule = ruleOf(keep, by);
    const opened: Opened[] = [];
    try {
      for (const file of files) opened.push(await openAnyDataset(file, options));
      const found = await searched(opened, files);
      if (rule.rule === 'best') requireRatings(found, rule.by);
      for (const [number, { rows, joins }] of found.groups.entries()) {
        const kept = keepOf({ rows, joins }, rule);
        const went = new Map(kept.duplicates.map((each) => [`${each.file}:${each.row}`, each]));
        for (const row of rows) {
          const line = lineOf(row, went.get(`${row.file}:${row.row}`), kept, number, files);
          writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
        }
      }
      return found.groups.length > 0 ? exitCodes.findings : exitCodes.clean;
    } finally {
      for (const { close } of opened) await close();
    }
  },
};

/** `both` is what the option is when it is not given: `make` has it too. */
function ruleOf(keep: string, by: string | undefined): KeepRule {
  if (keep === 'both') return { rule: 'first' };
  if (keep !== 'first' && keep !== 'longest' && keep !== 'best')
    throw new UsageError(`--keep is first, longest or best, not “${keep}”`);
  if (keep !== 'best') return { rule: keep };
  if (by === undefined) throw new UsageError('--keep best: by which measure? --by MEASURE');
  return { rule: keep, by };
}

function requireRatings({ measures }: FoundDuplicates, by: string): void {
  if (measures.includes(by)) return;
  throw new UsageError(`--by ${by}: no row has this measure; its profile says which fields are measures`);
}

async function searched(opened: Opened[], files: string[]): Promise<FoundDuplicates> {
  const wish = opened.map(({ dataset, detection, project }, at) => {
    const file = path.resolve(files[at] ?? '');
    const { split } = settingOf(project, file);
    return { file: dataset.path, name: path.basename(file), profile: detection.profile, split };
  });
  const search = findDuplicates(nodeFileStore, { files: wish, byHand: [] });
  let step = await search.next();
  while (!step.done) step = await search.next();
  for (const [at, unread] of step.value.unread.entries())
    if (unread > 0) process.stderr.write(`${files[at] ?? ''}: ${counted(unread, 'row')} could not be read\n`);
  return step.value;
}

/** Rows are counted from 1, groups too. `class` and `score` are null on the row that stays. */
function lineOf(
  row: DuplicateRow,
  duplicate: Duplicate | undefined,
  { kept, leak }: KeptGroup,
  group: number,
  files: string[],
) {
  const score = duplicate?.score ?? null;
  return {
    group: group + 1,
    file: files[row.file] ?? '',
    row: row.row + 1,
    class: duplicate?.class ?? null,
    score: score === null ? null : Math.round(score * 1000) / 1000,
    keep: row === kept,
    keptFile: files[kept.file] ?? '',
    keptRow: kept.row + 1,
    split: row.split,
    leak,
  };
}

function inWords(line: ReturnType<typeof lineOf>): string {
  const { file, row, group, keep, class: how, keptFile, keptRow, leak } = line;
  const what = keep ? 'stays' : `${how ?? ''}${how === 'linked' ? ' with' : ' of'} ${keptFile}:${keptRow}`;
  return `${file}:${row}: group ${group}: ${what}${leak ? ' (in more than one split)' : ''}`;
}
