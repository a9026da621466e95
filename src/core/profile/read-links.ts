import type { Json } from '../row/json';
import { isObject, valueAt } from '../row/json';
import { sourceText } from './decoders/source-text';
import type { LinkRule, Profile } from './profile';
import type { Link, NamedRow } from './reading';

/** The place of the row that others were made from, and of a row that is made of others. */
const ORIGINAL = 'original';
export const RESULT = 'result';

/** The groups that a row says it belongs to. A value that is missing, or that a rule's pattern does not match, names none. */
export function readLinks(row: Json, profile: Pick<Profile, 'links' | 'idField'>): Link[] {
  const { links } = profile;
  if (links.length === 0) return [];
  const id = linkId(row, profile);
  return links.flatMap((rule) => {
    const link = linkOf(row, rule, id);
    return link ? [link] : [];
  });
}

/** Fields that usually name a row, where no profile says which does. */
export const ID_FIELDS = [
  'id',
  'ID',
  'uuid',
  'uid',
  'unique_id',
  'identifier',
  'question_id',
  'problem_id',
  'idx',
];

/** What other rows name a row by. */
export function linkId(row: Json, { idField }: Pick<Profile, 'idField'>): string | null {
  if (idField !== undefined) return wordOf(valueAt(row, idField));
  for (const field of ID_FIELDS) {
    const id = wordOf(valueAt(row, [field]));
    if (id !== null) return id;
  }
  return null;
}

function linkOf(row: Json, rule: LinkRule, id: string | null): Link | null {
  const value = valueAt(row, rule.field);
  if (rule.names === 'rows') return madeOf(value, row, rule, id);
  const parts = partsOf(value, rule);
  if (!parts) return null;
  const { type, field: path } = rule;
  const link: Link = { type, group: parts.group, place: placeIn(row, rule) ?? parts.place ?? '', path };
  if (rule.names === 'row') return madeFrom(link, id);
  if (typeof value === 'string' && isOriginal(value, rule))
    return { ...link, original: sourceText(path, value, 'markdown') };
  return link;
}

/** The group's name in a value, and the row's place in the group where the value tells it. */
function partsOf(value: Json | undefined, { pattern }: LinkRule): { group: string; place?: string } | null {
  const word = wordOf(value);
  if (word === null) return null;
  if (pattern === undefined) return { group: word };
  const found = new RegExp(pattern, 'u').exec(word)?.groups;
  const group = found?.['group'];
  const place = found?.['place'];
  if (group === undefined) return null;
  return place === undefined ? { group } : { group, place };
}

/** A row that names itself is the one that the others were made from. */
function madeFrom(link: Link, id: string | null): Link {
  if (link.group === id) return { ...link, place: ORIGINAL };
  return { ...link, rows: [{ id: link.group, place: ORIGINAL }] };
}

/** A row that is made of others has a group of its own, named by its id; without one, by theirs. */
function madeOf(value: Json | undefined, row: Json, rule: LinkRule, id: string | null): Link | null {
  const ids = (Array.isArray(value) ? value : [value ?? null]).flatMap((each) => idOf(each) ?? []);
  if (ids.length === 0) return null;
  const rows = ids.map((each, at): NamedRow => ({ id: each, place: String(at + 1) }));
  const { type, field: path } = rule;
  return { type, group: id ?? ids.join(' + '), place: placeIn(row, rule) ?? RESULT, path, rows };
}

/** An id, and no text of several lines; a row's key, as Scholium itself writes it, says that it is one: `id:12`. */
function idOf(value: Json): string | null {
  const word = isObject(value) ? wordOf(valueAt(value, ['id'])) : wordOf(value);
  if (word?.includes('\n')) return null;
  return word?.replace(/^id:(?=.)/, '') ?? null;
}

function isOriginal(value: string, { names, type }: LinkRule): boolean {
  return names === 'text' || (names === undefined && type === 'extension' && /\S\s+\S/.test(value));
}

function placeIn(row: Json, { place }: LinkRule): string | null {
  return place === undefined ? null : wordOf(valueAt(row, place));
}

function wordOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}
