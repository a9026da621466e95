import type { FileStore } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import type { Profile } from '../profile/profile';
import { linkId } from '../profile/read-links';
import { readRow } from '../profile/read-row';
import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import type { BenchmarkItem } from './benchmark-index';
import { Boilerplate, LEARNED_ROWS } from './boilerplate';
import { RowFields } from './row-fields';
import type { FieldsData } from './row-fields';
import { problemText, rowTexts } from './row-texts';
import { tokenise } from './tokenise';

/** A row of a file, in the roles of its profile. */
export interface ReadRow {
  /** 0-based */
  row: number;
  value: Json;
  reading: Reading;
  /** Bytes of the file up to its end. */
  bytes: number;
}

/** The rows of a file that can be read; broken ones and those too long are counted. */
async function* readFileRows(
  store: FileStore,
  file: string,
  profile: Profile,
  onUnread: () => void = () => undefined,
): AsyncGenerator<ReadRow> {
  for await (const row of parsedRows(store, file, onUnread))
    yield { ...row, reading: readRow(row.value, profile) };
}

/** The same, not in their roles. */
async function* parsedRows(
  store: FileStore,
  file: string,
  onUnread: () => void = () => undefined,
): AsyncGenerator<Omit<ReadRow, 'reading'>> {
  const open = await store.open(file);
  try {
    let bytes = 0;
    for await (const raw of walkRows(open)) {
      bytes += raw.size + 1;
      const parsed = raw.size > raw.bytes.length ? null : parseRow(decodeRow(raw.bytes));
      if (parsed?.kind === 'value') yield { row: raw.number, value: parsed.value, bytes };
      else if (raw.size > 0) onUnread();
    }
  } finally {
    await open.close();
  }
}

/** The questions of a benchmark's file, and how many rows of it cannot be read. */
export async function readBenchmark(
  store: FileStore,
  file: string,
  profile: Profile,
  benchmark: number,
): Promise<{ items: BenchmarkItem[]; unread: number }> {
  const items: BenchmarkItem[] = [];
  let unread = 0;
  for await (const { row, value, reading } of readFileRows(store, file, profile, () => unread++)) {
    const text = problemText(reading);
    if (text === '') continue;
    const id = linkId(value, profile) ?? String(row + 1);
    items.push({ benchmark, row, id, text, answer: reading.answers[0]?.text ?? null });
  }
  return { items, unread };
}

/** What the first rows of a file tell of all. Plain data. */
export interface LearnedRows {
  /** The words of the template around its problems: see `Boilerplate`. */
  boilerplate: Uint32Array | null;
  /** The fields of its texts. */
  fields: FieldsData;
}

/**
 * Learns from the first rows of a file: in their roles until they tell nothing new, then from those in which a text stands where none
 * stood before; of the others, the problems are taken from where they stood in these.
 */
export async function learnRows(store: FileStore, file: string, profile: Profile): Promise<LearnedRows> {
  const [boilerplate, fields] = [new Boilerplate(), new RowFields()];
  let rows = 0;
  for await (const { value, bytes } of parsedRows(store, file)) {
    const problems = fields.problemsOf(value) ?? learnFields(fields, value, profile);
    for (const text of problems) boilerplate.learn(tokenise(text.slice(0, LONGEST_LEARNED)));
    if (++rows >= LEARNED_ROWS || (rows >= ENOUGH_ROWS && bytes >= ENOUGH_BYTES)) break;
  }
  return { boilerplate: boilerplate.data, fields: fields.data };
}

/** Takes in where the texts of a row stand. Returns its problems. */
function learnFields(fields: RowFields, value: Json, profile: Profile): string[] {
  const texts = rowTexts(readRow(value, profile));
  fields.learn(value, texts);
  return texts.filter(({ role, joined }) => role === 'problem' && !joined).map(({ text }) => text);
}

/** So many rows tell the words of a template, where those of so many bytes are no more. */
const ENOUGH_ROWS = 1_500;
const ENOUGH_BYTES = 8 * 1024 * 1024;
const LONGEST_LEARNED = 10_000;
