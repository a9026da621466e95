import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { isObject } from '../row/json';
import { textAt } from './entry-fields';

/** Which rows are entries of a library: nearly all of a sample must look so. */
const NEARLY_ALL = 0.8;
/** What a row has that asks something: then it is no entry, whatever else it has. */
const ASKS = ['question', 'problem', 'solution', 'answer', 'query', 'messages', 'conversations'];
/** What tells where an entry belongs. */
const PLACES = ['parent', 'parent_id', 'path', 'kind', 'category'];
const LIBRARY_NAME =
  /catalogue|concept|hint|misconception|knowledge|skill|taxonomy|curriculum|glossary|principle/i;

/** Whether a file's name says that it holds what rows of other files refer to. */
function isNamedLikeLibrary(name: string): boolean {
  return LIBRARY_NAME.test(name);
}

/** What makes rows entries of a library: the roles that their profile gives, or what their fields are called. */
export type LibraryShape = 'roles' | 'fields';

/** Whether rows are entries of a library, and by what; null when they are none. `problems`: whether problems are wanted as well. */
export function libraryShape(
  sample: Json[],
  profile: Profile,
  name: string,
  problems: boolean,
): LibraryShape | null {
  if (sample.length === 0) return null;
  if (isCatalogue(sample)) return 'fields';
  const played = profile.roles.map(({ role }) => role);
  const known = profile.signature.length > 0;
  const entries = played.includes('concept') || played.includes('hint');
  if (known && entries && !played.includes('problem') && !played.includes('trace')) return 'roles';
  if (nearlyAll(sample, (row) => isPlainEntry(row, known, name))) return 'fields';
  return problems && known && played.includes('problem') && profile.idField ? 'roles' : null;
}

/** Rows that each are an example of a misconception, which has an id and words. */
function isCatalogue(sample: Json[]): boolean {
  return nearlyAll(
    sample,
    (row) =>
      textAt(row, ['misconception id', 'misconception_id', 'misconceptionid']) !== null &&
      textAt(row, ['misconception', 'misconceptionname']) !== null,
  );
}

/** `{"id": ..., "name": ...}` in a file that is named like a library; in another, with a place, and in no known profile. */
function isPlainEntry(row: Json, known: boolean, name: string): boolean {
  if (!isObject(row) || textAt(row, ['name', 'title', 'label']) === null) return false;
  if (textAt(row, ASKS) !== null) return false;
  return isNamedLikeLibrary(name) || (!known && PLACES.some((field) => Object.hasOwn(row, field)));
}

function nearlyAll(sample: Json[], fits: (row: Json) => boolean): boolean {
  return sample.filter(fits).length >= NEARLY_ALL * sample.length;
}
