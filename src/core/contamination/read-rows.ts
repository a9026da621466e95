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
export async function* readFileRows(
  store: FileStore,
  file: string,
  profile: Profile,
  onUnread: () => void = () => undefined,
): AsyncGenerator<ReadRow> {
  const open = await store.open(file);
  try {
    let bytes = 0;
    for await (const raw of walkRows(open)) {
      bytes += raw.size + 1;
      const parsed = raw.size > raw.bytes.length ? null : parseRow(decodeRow(raw.bytes));
      if (parsed?.kind !== 'value') {
        if (raw.size > 0) onUnread();
        continue;
      }
      yield { row: raw.number, value: parsed.value, reading: readRow(parsed.value, profile), bytes };
    }
  } finally {
    await open.close();
  }
}

/** The questions of a benchmark's file. */
export async function readBenchmark(
  store: FileStore,
  file: string,
  profile: Profile,
  benchmark: number,
): Promise<BenchmarkItem[]> {
  const items: BenchmarkItem[] = [];
  for await (const { row, value, reading } of readFileRows(store, file, profile)) {
    const text = problemText(reading);
    if (text === '') continue;
    const id = linkId(value, profile) ?? String(row + 1);
    items.push({ benchmark, row, id, text, answer: reading.answers[0]?.text ?? null });
  }
  return items;
}

/** What the first rows of a file tell of all: the words of the template around its problems, and the fields of its texts. */
export async function learnRows(
  store: FileStore,
  file: string,
  profile: Profile,
): Promise<{ boilerplate: Boilerplate; fields: RowFields }> {
  const [boilerplate, fields] = [new Boilerplate(), new RowFields()];
  let rows = 0;
  for await (const { value, reading } of readFileRows(store, file, profile)) {
    for (const { text } of reading.problem) boilerplate.learn(tokenise(text.slice(0, LONGEST_LEARNED)));
    fields.learn(value, rowTexts(reading));
    if (++rows >= LEARNED_ROWS) break;
  }
  return { boilerplate, fields };
}

const LONGEST_LEARNED = 10_000;
