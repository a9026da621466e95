import type { Profile, RoleRule } from '../profile';
import type { JsonPath } from '../../row/json';
import { pathText } from '../../row/json';
import { plainRule } from './role-choices';
import type { RoleChoice } from './role-choices';

/** A profile in which a field has another role, or none. The field is taken from every rule that names it. */
export function mapField(profile: Profile, path: JsonPath, choice: RoleChoice | null): Profile {
  const name = pathText(path);
  const before = profile.roles.find((rule) => named(rule, name) && rule.paths.length === 1);
  const rest = profile.roles.flatMap((rule) => withoutPath(rule, name));
  if (choice === null) return { ...profile, roles: rest };
  const same = before?.role === choice.role; // its author, its labels and so on stay
  const rule = same ? { ...before, decoder: choice.decoder } : plainRule(path, choice);
  const at = same ? Math.min(profile.roles.indexOf(before), rest.length) : placeFor(rule, rest);
  return { ...profile, roles: rest.toSpliced(at, 0, rule) };
}

const NOTATIONS: RoleRule['dialect'][] = ['markdown', 'tex', 'plain', 'champ'];

/** A profile in which the maths of a field is read in the next notation: Markdown with dollars, bare TeX, plain text, CHAMP's. */
export function turnNotation(profile: Profile, rule: RoleRule): Profile {
  const dialect = NOTATIONS[(NOTATIONS.indexOf(rule.dialect) + 1) % NOTATIONS.length] ?? 'markdown';
  return { ...profile, roles: profile.roles.map((each) => (each === rule ? { ...rule, dialect } : each)) };
}

/** Lists of words, which look like paths. */
const WORDS = new Set(['kinds', 'none', 'files']);

/** A profile in which one field stands everywhere in the place of another, which rows do not have any more. */
export function renameField(profile: Profile, from: JsonPath, to: JsonPath): Profile {
  const name = pathText(from);
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const isPath =
        value.length > 0 && value.every((part) => typeof part === 'string' || typeof part === 'number');
      return isPath && pathText(value) === name ? to : value.map(renamed);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, inner]) => [key, WORDS.has(key) ? inner : renamed(inner)]));
  };
  const { roles, signature, idField, identity, links, repeats } = profile;
  const [rows, ids] = [renamed({ roles, signature, links }), renamed({ idField, identity, repeats })];
  return {
    ...profile,
    ...(rows as Profile),
    ...(ids as Profile),
    schema: renamedIn(profile.schema, from, to),
  };
}

/** The validator asks for the field by its new name. */
function renamedIn(schema: Profile['schema'], from: JsonPath, to: JsonPath): Profile['schema'] {
  const [old, now] = [from[0], to[0]];
  if (from.length !== 1 || to.length !== 1 || typeof old !== 'string' || typeof now !== 'string')
    return schema;
  const { required, properties } = schema;
  return {
    ...schema,
    ...(Array.isArray(required) && {
      required: required.map((each: unknown) => (each === old ? now : each)),
    }),
    ...(typeof properties === 'object' &&
      properties !== null && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [key === old ? now : key, value]),
        ),
      }),
  };
}

function named({ paths }: RoleRule, name: string): boolean {
  return paths.some((path) => pathText(path) === name);
}

/** A rule that reads nothing any more is gone. */
function withoutPath(rule: RoleRule, name: string): RoleRule[] {
  if (!named(rule, name)) return [rule];
  const [first, ...others] = rule.paths.filter((path) => pathText(path) !== name);
  return first === undefined ? [] : [{ ...rule, paths: [first, ...others] }];
}

/** Behind the others of its role; before rules that take any field whose name they match. */
function placeFor({ role }: RoleRule, rules: RoleRule[]): number {
  const greedy = rules.findIndex(({ keys }) => keys !== undefined);
  const last = rules.findLastIndex((rule) => rule.role === role) + 1 || rules.length;
  return greedy === -1 ? last : Math.min(greedy, last);
}
