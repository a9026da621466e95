import path from 'node:path';
import { mayHoldLibrary, readLibraryFile } from '../concept/library-file';
import type { LibraryEntry } from '../profile/library-entry';
import type { Profile } from '../profile/profile';
import type { FileStore } from './file-store';

/** What a project says of its files: whose entries are a library for every dataset, and which are none. */
export interface LibraryFiles {
  named: readonly string[];
  refused: readonly string[];
}

export const noLibraries: LibraryFiles = { named: [], refused: [] };

/** What the rows of `dataset` may refer to, by id: the entries that `readEntriesBeside` finds, and those of the files that the project names. */
export async function readLibrary(
  files: FileStore,
  dataset: string,
  profile: Profile,
  libraries: LibraryFiles = noLibraries,
): Promise<Map<string, LibraryEntry>> {
  const entries = await readEntriesBeside(files, dataset, profile, libraries);
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/**
 * The hints, concepts and misconceptions in the files beside a dataset and in those that the project names, and the problems there too when its profile refers to
 * problems by id. A file that cannot be read is passed over.
 */
export async function readEntriesBeside(
  files: FileStore,
  dataset: string,
  profile: Profile,
  { named, refused }: LibraryFiles = noLibraries,
): Promise<LibraryEntry[]> {
  const folder = path.dirname(dataset);
  const entries: LibraryEntry[] = [];
  const names = (await files.list(folder)).filter(
    (name) =>
      mayHoldLibrary(name) && name !== path.basename(dataset) && !refused.includes(path.join(folder, name)),
  );
  const beside = names.toSorted(linesFirst).map((name) => path.join(folder, name));
  for (const file of new Set([...beside, ...named.filter((each) => each !== dataset)])) {
    const found = await readLibraryFile(files, file, refersToProblems(profile)).catch(() => []);
    for (const entry of found) entries.push(entry);
  }
  return entries;
}

/** Of an entry that several files have, the one in a file of rows is taken: it can be opened. */
function linesFirst(a: string, b: string): number {
  return isWhole(a) - isWhole(b) || (a < b ? -1 : 1);
}

function isWhole(name: string): number {
  return Number(/\.json$/i.test(name));
}

function refersToProblems({ roles }: Profile): boolean {
  return roles.some(({ decoder }) => decoder === 'problem-id');
}
