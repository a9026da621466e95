import type { Json, JsonPath } from '../row/json';
import { isObject, pathText, valueAt } from '../row/json';
import { surveyFields } from './infer/field-survey';
import type { SurveyedField } from './infer/field-survey';
import { inferredRules } from './infer/inferred-rules';
import { likenessOfNames } from './name-likeness';
import type { Profile, RoleRule } from './profile';

/** A field that a profile names and that no row has, and the field that may have its place now. */
export interface Lack {
  path: JsonPath;
  name: string;
  /** The role that the field has in the profile; null where the profile only tells its rows by it. */
  role: RoleRule['role'] | null;
  suggestion: { path: JsonPath; name: string } | null;
}

/** A name that is as like as this, or values that are, speak for a field. */
const ALIKE_ENOUGH = 0.5;
/** What values that would get the same role by themselves count for. */
const SAME_ROLE = 0.5;

/** The fields that the sampled rows should have by a profile's signature, or by its roles where it has none, and lack. */
export function lacksOf(sample: Json[], profile: Profile): Lack[] {
  const rows = profile.keyed ? sample.map(innerOf) : sample;
  if (rows.length === 0) return [];
  const has = (path: JsonPath) => rows.some((row) => valueAt(row, path) !== undefined);
  const missing = namedFields(profile).filter((paths) => !paths.some(has));
  if (missing.length === 0) return [];
  const fields = surveyFields(rows);
  const free = freeFields(fields, profile);
  const roles = inferredRoles(fields);
  return missing.flatMap(([path]) => {
    if (!path) return [];
    const role = roleOf(path, profile);
    const suggestion = suggest(path, role, free, roles);
    if (suggestion) free.splice(free.indexOf(suggestion), 1);
    const name = pathText(path);
    return [
      {
        path,
        name,
        role,
        suggestion: suggestion && { path: suggestion.path, name: pathText(suggestion.path) },
      },
    ];
  });
}

/** Each with the other fields that do as well. */
function namedFields({ signature, roles }: Profile): JsonPath[][] {
  const told = signature.filter(({ under, path }) => under === undefined && path.length > 0);
  if (told.length > 0) return told.map(({ path, or }) => [path, ...or]);
  return roles.filter(({ keys, optional }) => keys === undefined && !optional).map(({ paths }) => paths);
}

/** Fields that no rule of the profile takes, nor a part of which it takes. */
function freeFields(fields: SurveyedField[], { roles }: Profile): SurveyedField[] {
  const taken = new Set(roles.flatMap(({ paths }) => paths.map((path) => pathText(path))));
  return fields.filter(({ path }) => !taken.has(pathText(path)));
}

function suggest(
  path: JsonPath,
  role: Lack['role'],
  free: SurveyedField[],
  roles: ReadonlyMap<string, string>,
): SurveyedField | null {
  const name = String(path.at(-1) ?? '');
  const scored = free.map((field) => {
    const same = role !== null && roles.get(pathText(field.path)) === role;
    return { field, score: likenessOfNames(name, String(field.path.at(-1) ?? '')) + (same ? SAME_ROLE : 0) };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score >= ALIKE_ENOUGH ? best.field : null;
}

/** The role that each field would get by its name and values alone. */
function inferredRoles(fields: SurveyedField[]): Map<string, string> {
  const rules = inferredRules(fields);
  return new Map(
    rules.flatMap(({ role, paths }) => paths.map((path): [string, string] => [pathText(path), role])),
  );
}

function roleOf(path: JsonPath, { roles }: Profile): Lack['role'] {
  const name = pathText(path);
  return roles.find(({ paths }) => paths.some((each) => pathText(each) === name))?.role ?? null;
}

function innerOf(row: Json): Json {
  return isObject(row) ? (Object.values(row)[0] ?? null) : row;
}
