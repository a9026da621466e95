import path from 'node:path';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { LibraryEntry } from '../profile/library-entry';
import type { Reference, SourceText } from '../profile/reading';
import { shippedProfiles } from '../profile/shipped';
import { valueAt } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { DatasetFile } from './dataset-file';
import type { FileStore } from './file-store';

/** Siblings larger than this are data, not a library of hints or concepts. */
const LARGEST_LIBRARY = 64 * 1024 * 1024;

/**
 * Reads what the rows of `dataset` may refer to: the hints and concepts in the JSONL files beside it, and the problems
 * there too when its profile refers to problems by id. A file that cannot be read is passed over.
 */
export async function readLibrary(
  files: FileStore,
  dataset: string,
  profile: Profile,
): Promise<Map<string, LibraryEntry>> {
  const library = new Map<string, LibraryEntry>();
  const folder = path.dirname(dataset);
  for (const name of await files.list(folder)) {
    if (!/\.(jsonl|ndjson)$/i.test(name) || name === path.basename(dataset)) continue;
    const entries = await readEntries(files, path.join(folder, name), refersToProblems(profile)).catch(
      () => [],
    );
    for (const entry of entries) library.set(entry.id, entry);
  }
  return library;
}

function refersToProblems({ roles }: Profile): boolean {
  return roles.some(({ decoder }) => decoder === 'problem-id');
}

async function readEntries(files: FileStore, file: string, problems: boolean): Promise<LibraryEntry[]> {
  if ((await files.facts(file)).size > LARGEST_LIBRARY) return [];
  const dataset = await DatasetFile.open(files, file);
  try {
    const { profile } = await dataset.detect(shippedProfiles);
    if (!isLibrary(profile, problems)) return []; // most files are not: their first rows tell
    await dataset.indexed;
    const rows = await dataset.rows(0, dataset.index.rows);
    return rows.flatMap(({ bytes, number }) => entryOf(decodeRow(bytes), profile, file, number));
  } finally {
    await dataset.close();
  }
}

/** A library's rows are named by an id, and are themselves hints or concepts; problems only where they are wanted. */
function isLibrary({ roles, idField }: Profile, problems: boolean): boolean {
  if (!idField) return false;
  const played = roles.map(({ role }) => role);
  return played.includes('problem') ? problems : played.includes('concept') || played.includes('hint');
}

function entryOf(text: string, profile: Profile, file: string, row: number): LibraryEntry[] {
  const parsed = parseRow(text);
  if (parsed.kind !== 'value') return [];
  const id = profile.idField && valueAt(parsed.value, profile.idField);
  const { problem, hints, concepts, answers } = readRow(parsed.value, profile);
  const [kind, source] = problem[0]
    ? (['problem', problem[0]] as const)
    : hints[0]
      ? (['hint', textOf(hints[0])] as const)
      : (['concept', textOf(concepts[0])] as const);
  if (typeof id !== 'string' || !source) return [];
  const name = valueAt(parsed.value, ['name']);
  return [{ id, kind, name: typeof name === 'string' ? name : null, source, answers, file, row }];
}

function textOf(reference: Reference | undefined): SourceText | null {
  return reference?.kind === 'text' ? reference.source : null;
}
