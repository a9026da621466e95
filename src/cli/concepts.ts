import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { counted } from '../core/counted';
import type { ConceptReport, CountedEntry } from '../core/concept/concept-report';
import { conceptRows } from '../core/concept/concept-rows';
import { problemsOf } from '../core/concept/library-file';
import { defaultCsv } from '../core/export/export-options';
import { exportRows } from '../core/export/export-rows';
import { projectLibraries } from '../core/project/project-libraries';
import { decodeRow } from '../core/row/parse';
import { countConcepts } from './concept-count';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { exportFormat } from './export';
import { openAnyDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';
import { reasonOf } from './reason';

/** Says which concepts, hints and misconceptions a dataset's library has, and how many rows and steps use each. */
export const concepts: Command = {
  usage: 'concepts FILE... [--to OUT.jsonl|OUT.csv [--replace]] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    if (options.to !== undefined) return writeLibrary(files, options.to, options);
    for (const file of files) {
      const report = await reportOn(file, options);
      for (const entry of report.entries)
        writeLine(options.format === 'jsonl' ? asLine(file, entry, report) : inWords(file, entry));
    }
    return exitCodes.clean;
  },
};

/** Writes the entries with their coverage to a file. */
async function writeLibrary(files: string[], to: string, options: Options): Promise<number> {
  const [file = ''] = files;
  const format = exportFormat(to);
  if (files.length !== 1) throw new UsageError('concepts --to takes one FILE');
  if (format === null) throw new UsageError('--to is a .jsonl, .csv or .parquet file');
  const rows = conceptRows(await reportOn(file, options));
  const request = { to: path.resolve(to), replace: options.replace, format, csv: defaultCsv };
  const { signal } = new AbortController();
  await exportRows(
    () => eachOf(rows),
    request,
    signal,
    () => undefined,
  ).catch((error: unknown) => {
    throw new UnreadableInput(`${to}: ${reasonOf(error)}`);
  });
  writeLine(
    options.format === 'jsonl'
      ? JSON.stringify({ file, to, rows: rows.length })
      : `${file}: ${counted(rows.length, 'entry', 'entries')} to ${to}.`,
  );
  return exitCodes.clean;
}

async function* eachOf<Row>(rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function reportOn(file: string, options: ReadingOptions): Promise<ConceptReport> {
  const problems = await problemRows(file);
  try {
    const { dataset, detection, project, close } = await openAnyDataset(problems ?? file, options);
    try {
      const { profile } = detection;
      const libraries = await projectLibraries(project);
      return await countConcepts({ file: dataset.path, dataset: path.resolve(file), profile, libraries });
    } finally {
      await close();
    }
  } finally {
    if (problems !== null) await rm(path.dirname(problems), { recursive: true, force: true });
  }
}

/** The problems of a file `{problems, concepts, hints}` in a file of their own, a row each; null when it is of another shape. */
async function problemRows(file: string): Promise<string | null> {
  if (!/\.json$/i.test(file)) return null;
  const rows = problemsOf(decodeRow(await readFile(file).catch(() => Buffer.alloc(0))));
  if (rows === null) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'scholium-'));
  const to = path.join(folder, 'problems.jsonl');
  await writeFile(to, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return to;
}

/** `rows` and `steps` are those whose own fields name it; `by` counts rows, with those that annotators tagged. */
function asLine(file: string, entry: CountedEntry, { levels, splits }: ConceptReport): string {
  const { id, kind, title, path: place, rows, steps, tagged, cells } = entry;
  const by = {
    difficulty: sums(cells.map(({ level, rows: many }) => [levels[level]?.label ?? '', many])),
    split: sums(cells.map(({ split, rows: many }) => [splits[split]?.label ?? '', many])),
    annotator: tagged,
  };
  return JSON.stringify({ file, id, kind, name: title, path: place, rows, steps, by });
}

function sums(counts: [string, number][]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [label, rows] of counts) if (label !== '') sum[label] = (sum[label] ?? 0) + rows;
  return sum;
}

function inWords(file: string, { kind, title, path: place, rows, steps, tagged }: CountedEntry): string {
  const by = Object.keys(tagged).map((name) => `, tagged by ${name} in ${tagged[name]}`);
  const inSteps = steps > 0 ? `, ${counted(steps, 'step')}` : '';
  return `${file}: ${kind} ${[...place, title].join(' > ')}: ${counted(rows, 'row')}${inSteps}${by.join('')}`;
}
