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
const LIBRARY_NAME = /concept|hint|misconception|knowledge|skill|taxonomy|curriculum|glossary|principle/i;

/** Whether a file's name says that it holds what rows of other files refer to. */
export function isNamedLikeLibrary(name: string): boolean {
  return LIBRARY_NAME.test(name);
}

/**
 * Whether rows are entries of a library: by their profile, or by their fields. `problems`: whether problems are wanted as well, by
 * their ids.
 */
export function isLibrary(sample: Json[], profile: Profile, name: string, problems: boolean): boolean {
  if (sample.length === 0) return false;
  if (isCatalogue(sample)) return true;
  const played = profile.roles.map(({ role }) => role);
  const known = profile.signature.length > 0;
  if (known && played.includes('problem')) return problems && profile.idField !== undefined;
  if (known && played.includes('trace')) return false;
  if (known && (played.includes('concept') || played.includes('hint'))) return true;
  return nearlyAll(sample, (row) => isPlainEntry(row, name));
}

/** Rows that each are an example of a misconception, which has an id and words. */
function isCatalogue(sample: Json[]): boolean {
  return nearlyAll(
    sample,
    (row) =>
      textAt(row, ['misconception id', 'misconception_id']) !== null &&
      textAt(row, ['misconception']) !== null,
  );
}

/** `{"id": ..., "name": ...}` with a place, or in a file that is named like a library. */
function isPlainEntry(row: Json, name: string): boolean {
  if (!isObject(row) || textAt(row, ['name', 'title', 'label']) === null) return false;
  if (textAt(row, ASKS) !== null) return false;
  return isNamedLikeLibrary(name) || PLACES.some((field) => Object.hasOwn(row, field));
}

function nearlyAll(sample: Json[], fits: (row: Json) => boolean): boolean {
  return sample.filter(fits).length >= NEARLY_ALL * sample.length;
}
