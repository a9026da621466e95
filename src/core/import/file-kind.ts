import path from 'node:path';
import type { FileStore, OpenFile } from '../dataset/file-store';
import { jsonShape } from './json-shape';
import type { JsonShape } from './json-shape';
import { signatureOf } from './signature';
import { tableShape } from './table-shape';
import { encodingOf, utf8Chunks } from './text-encoding';
import type { EncodingFound, TextEncoding } from './text-encoding';

export type FileKindId =
  | JsonShape['id']
  | 'table'
  | 'parquet'
  | 'gzip'
  | 'zstd'
  | 'spreadsheet'
  | 'lfs-pointer'
  | 'html'
  | 'empty'
  | 'text'
  | 'binary';

/** What a file really is, whatever its name says. */
export interface FileKind {
  id: FileKindId;
  /** What Scholium can do with it: open it, open it without edits, convert it to JSONL, or nothing. */
  way: 'open' | 'open-read-only' | 'convert' | 'none';
  /** For people: what it is, and the way out. */
  sentence: string;
  /** Of its text; `utf-8` where it is none. */
  encoding: TextEncoding;
  /** Where its content begins: behind a byte order mark. */
  from: number;
  /** Of a table: what stands between its cells. */
  delimiter?: string;
  /** Of an object with its rows in one field: that field, and the offset (as UTF-8) of the list in it. */
  rowsIn?: { field: string; offset: number };
}

const JSONL_NAME = /\.(jsonl|ndjson)$/i;
const SAMPLE = 256 * 1024;
/** One value can be longer than the sample; its end is looked for so far. */
const LONG_SAMPLE = 8 * 1024 * 1024;

/** Says what a file is, from its first bytes (8 MB at most). Rejects when it cannot be read. */
export async function describeFile(files: FileStore, file: string): Promise<FileKind> {
  const { size } = await files.facts(file);
  const opened = await files.open(file);
  try {
    return await kindOf(opened, size, path.basename(file));
  } finally {
    await opened.close();
  }
}

async function kindOf(file: OpenFile, size: number, name: string): Promise<FileKind> {
  const sample = Buffer.from(await file.read(0, SAMPLE));
  const told = signatureOf(sample, name, await file.read(Math.max(0, size - 8), 8));
  if (told) return { ...told, encoding: 'utf-8', from: 0 };
  const { encoding, mark } = encodingOf(sample);
  const asJson = encoding === 'windows-1252' ? 'utf-8' : encoding; // JSON with a stray byte stays JSON
  const shape = await shapeOf(file, size, sample, { encoding: asJson, mark }, JSONL_NAME.test(name));
  if (shape) return { ...shape, ...wayOf(shape, name, asJson), encoding: asJson, from: mark };
  return { ...(await textKind(sample, encoding, mark, name)), encoding, from: mark };
}

/** The shape of JSON text, from as much of it as that takes. */
async function shapeOf(
  file: OpenFile,
  size: number,
  sample: Buffer,
  { encoding, mark }: EncodingFound,
  namedLines: boolean,
): Promise<JsonShape | null> {
  const short = await asUtf8(sample.subarray(mark), encoding);
  const found = jsonShape(short, size <= sample.length ? 'whole' : 'beginning', namedLines);
  if (found !== 'longer') return found;
  const long = await asUtf8((await file.read(0, LONG_SAMPLE)).subarray(mark), encoding);
  const again = jsonShape(long, size <= LONG_SAMPLE ? 'whole' : 'enough', namedLines);
  return again === 'longer' ? null : again;
}

async function asUtf8(bytes: Uint8Array, encoding: TextEncoding): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of utf8Chunks(once(bytes), encoding)) parts.push(part);
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const SHAPES: Record<JsonShape['id'], string> = {
  jsonl: 'has one JSON value a line',
  'json-list': 'is one JSON list',
  'json-keyed': 'is one JSON object that holds each row under a key',
  'json-concatenated': 'holds JSON values one after the other, each over several lines',
  'json-object': 'is one JSON object, with its rows in a list',
  'json-tables': 'is one JSON object that holds tables of rows under keys',
};
const ENCODINGS: Record<TextEncoding, string> = {
  'utf-8': '',
  'utf-16le': ', in UTF-16',
  'utf-16be': ', in UTF-16',
  'windows-1252': ', in Latin-1 (Windows-1252)',
};

function wayOf(shape: JsonShape, name: string, encoding: TextEncoding): Pick<FileKind, 'way' | 'sentence'> {
  const what = `${name} ${SHAPES[shape.id]}${ENCODINGS[encoding]}`;
  const plain = shape.id === 'jsonl' && !encoding.startsWith('utf-16');
  if (plain && JSONL_NAME.test(name)) return { way: 'open', sentence: `${what}.` };
  return { way: 'convert', sentence: `${what}: “Convert to JSONL” makes a dataset of it.` };
}

async function textKind(
  sample: Buffer,
  encoding: TextEncoding,
  mark: number,
  name: string,
): Promise<Pick<FileKind, 'id' | 'way' | 'sentence' | 'delimiter'>> {
  const text = (await asUtf8(sample.subarray(mark), encoding)).toString();
  const hasZeros = text.includes('\0');
  const table = hasZeros && encoding !== 'utf-8' ? null : tableShape(text, name);
  if (table) {
    const what = `${name} is a table with ${table.words} between its cells${ENCODINGS[encoding]}`;
    const sentence = `${what}: “Convert to JSONL” makes a dataset of it.`;
    return { id: 'table', way: 'convert', sentence, delimiter: table.delimiter };
  }
  if (hasZeros)
    return { id: 'binary', way: 'none', sentence: `${name} holds binary data, and no rows of text.` };
  const sentence = `${name} is plain text, neither JSON nor a table: there are no rows to show.`;
  return { id: 'text', way: 'none', sentence };
}
