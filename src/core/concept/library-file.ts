import path from 'node:path';
import { DatasetFile } from '../dataset/dataset-file';
import type { FileStore } from '../dataset/file-store';
import { detectProfile, SAMPLE_ROWS } from '../profile/detect';
import type { LibraryEntry, LibraryKind } from '../profile/library-entry';
import { shippedProfiles } from '../profile/shipped';
import type { Json } from '../row/json';
import { isObject } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { entryOfRow } from './entry-of-row';
import { libraryShape } from './library-shape';

/** Larger files are data, not a library. JSON is parsed in one go, so less of it. */
const LARGEST_JSONL = 64 * 1024 * 1024;
const LARGEST_JSON = 4 * 1024 * 1024;

/** Whether a file may hold a library, by its name's ending. */
export function mayHoldLibrary(name: string): boolean {
  return /\.(jsonl|ndjson|json)$/i.test(name);
}

/** A value that may be an entry, and the key that it stands under. */
interface KeyedValue {
  key: string | null;
  value: Json;
}

/**
 * The entries of a library; none when the file is not one. Rejects when it cannot be read. `problems`: whether problems are wanted
 * as well.
 */
export function readLibraryFile(files: FileStore, file: string, problems: boolean): Promise<LibraryEntry[]> {
  return readEntries(files, file, { name: path.basename(file), problems });
}

/** The entries of a file that somebody named as a catalogue: its rows have a name, whatever the file is called. */
export function readCatalogue(files: FileStore, file: string): Promise<LibraryEntry[]> {
  return readEntries(files, file, { name: 'catalogue', problems: false });
}

/** As what a file is read: by a name that may tell, and whether problems are wanted as well. */
interface ReadAs {
  name: string;
  problems: boolean;
}

async function readEntries(files: FileStore, file: string, as: ReadAs): Promise<LibraryEntry[]> {
  const { size } = await files.facts(file);
  if (/\.json$/i.test(file)) {
    if (size > LARGEST_JSON) return [];
    const parsed = parseRow(decodeRow(await files.readAll(file)).replace(/^\uFEFF/, ''));
    return parsed.kind === 'value' ? entriesOfJson(parsed.value, file, as) : [];
  }
  return size > LARGEST_JSONL ? [] : readLines(files, file, as);
}

async function readLines(files: FileStore, file: string, as: ReadAs): Promise<LibraryEntry[]> {
  const dataset = await DatasetFile.open(files, file);
  try {
    const sample = valuesOf(await dataset.rows(0, SAMPLE_ROWS));
    const { profile } = detectProfile(sample, shippedProfiles);
    const shape = libraryShape(sample, profile, as.name, as.problems);
    if (shape === null) return []; // most files are not: their first rows tell
    await dataset.indexed;
    const rows = await dataset.rows(0, dataset.index.rows);
    return rows.flatMap(({ bytes, number }) => {
      const parsed = parseRow(decodeRow(bytes));
      const place = { profile, shape, key: null, kind: null, file, row: number };
      return (parsed.kind === 'value' && entryOfRow(parsed.value, place)) || [];
    });
  } finally {
    await dataset.close();
  }
}

function valuesOf(rows: { bytes: Uint8Array }[]): Json[] {
  return rows.flatMap(({ bytes }) => {
    const parsed = parseRow(decodeRow(bytes));
    return parsed.kind === 'value' ? [parsed.value] : [];
  });
}

/** A JSON file holds a list of entries, entries by their keys, or several of these under names: `{problems, concepts, hints}`. */
function entriesOfJson(json: Json, file: string, as: ReadAs): LibraryEntry[] {
  const sections = sectionsOf(json);
  if (!sections) return entriesOf(keyedValues(json), null, file, as);
  return [...sections].flatMap(([kind, values]) =>
    kind === 'problem' && !as.problems ? [] : entriesOf(values, kind, file, { ...as, problems: true }),
  );
}

function entriesOf(
  values: KeyedValue[],
  kind: LibraryKind | null,
  file: string,
  { name, problems }: ReadAs,
): LibraryEntry[] {
  const sample = values.slice(0, SAMPLE_ROWS).map(({ value }) => value);
  const { profile } = detectProfile(sample, shippedProfiles);
  const found = libraryShape(sample, profile, name, problems);
  if (kind === null && found === null) return [];
  const shape = found ?? (profile.signature.length > 0 ? 'roles' : 'fields');
  return values.flatMap(
    ({ key, value }, row) => entryOfRow(value, { profile, shape, key, kind, file, row }) ?? [],
  );
}

const SECTIONS: [LibraryKind, RegExp][] = [
  ['problem', /^problems?$/i],
  ['concept', /^(?:concepts?|knowledge(?:_?points?)?|principles?|skills?)$/i],
  ['hint', /^hints?$/i],
  ['misconception', /^misconceptions?$/i],
];

/** The named parts of a file such as `{problems, concepts, hints}`; null when it is none. */
function sectionsOf(json: Json): Map<LibraryKind, KeyedValue[]> | null {
  if (!isObject(json)) return null;
  const found = new Map<LibraryKind, KeyedValue[]>();
  for (const [key, value] of Object.entries(json)) {
    const section = SECTIONS.find(([, named]) => named.test(key));
    const values = section && keyedValues(value);
    if (section && values && values.length > 0) found.set(section[0], values);
  }
  return [...found.keys()].some((kind) => kind !== 'problem') ? found : null;
}

/** The objects of a list, or of an object by their keys. */
function keyedValues(json: Json): KeyedValue[] {
  if (Array.isArray(json)) return json.filter(isObject).map((value) => ({ key: null, value }));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => (isObject(value) ? [{ key, value }] : []));
}

/** The problems in the text of a file `{problems, concepts, hints}`; null when it is of another shape. */
export function problemsOf(text: string): Json[] | null {
  const parsed = parseRow(text);
  if (parsed.kind !== 'value') return null;
  return (
    sectionsOf(parsed.value)
      ?.get('problem')
      ?.map(({ value }) => value) ?? null
  );
}
