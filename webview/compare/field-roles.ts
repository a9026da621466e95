import type { Dialect } from '../../src/core/maths/dialect';
import type { Reading, Reference, Trace } from '../../src/core/profile/reading';
import { isObject } from '../../src/core/row/json';
import type { Json, JsonPath } from '../../src/core/row/json';

/** What a field is for its readers: the role that the profile gives it, and how its text is written. */
export interface FieldRole {
  /** `Problem`, `Hint 2`; empty where no role claims the field. */
  word: string;
  dialect: Dialect;
}

/** A field of a row by its path, with its value. */
export interface RowField {
  path: JsonPath;
  value: Json;
}

/** The roles of a row's fields by `pathKey`, in reading order. */
export type FieldRoles = ReadonlyMap<string, FieldRole>;

const UNCLAIMED: FieldRole = { word: '', dialect: 'markdown' };

export function rolesOf(reading: Reading): FieldRoles {
  const roles = new Map<string, FieldRole>();
  const add: Add = (path, word, dialect) => {
    if (!roles.has(pathKey(path))) roles.set(pathKey(path), { word, dialect });
  };
  for (const { speaker, source } of reading.context) add(source.path, speaker, source.dialect);
  for (const { path, dialect } of reading.problem) add(path, 'Problem', dialect);
  for (const { path } of reading.problemIds) add(path, 'Problem', 'plain');
  for (const { path, dialect } of reading.answers) add(path, 'Answer', dialect);
  addReferences(reading.hints, 'Hint', add);
  addReferences(reading.concepts, 'Concept', add);
  for (const trace of reading.traces) addSteps(trace, add);
  for (const { finalAnswer } of reading.traces)
    if (finalAnswer) add(finalAnswer.path, 'Final answer', finalAnswer.dialect);
  for (const { path } of reading.media) add(path, 'Image', 'plain');
  for (const { path } of reading.facts) add(path, '', 'plain');
  return roles;
}

export function roleOf(roles: FieldRoles, path: JsonPath): FieldRole {
  return roles.get(pathKey(path)) ?? UNCLAIMED;
}

/** Every field of a row down to its texts and numbers, those with a role first and in reading order. */
export function fieldsInReadingOrder(row: Json, roles: FieldRoles): RowField[] {
  const order = new Map([...roles.keys()].map((key, at) => [key, at]));
  const placeOf = ({ path }: RowField) => order.get(pathKey(path)) ?? order.size;
  return leavesOf(row, []).toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Values nested more deeply are shown as they are written. */
const DEEPEST = 8;

/** A value down to its texts and numbers. */
export function leavesOf(value: Json, path: JsonPath): RowField[] {
  if (
    path.length < DEEPEST &&
    Array.isArray(value) &&
    value.some((inner) => typeof inner === 'string' || isObject(inner))
  )
    return value.flatMap((inner, at) => leavesOf(inner, [...path, at]));
  if (path.length < DEEPEST && isObject(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  return [{ path, value }];
}

type Add = (path: JsonPath, word: string, dialect: Dialect) => void;

/** Steps cut from one text are one field: it bears the author's name alone. */
function addSteps({ steps, author }: Trace, add: Add): void {
  const fields = new Map(steps.map(({ source }) => [pathKey(source.path), source]));
  for (const [at, { path, dialect }] of [...fields.values()].entries())
    add(path, fields.size === 1 ? author : `${author}, step ${at + 1}`, dialect);
}

function addReferences(references: Reference[], word: string, add: Add): void {
  for (const [at, reference] of references.entries()) {
    const name = references.length > 1 ? `${word} ${at + 1}` : word;
    if (reference.kind === 'id') add(reference.path, name, 'plain');
    else add(reference.source.path, name, reference.source.dialect);
  }
}

export function pathKey(path: JsonPath): string {
  return path.map(String).join('\u0000');
}
