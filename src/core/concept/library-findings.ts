import type { LibraryEntry } from '../profile/library-entry';
import type { ConceptLibrary, Duplicate } from './concept-library';
import { titleOf } from './concept-library';
import type { Dangling, LibraryFinding } from './concept-report';

/** What the use of a library gives to look at. */
interface Looked {
  dataset: string;
  library: ConceptLibrary;
  dangling: Dangling[];
  unused: LibraryEntry[];
  /** Whether rows use any entry: where none does, the library is of another dataset. */
  anyUsed: boolean;
}

/** References that no entry answers, entries that cannot be told apart, and entries that nothing uses. */
export function libraryFindings({ dataset, library, dangling, unused, anyUsed }: Looked): LibraryFinding[] {
  return [
    ...dangling.map((each) => danglingFinding(dataset, each)),
    ...library.duplicates.map(duplicateFinding),
    ...(anyUsed ? unused.map(unusedFinding) : []),
  ];
}

function danglingFinding(file: string, { use, row }: Dangling): LibraryFinding {
  return {
    ...frame(file, row, 'concept/dangling'),
    path: use.path,
    severity: 'warning',
    message: `${use.reference.slice(0, 100)} is no ${use.kind} of the library.`,
    evidence: use.reference.slice(0, 200),
  };
}

function duplicateFinding({ entry, first, by }: Duplicate): LibraryFinding {
  const what = by === 'id' ? `id ${entry.id}` : `${by} “${titleOf(entry)}”`;
  const where = entry.file === first.file ? '' : ` of ${first.file.split(/[\\/]/).at(-1)}`;
  return {
    ...frame(entry.file, entry.row, 'concept/duplicate'),
    severity: 'info',
    message: `The ${what} is also that of ${by === 'id' ? 'another entry' : first.id} in row ${first.row + 1}${where}.`,
    evidence: entry.source.text.slice(0, 200),
  };
}

function unusedFinding(entry: LibraryEntry): LibraryFinding {
  return {
    ...frame(entry.file, entry.row, 'concept/unused'),
    severity: 'info',
    message: `No row uses the ${entry.kind} “${titleOf(entry)}”.`,
    evidence: entry.id,
  };
}

function frame(file: string, row: number, rule: string) {
  return { file, row, path: [], span: null, check: 'concept', rule };
}
