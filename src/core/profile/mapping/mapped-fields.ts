import { fieldsOfRule } from '../claimed-fields';
import type { Profile, RoleRule } from '../profile';
import type { Json, JsonPath } from '../../row/json';
import { isObject, pathText, valueAt } from '../../row/json';

/** A field of a row, and what a profile makes of it. */
export interface MappedField {
  /** As rules have it: in a keyed row it starts below the key. */
  path: JsonPath;
  name: string;
  value: Json;
  /** The rule that reads the field; null when none does. */
  rule: RoleRule | null;
  /** The rule reads another field, and this one beside it. */
  beside: boolean;
}

/** Objects within objects are looked into to this depth. */
const DEEPEST = 4;

/** The fields of a row, in its order, with the fields within objects behind the object. */
export function mappedFields(row: Json, profile: Profile): MappedField[] {
  const inner = profile.keyed ? innerOf(row) : row;
  return fieldsIn(inner, []).map(({ path, value }) => ({
    path,
    name: pathText(path),
    value,
    ...readBy(inner, path, profile),
  }));
}

function fieldsIn(value: Json, at: JsonPath): { path: JsonPath; value: Json }[] {
  if (!isObject(value) || at.length === DEEPEST) return [];
  return Object.keys(value).flatMap((key) => {
    const inner = value[key] ?? null;
    const path = [...at, key];
    return [{ path, value: inner }, ...fieldsIn(inner, path)];
  });
}

function readBy(row: Json, path: JsonPath, { roles }: Profile): Pick<MappedField, 'rule' | 'beside'> {
  const name = pathText(path);
  const own = roles.find((rule) => pathText(pathRead(row, rule) ?? []) === name || hasKey(rule, path));
  if (own) return { rule: own, beside: false };
  const beside = roles.find((rule) => fieldsOfRule([], rule).some((each) => pathText(each) === name));
  return { rule: beside ?? null, beside: beside !== undefined };
}

/** The first of a rule's paths that the row has. */
function pathRead(row: Json, { paths }: RoleRule): JsonPath | undefined {
  return paths.find((path) => (valueAt(row, path) ?? null) !== null);
}

function hasKey({ keys }: RoleRule, path: JsonPath): boolean {
  return keys !== undefined && path.length === 1 && new RegExp(keys, 'u').test(String(path[0]));
}

function innerOf(row: Json): Json {
  return isObject(row) ? (Object.values(row)[0] ?? null) : row;
}
