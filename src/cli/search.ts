import path from 'node:path';
import type { DatasetFile } from '../core/dataset/dataset-file';
import type { Profile } from '../core/profile/profile';
import { fieldValues } from '../core/query/field-values';
import { queuesOf } from '../core/project/project';
import { parseQuery } from '../core/query/parse-query';
import { QueriedRow } from '../core/query/queried-row';
import type { Query } from '../core/query/query';
import { factsAskedBy, fieldsOf } from '../core/query/query-fields';
import { wordQuestionsOf } from '../core/scheme/scheme-in-force';
import { noFacts } from '../core/query/state-facts';
import { jsonText } from '../core/row/json';
import type { Json } from '../core/row/json';
import { runFilterThread } from '../workers/threads';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { openDataset } from './open-dataset';
import { writeLine } from './output';
import { gatherFacts } from './row-facts';

const EXCERPT = 100;

/** Finds the rows that fit a query, and writes them as they come. */
export const search: Command = {
  usage: 'search FILE... QUERY [--profile ID] [--format jsonl]',
  run: async (args, options) => {
    const [files, line] = [args.slice(0, -1), args.at(-1) ?? ''];
    if (files.length === 0) throw new UsageError('search takes files, and then a query');
    const query = readQuery(line);
    for (const file of files) await searchFile(file, line, query, options);
    return exitCodes.clean;
  },
};

function readQuery(line: string): Query {
  const query = parseQuery(line);
  const faults = query.faults.map(({ start, end, message }) => `“${line.slice(start, end)}”: ${message}`);
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  if (factsAskedBy(query).unjudged)
    throw new UsageError(
      'contaminated:unjudged is about the last check in the editor; here, contaminate finds what there is',
    );
  return query;
}

async function searchFile(file: string, line: string, query: Query, options: Options): Promise<void> {
  const { dataset, detection, project, settings } = await openDataset(file, options);
  const { profile } = detection;
  const shared = queuesOf(project, path.resolve(file));
  const words = wordQuestionsOf(project);
  const facts = await gatherFacts({ file: dataset.path, profile, settings }, query, shared, words);
  const request = { file: dataset.path, profile, query: line, facts, annotator: null };
  const writer = new HitWriter(file, dataset, profile, fieldsOf(query), options.format === 'jsonl');
  const script = path.join(__dirname, 'filter-worker.js');
  let failure: string | null = null;
  await runFilterThread(script, request, new AbortController().signal, (report) => {
    if (report.kind === 'progress') writer.write(report.hits);
    if (report.kind === 'failed') failure = report.message;
  });
  await writer.written;
  await dataset.close();
  if (failure !== null) throw new UnreadableInput(`${file}: ${String(failure)}`);
}

/** Writes rows one after the other, with the fields that the query asks about, else with problem and answer. */
class HitWriter {
  /** Settles when all that was to be written is. */
  written: Promise<void> = Promise.resolve();
  private readonly file: string;
  private readonly dataset: DatasetFile;
  private readonly profile: Profile;
  private readonly fields: string[];
  private readonly asJson: boolean;

  constructor(file: string, dataset: DatasetFile, profile: Profile, fields: string[], asJson: boolean) {
    this.file = file;
    this.dataset = dataset;
    this.profile = profile;
    this.fields = fields.length > 0 ? fields : ['problem', 'answer'];
    this.asJson = asJson;
  }

  write(hits: Uint32Array): void {
    this.written = this.written.then(async () => {
      for (const row of hits) await this.writeRow(row);
    });
  }

  private async writeRow(row: number): Promise<void> {
    const [raw] = await this.dataset.rows(row, 1);
    if (!raw) return;
    const read = new QueriedRow(raw, this.profile, noFacts);
    const fields = this.fieldsOf(read);
    const { file } = this;
    if (this.asJson) return writeLine(JSON.stringify({ file, row: row + 1, fields }));
    const shown = Object.values(fields).flat().map(inWords).join(' | ') || read.text;
    writeLine(`${file}:${row + 1}: ${shown.replace(/\s+/g, ' ').slice(0, EXCERPT)}`);
  }

  /** The values of each field that the row has. */
  private fieldsOf({ readable }: QueriedRow): Record<string, Json[]> {
    const found: Record<string, Json[]> = {};
    for (const name of this.fields) {
      const values = readable ? (fieldValues(name, this.profile)?.(readable) ?? []) : [];
      if (values.length > 0) found[name] = values.map(showable);
    }
    return found;
  }
}

/** The value, or words in its place when it is nested too deeply to be written. */
function showable(value: Json): Json {
  if (typeof value !== 'object') return value;
  const text = jsonText(value);
  return text.startsWith('(') ? text : value;
}

function inWords(value: Json): string {
  return typeof value === 'string' ? value : jsonText(value);
}
