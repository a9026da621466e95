import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import type { Location } from 'jsonc-parser';
import type { Json, JsonPath } from '../row/json';
import { asMap, schemasAt } from './schema-walk';
import { factsOf, requiredAt } from './value-facts';
import type { NamedSchema, ValueFacts } from './value-facts';

/** What can take the place of the row's text from `start` to `end` (UTF-16 offsets). */
export interface RowCompletion {
  kind: 'key' | 'value';
  /** The key, or the value as JSON. */
  label: string;
  /** What is put there. */
  insert: string;
  /** Where the cursor comes to stand in `insert`; null for behind it. */
  cursor: number | null;
  start: number;
  end: number;
  /** Of a key: what is said of its value. Of a value: what is said of the place. */
  facts: ValueFacts[];
}

/**
 * What can stand at an offset of a row's text, however much of the row is typed: keys that the object has not yet, the required
 * ones first, and the values that a key can have.
 */
export function completeRow(text: string, offset: number, schemas: readonly NamedSchema[]): RowCompletion[] {
  try {
    const location = getLocation(text, offset);
    if (location.isAtPropertyKey) return keysAt(text, offset, location, schemas);
    return mayHaveValue(text, offset, location) ? valuesAt(text, offset, location, schemas) : [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested more deeply than a recursive parser can go
    return [];
  }
}

function keysAt(
  text: string,
  offset: number,
  location: Location,
  schemas: readonly NamedSchema[],
): RowCompletion[] {
  const token = tokenAt(text, offset, location);
  if (!token && !/[{,]\s*$/.test(text.slice(0, offset))) return [];
  const { start, end } = token ?? { start: offset, end: offset };
  const around = location.path.slice(0, -1);
  const there = keysOf(text, around, start);
  const known = membersAt(schemas, around);
  return [...known]
    .filter(([key]) => !there.has(key))
    .toSorted(([, a], [, b]) => Number(isNeeded(b)) - Number(isNeeded(a)))
    .map(([key, facts]) => ({
      kind: 'key',
      label: key,
      start,
      end,
      facts,
      ...written(key, facts, text.slice(end)),
    }));
}

function isNeeded(facts: readonly ValueFacts[]): boolean {
  return facts.some(({ required }) => required === true);
}

/** The members that the schemas know of the object at a path, in their order, and what each says of one. */
function membersAt(schemas: readonly NamedSchema[], path: JsonPath): Map<string, ValueFacts[]> {
  const members = new Map<string, ValueFacts[]>();
  for (const { name, schema } of schemas) {
    const parts = schemasAt(schema, path);
    const required = requiredAt(parts);
    const keys = new Set([...parts.flatMap((part) => Object.keys(asMap(part['properties']))), ...required]);
    for (const key of keys) {
      const facts = factsOf(name, schemasAt(schema, [...path, key]), required.has(key));
      members.set(key, [...(members.get(key) ?? []), facts]);
    }
  }
  return members;
}

/** The keys of the object at a path, but for the one that is being typed at `typed`. */
function keysOf(text: string, path: JsonPath, typed: number): Set<string> {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, path);
  const keys = node?.type === 'object' ? (node.children ?? []).map(({ children }) => children?.[0]) : [];
  return new Set(keys.flatMap((key) => (key && key.offset !== typed ? [String(key.value)] : [])));
}

/** A key with its colon, and what its value begins with, unless that follows already. */
function written(
  key: string,
  facts: readonly ValueFacts[],
  after: string,
): { insert: string; cursor: number | null } {
  const name = JSON.stringify(key);
  if (/^\s*:/.test(after)) return { insert: name, cursor: null };
  const comma = /^\s*"/.test(after) ? ',' : '';
  const [open, close] = brackets(facts);
  const before = `${name}: ${open}`;
  return { insert: `${before}${close}${comma}`, cursor: before.length };
}

const BRACKETS: Record<string, [string, string]> = {
  string: ['"', '"'],
  array: ['[', ']'],
  object: ['{', '}'],
};

/** What the value of a key begins and ends with, where it can only be of one kind and is none of a list. */
function brackets(facts: readonly ValueFacts[]): [string, string] {
  const types = new Set(facts.flatMap((each) => each.types));
  const [type = ''] = types;
  const open = types.size === 1 && facts.every(({ values }) => values.length === 0);
  return (open && BRACKETS[type]) || ['', ''];
}

/** A value can stand behind a colon, in a list, or in the place of one that is there. */
function mayHaveValue(text: string, offset: number, location: Location): boolean {
  if (location.path.length === 0) return false;
  return tokenAt(text, offset, location) !== null || /[:[,]\s*$/.test(text.slice(0, offset));
}

function valuesAt(
  text: string,
  offset: number,
  location: Location,
  schemas: readonly NamedSchema[],
): RowCompletion[] {
  const { start, end } = tokenAt(text, offset, location) ?? { start: offset, end: offset };
  const facts = schemas.flatMap(({ name, schema }) => {
    const parts = schemasAt(schema, location.path);
    return parts.length > 0 ? [factsOf(name, parts, null)] : [];
  });
  const comma = /^\s*"/.test(text.slice(end)) && typeof location.path.at(-1) === 'string' ? ',' : '';
  return [...new Set(facts.flatMap(offered).map((value) => JSON.stringify(value)))].map((label) => ({
    kind: 'value',
    label,
    insert: label + comma,
    cursor: null,
    start,
    end,
    facts,
  }));
}

/** What a value can be by one schema, the likeliest first. */
function offered({ values, types, default: usual, examples }: ValueFacts): Json[] {
  const first = usual === undefined ? [] : [usual];
  if (values.length > 0) return [...first, ...values];
  const plain = types.includes('boolean') ? [true, false] : [];
  return [...first, ...examples, ...plain, ...(types.includes('null') ? [null] : [])];
}

/** The word or text that the offset is in or just behind. A text without its end reaches no further than what is being typed. */
function tokenAt(
  text: string,
  offset: number,
  { previousNode }: Location,
): { start: number; end: number } | null {
  if (previousNode && previousNode.offset < offset && offset <= previousNode.offset + previousNode.length) {
    const start = previousNode.offset;
    if (text[start] !== '"') return { start, end: start + previousNode.length };
    const rest = /^[^"\\,:{}[\]]*"/.exec(text.slice(offset))?.[0].length ?? 0;
    const closed = text[offset - 1] === '"' && offset - 1 > start;
    return { start, end: closed ? offset : offset + rest };
  }
  const word = /[\w.+-]+$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  return word > 0 ? { start: offset - word, end: offset } : null;
}
