import type { LibraryEntry, LibraryKind } from '../profile/library-entry';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Reading, Reference, SourceText } from '../profile/reading';
import type { Json, JsonObject } from '../row/json';
import { isObject, valueAt } from '../row/json';
import type { LibraryShape } from './library-shape';
import { asText, fieldNamed, textAt, textsOf } from './entry-fields';

const IDS = [
  'misconception id',
  'misconception_id',
  'misconceptionid',
  'identifier',
  'id',
  'concept_id',
  'full node',
];
const NAMES = ['name', 'title', 'label'];
const TEXTS = [
  'misconception',
  'text',
  'description',
  'definition',
  'statement',
  'content',
  'misconceptionname',
];
const EXAMPLES = ['examples', 'example', 'question'];
const PLACES = ['path', 'category', 'topic'];
const PARENTS = ['parent', 'parent_id', 'broader'];
/** Levels of a tree that is written as one row for each leaf. */
const LEVEL = /^root\d$/;

/** Where a row of a library stands, and what is known of it beforehand. */
export interface EntryPlace {
  profile: Profile;
  /** By what its rows are entries. */
  shape: LibraryShape;
  /** The key that the row stands under in its file. */
  key: string | null;
  /** What the part of the file that it stands in says that it is. */
  kind: LibraryKind | null;
  file: string;
  row: number;
}

/** The entry that a row of a library is; null for a row that is none. */
export function entryOfRow(
  value: Json,
  { profile, shape, key, kind, file, row }: EntryPlace,
): LibraryEntry | null {
  if (!isObject(value)) return null;
  const reading = readRow(value, profile);
  const name = levelsOf(value).at(-1) ?? textAt(value, NAMES);
  const source = sourceOf(value, reading, name, shape === 'roles' || kind === 'problem');
  const own = profile.idField && asText(valueAt(value, profile.idField));
  const id = own ?? textAt(value, IDS) ?? key ?? name;
  if (!source || id === null) return null;
  return {
    id,
    kind: kind ?? (shape === 'roles' ? kindInRoles(reading) : kindInFields(value)),
    name,
    source,
    answers: reading.answers,
    path: pathOf(value),
    parent: parentOf(value),
    examples: textsOf(fieldNamed(value, EXAMPLES)),
    file,
    row,
  };
}

/** What the entry says. `inRoles`: as its profile reads it. */
function sourceOf(
  row: JsonObject,
  reading: Reading,
  name: string | null,
  inRoles: boolean,
): SourceText | null {
  const inField = () => textInField(row, name);
  if (!inRoles) return inField();
  const { problem, hints, concepts } = reading;
  return [...problem, ...hints.flatMap(textOf), ...concepts.flatMap(textOf)][0] ?? inField();
}

function textOf(reference: Reference): SourceText[] {
  return reference.kind === 'text' ? [reference.source] : [];
}

function textInField(row: JsonObject, name: string | null): SourceText | null {
  const field = Object.keys(row).find(
    (key) => TEXTS.includes(key.toLowerCase()) && asText(row[key]) !== null,
  );
  const text = field === undefined ? name : asText(row[field]);
  if (text === null) return null;
  return { path: field === undefined ? [] : [field], start: 0, end: text.length, text, dialect: 'markdown' };
}

function kindInRoles({ problem, hints, concepts }: Reading): LibraryKind {
  if (problem.length > 0) return 'problem';
  return hints.length > 0 && concepts.length === 0 ? 'hint' : 'concept';
}

function kindInFields(row: JsonObject): LibraryKind {
  const said = textAt(row, ['kind', 'type'])?.toLowerCase();
  if (said === 'hint' || said === 'misconception' || said === 'concept') return said;
  return textAt(row, ['misconception', 'misconceptionname']) === null ? 'concept' : 'misconception';
}

function levelsOf(row: JsonObject): string[] {
  const levels = Object.keys(row).filter((key) => LEVEL.test(key));
  return levels.toSorted().flatMap((key) => asText(row[key]) ?? []);
}

function pathOf(row: JsonObject): string[] {
  const levels = levelsOf(row);
  if (levels.length > 0) return levels.slice(0, -1);
  const place = fieldNamed(row, PLACES);
  if (typeof place !== 'string') return textsOf(place);
  return place.split(/\s*(?:>|→|\/{2}|\|)\s*/).filter((part) => part !== '');
}

/** The parent stands there whole, by its id or by its name. */
function parentOf(row: JsonObject): string | null {
  const parent = fieldNamed(row, PARENTS);
  return isObject(parent) ? textAt(parent, [...IDS, ...NAMES]) : asText(parent);
}
