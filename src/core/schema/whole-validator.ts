import { dereference, validate } from '@cfworker/json-schema';
import type { OutputUnit, SchemaDraft } from '@cfworker/json-schema';
import type { Json, JsonPath } from '../row/json';
import { valueAt } from '../row/json';
import { withoutDynamicReferences } from './dynamic-references';
import { pointerParts } from './json-pointer';
import { isMap, schemaParts } from './schema-parts';
import { UnusableSchema } from './unusable-schema';

/** A place of a row that does not fit a schema. */
export interface Misfit {
  path: JsonPath;
  /** The keyword of the schema that it does not fit; `false` where nothing may stand. */
  keyword: string;
  /** What the schema says by that keyword. */
  stated: unknown;
}

/** Any JSON Schema, made ready. */
interface PreparedSchema {
  /** Where a row does not fit; throws RangeError where rows or references are nested too deeply. */
  misfits(row: Json): Misfit[];
}

const DRAFTS: [RegExp, SchemaDraft][] = [
  [/draft-04/, '4'],
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019-09'],
];

/** The version of the standard that a schema is written for; 2020-12 where it does not say. */
export function draftOf({ $schema }: Record<string, unknown>): SchemaDraft {
  const named = typeof $schema === 'string' ? $schema : '';
  return DRAFTS.find(([pattern]) => pattern.test(named))?.[1] ?? '2020-12';
}

/**
 * Makes a schema ready for rows, with every keyword of JSON Schema 2020-12 (and of older drafts that it names). Throws
 * UnusableSchema where a reference leads out of it, or nowhere.
 */
export function preparedSchema(written: Record<string, unknown>): PreparedSchema {
  const schema = withoutDynamicReferences(structuredClone(written));
  const lookup = dereference(schema);
  for (const [part, path] of schemaParts(schema)) {
    const { $ref, __absolute_ref__: absolute } = part as { $ref?: unknown; __absolute_ref__?: string };
    if (typeof $ref === 'string' && lookup[absolute ?? ''] === undefined)
      throw new UnusableSchema([...path, '$ref'], `refers to ${$ref}, which is not in this schema`);
  }
  const draft = draftOf(schema);
  return {
    misfits: (row) => {
      const { valid, errors } = validate(row, schema, draft, lookup, false);
      if (valid) return [];
      const found = causes(errors).map((error): Misfit & { left: boolean } => ({
        path: pathIn(row, error.instanceLocation),
        keyword: error.keyword,
        stated: error.keyword === 'false' ? false : statedAt(schema, lookup, error.keywordLocation),
        left: error.left,
      }));
      // what a part that does not fit would have looked at is left over, and would be told as well
      const others = found.filter(({ left }) => !left);
      return (others.length > 0 ? others : innermost(found)).map(({ left: _left, ...misfit }) => misfit);
    },
  };
}

/** What is left over only because something in it is. */
function innermost<Found extends Misfit>(found: Found[]): Found[] {
  return found.filter(
    ({ path }) =>
      !found.some(
        (other) => other.path.length > path.length && path.every((step, at) => step === other.path[at]),
      ),
  );
}

/** Keywords that only say that something below them does not fit. */
const AROUND = new Set([
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'],
  ...['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'dependencies'],
  ...['$ref', '$recursiveRef', 'allOf', 'if', 'dependentSchemas'],
]);
/** Keywords that say it of several ways together: why each does not fit is not told. */
const WAYS = new Set(['anyOf', 'oneOf', 'not', 'contains', 'minContains', 'maxContains']);

/** The errors that are not about others; `left` of what is only left over by all other keywords. */
function causes(errors: OutputUnit[]): (OutputUnit & { left: boolean })[] {
  const ways = errors
    .filter(({ keyword }) => WAYS.has(keyword))
    .map(({ keywordLocation }) => `${keywordLocation.replace(/\/m..Contains$/, '/contains')}/`);
  const found: (OutputUnit & { left: boolean })[] = [];
  let [dropped, around] = [false, ''];
  for (const [at, error] of errors.entries()) {
    const { keyword, keywordLocation } = error;
    // `false` tells no place in the schema: it comes right behind what it belongs to
    const below = keyword === 'false' ? dropped : ways.some((way) => keywordLocation.startsWith(way));
    // the place of a name is that of the member that has it, as the error behind this one tells
    if (!below && keyword === 'propertyNames')
      found.push({ ...error, ...placeOf(errors[at + 1]), left: false });
    else if (!below && !AROUND.has(keyword) && !isOfName(error, found))
      found.push({ ...error, left: keyword === 'false' && around.startsWith('unevaluated') });
    dropped = below || WAYS.has(keyword) || keyword === 'propertyNames';
    around = AROUND.has(keyword) ? keyword : '';
  }
  return found;
}

function placeOf(error: OutputUnit | undefined): Partial<OutputUnit> {
  return error ? { instanceLocation: error.instanceLocation } : {};
}

/** What is wrong with a name is told once. */
function isOfName({ keywordLocation }: OutputUnit, found: OutputUnit[]): boolean {
  const last = found.at(-1);
  return last?.keyword === 'propertyNames' && keywordLocation.startsWith(`${last.keywordLocation}/`);
}

/** A JSON pointer into a row, as the validator writes it, as a path. */
function pathIn(row: Json, pointer: string): JsonPath {
  const path: JsonPath = [];
  let here: Json | undefined = row;
  for (const part of pointerParts(pointer)) {
    path.push(Array.isArray(here) ? Number(part) : part);
    here = valueAt(here, path.slice(-1));
  }
  return path;
}

/** What a schema says at a place that the validator names, over references. */
function statedAt(schema: unknown, lookup: Record<string, unknown>, pointer: string): unknown {
  let here: unknown = schema;
  for (const part of pointerParts(pointer.replace('/dependantRequired', '/dependentRequired'))) {
    const refers: unknown = part === '$ref' && isMap(here) ? here['__absolute_ref__'] : undefined;
    if (typeof refers === 'string') here = lookup[refers];
    else
      here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[part] : undefined;
  }
  return here;
}
