import path from 'node:path';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import { identityRule } from '../core/profile/profile-identity';
import { wordQuestionsOf } from '../core/scheme/scheme-in-force';
import { labelRecords } from '../core/review/label-record';
import type { LabelRecord } from '../core/review/label-record';
import { answerText } from '../core/scheme/asked-questions';
import { identifyRow } from '../core/row/key';
import { decodeRow, parseRow } from '../core/row/parse';
import type { Command } from './command';
import { exitCodes } from './exit-codes';
import { openDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';
import { readFold } from './row-facts';

/** Writes what everybody's labels come to, each with who said so, when, and of which bytes. */
export const labels: Command = {
  usage: 'labels FILE... [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    for (const file of files) await writeLabels(file, options, options.format === 'jsonl');
    return exitCodes.clean;
  },
};

async function writeLabels(file: string, options: ReadingOptions, asJson: boolean): Promise<void> {
  const { fold, keys } = await readFold(path.resolve(file));
  const words = wordQuestionsOf(await options.projects.of(file));
  const rows = await rowsByKey(file, keys, options);
  for (const key of [...keys].toSorted((a, b) => placeOf(rows, a) - placeOf(rows, b))) {
    const row = rows.get(key) ?? null;
    for (const record of labelRecords(fold.standing(key), words))
      writeLine(asJson ? asLine({ file, key, row }, record) : inWords({ file, key, row }, record));
  }
}

/** Where a row stands (0-based), and the hash of the bytes that it has now. */
interface RowNow {
  number: number;
  hash: string;
}

interface Row {
  file: string;
  key: string;
  /** Null when the file has no such row any more. */
  row: RowNow | null;
}

/** Rows that are gone come last. */
function placeOf(rows: ReadonlyMap<string, RowNow>, key: string): number {
  return rows.get(key)?.number ?? Infinity;
}

async function rowsByKey(
  file: string,
  wanted: ReadonlySet<string>,
  options: ReadingOptions,
): Promise<Map<string, RowNow>> {
  const { dataset, detection } = await openDataset(file, options);
  const rule = identityRule(detection.profile);
  const open = await nodeFileStore.open(dataset.path);
  const rows = new Map<string, RowNow>();
  try {
    for await (const { bytes, number } of walkRows(open, Infinity)) {
      const parsed = parseRow(decodeRow(bytes));
      const { key, hash } = identifyRow(bytes, parsed.kind === 'value' ? parsed.value : undefined, rule);
      if (wanted.has(key) && !rows.has(key)) rows.set(key, { number, hash });
    }
    return rows;
  } finally {
    await open.close();
    await dataset.close();
  }
}

/** `row` and `step` from 1. `piece`: of a trace that an annotator cut otherwise; `region`: a place in an image.
 * `changed`: the row has other bytes now than when the newest of these was said. */
function asLine({ file, key, row }: Row, record: LabelRecord): string {
  const { target, trace, step, piece, region, question, standing, value, said, settled } = record;
  const newest = [...said, ...(settled ? [settled] : [])]
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .at(-1);
  return JSON.stringify({
    ...{
      file,
      row: row && row.number + 1,
      key,
      target: target.kind,
      trace,
      step: step === null ? null : step + 1,
    },
    ...(piece ? { piece: { from: piece.from, to: { step: piece.to.step + 1, at: piece.to.at } } } : {}),
    ...(region ? { region: regionOf(region) } : {}),
    ...{ question, standing, value, said, settled },
    changed: row ? newest?.hash !== row.hash : null,
  });
}

function inWords(
  { file, key, row }: Row,
  { target, trace, step, piece, region, question, ...record }: LabelRecord,
): string {
  const place = row ? `${file}:${row.number + 1}` : `${file}: ${key} (gone)`;
  const which = [
    region ? `region ${region.region}` : (trace ?? target.kind),
    step === null ? '' : stepWords(step, piece),
    question ?? '',
  ].filter(Boolean);
  const { value, standing, said, settled } = record;
  const by = settled ? settled.annotator : said.map(({ annotator }) => annotator).join(', ');
  const word =
    value === null
      ? said.map((one) => `${one.annotator} ${answerText(one.value)}`).join(', ')
      : `${answerText(value)}, ${by}`;
  return `${place}: ${which.join(', ')}: ${standing}: ${word}`;
}

/** A region by its id, its image and where it is there. */
function regionOf({ region: id, file, path, shape, unit }: NonNullable<LabelRecord['region']>) {
  return { id, file, path, ...shape, ...(unit ? { unit } : {}) };
}

/** `step 3`; of a piece its offsets: `step 3 from 57 to 90 of step 3`. */
function stepWords(step: number, piece: LabelRecord['piece']): string {
  if (!piece) return `step ${step + 1}`;
  return `step ${step + 1} from ${piece.from} to ${piece.to.at} of step ${piece.to.step + 1}`;
}
