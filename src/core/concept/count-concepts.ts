import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { noLibraries, readEntriesBeside } from '../dataset/reference-library';
import type { LibraryFiles } from '../dataset/reference-library';
import { walkRows } from '../dataset/row-reader';
import type { LibraryEntry } from '../profile/library-entry';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Json } from '../row/json';
import { identifyRow } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import { ConceptCoverage } from './concept-coverage';
import type { ConceptReport } from './concept-report';
import { readLibraryFile } from './library-file';
import type { TagFact } from './standing-tags';

/** A dataset whose use of its library is counted. */
export interface Counted {
  file: string;
  /** As people know it: its library is beside it. */
  dataset: string;
  profile: Profile;
  /** Libraries that are taken when there is none beside the dataset. */
  elsewhere: readonly string[];
  /** Libraries for this dataset as well as those beside it, and files that are none. */
  libraries?: LibraryFiles;
  tags: ReadonlyMap<string, readonly TagFact[]>;
}

/** Reads the library and then every row of the dataset, in memory of one row. `onBytes` hears how many bytes of rows were read. */
export async function countConcepts(
  files: FileStore,
  counted: Counted,
  onBytes: (bytes: number) => void,
): Promise<ConceptReport> {
  const coverage = new ConceptCoverage(await libraryOf(files, counted), counted.dataset);
  const isRefused = counted.libraries?.refused.includes(path.resolve(counted.dataset)) === true;
  if (!isRefused && (await isLibraryItself(files, counted.file))) return coverage.result();
  const file = await files.open(counted.file);
  let bytes = 0;
  try {
    for await (const raw of walkRows(file)) {
      bytes += raw.size + 1;
      onBytes(bytes);
      const parsed = raw.size > raw.bytes.length ? null : parseRow(decodeRow(raw.bytes));
      if (parsed?.kind === 'value') addRow(coverage, counted, raw, parsed.value);
    }
  } finally {
    await file.close();
  }
  return coverage.result();
}

/** The entries for a dataset: its own where it is a library itself, those beside it, else those of the files named. */
export async function libraryOf(
  files: FileStore,
  {
    dataset,
    profile,
    elsewhere,
    libraries = noLibraries,
  }: Pick<Counted, 'dataset' | 'profile' | 'elsewhere' | 'libraries'>,
): Promise<LibraryEntry[]> {
  const { refused } = libraries;
  const own = refused.includes(path.resolve(dataset)) ? [] : await entriesIn(files, dataset);
  const beside = (await readEntriesBeside(files, dataset, profile, libraries)).filter(isNoProblem);
  if (own.length + beside.length > 0) return [...own, ...beside];
  const others = await Promise.all(
    elsewhere
      .filter((file) => path.resolve(file) !== path.resolve(dataset) && !refused.includes(file))
      .map((file) => entriesIn(files, file)),
  );
  return others.flat();
}

/** Whether a file's rows are entries, each with an id of its own. In a catalogue of examples several rows have one id. */
async function isLibraryItself(files: FileStore, file: string): Promise<boolean> {
  const own = await entriesIn(files, file);
  return own.length > 0 && new Set(own.map(({ id }) => id)).size === own.length;
}

async function entriesIn(files: FileStore, file: string): Promise<LibraryEntry[]> {
  const entries = await readLibraryFile(files, file, false).catch(() => []);
  return entries.filter(isNoProblem);
}

function isNoProblem({ kind }: LibraryEntry): boolean {
  return kind !== 'problem';
}

function addRow(
  coverage: ConceptCoverage,
  { profile, tags }: Counted,
  { bytes, number }: { bytes: Uint8Array; number: number },
  value: Json,
): void {
  coverage.add(value, readRow(value, profile), number, tags.size === 0 ? [] : tagsOf());

  function tagsOf(): readonly TagFact[] {
    const { key, hash } = identifyRow(bytes, value, identityRule(profile));
    return (tags.get(key) ?? []).filter((tag) => tag.hash === undefined || tag.hash === hash);
  }
}
