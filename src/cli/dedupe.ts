import path from 'node:path';
import { DuplicateSearch } from '../core/contamination/duplicates';
import type { Duplicate, KeepRule, Problem } from '../core/contamination/duplicates';
import { readFileRows } from '../core/contamination/read-rows';
import { problemText } from '../core/contamination/row-texts';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { LinkIndex } from '../core/link/link-index';
import { splitIn, splitOfRow } from '../core/link/splits';
import { settingOf } from '../core/project/project';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';
import { readLinks } from './read-links';
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
      const problems: Problem[] = [];
      for (const [number, one] of opened.entries())
        problems.push(...(await readProblems(one, files[number] ?? '', number, by)));
      if (rule === 'best') requireRatings(problems, by ?? '');
      const search = new DuplicateSearch(problems);
      for (const _ of search.compare());
      if (opened.some(({ detection }) => detection.profile.links.length > 0))
        linkRows(search, problems, await readLinks(opened, files));
      const duplicates = search.found(rule);
      for (const duplicate of duplicates) {
        const line = lineOf(duplicate, files);
        writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
      }
      return duplicates.length > 0 ? exitCodes.findings : exitCodes.clean;
    } finally {
      for (const { close } of opened) await close();
    }
  },
};

/** `both` is what the option is when it is not given: `make` has it too. */
function ruleOf(keep: string, by: string | undefined): KeepRule {
  if (keep === 'both') return 'first';
  if (keep !== 'first' && keep !== 'longest' && keep !== 'best')
    throw new UsageError(`--keep is first, longest or best, not “${keep}”`);
  if (keep === 'best' && by === undefined)
    throw new UsageError('--keep best: by which measure? --by MEASURE');
  return keep;
}

function requireRatings(problems: Problem[], by: string): void {
  if (problems.some(({ rating }) => rating !== null)) return;
  throw new UsageError(`--by ${by}: no row has this measure; its profile says which fields are measures`);
}

async function readProblems(
  { dataset, detection, project }: Opened,
  file: string,
  number: number,
  by: string | undefined,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  let unread = 0;
  const ofFile = settingOf(project, path.resolve(file)).split ?? splitIn(path.basename(file));
  for await (const { row, value, reading } of readFileRows(
    nodeFileStore,
    dataset.path,
    detection.profile,
    () => unread++,
  )) {
    const rating = reading.measures.find(({ name }) => name === by)?.value ?? null;
    const split = splitOfRow(value) ?? ofFile;
    problems.push({ file: number, row, text: problemText(reading), split, rating });
  }
  if (unread > 0) process.stderr.write(`${file}: ${unread} rows could not be read\n`);
  return problems;
}

function linkRows(search: DuplicateSearch, problems: Problem[], links: LinkIndex): void {
  const places = new Map(problems.map(({ file, row }, at) => [`${file}:${row}`, at]));
  for (let group = 0; group < links.size; group++) {
    const { members } = links.group(group);
    search.link(members.flatMap(({ file, row }) => places.get(`${file}:${row}`) ?? []));
  }
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
  const what = keep ? 'stays' : `${how ?? ''}${how === 'linked' ? ' with' : ' of'} ${keptFile}:${keptRow}`;
  return `${file}:${row}: group ${group}: ${what}${leak ? ' (in more than one split)' : ''}`;
}
