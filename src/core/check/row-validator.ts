import * as z from 'zod';
import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { isObject } from '../row/json';

type Schema = Profile['schema'];

/**
 * Whether a row fits a schema; sooner told than by the schema's own `safeParse`, which says why it does not.
 * zod copies the whole of an optional value while it judges it, which costs a quarter of parsing the row. So lists and objects
 * that a row may be without are judged each by a schema of its own, when the row has them.
 */
export function rowValidator(schema: Schema): (row: Json) => boolean {
  const optional = optionalParts(schema);
  const whole = z.compile(z.fromJSONSchema(without(schema, new Set(optional.map(([key]) => key)))));
  const parts = optional.map(([key, part]) => ({ key, fits: z.compile(z.fromJSONSchema(part)) }));
  return (row) =>
    whole.validate(row) &&
    (!isObject(row) || parts.every(({ key, fits }) => !Object.hasOwn(row, key) || fits.validate(row[key])));
}

/** The lists and objects that a row may be without, where they can be judged apart from the row. */
function optionalParts(schema: Schema): [string, Schema][] {
  if (Object.keys(schema).some((key) => !APART.has(key)) || JSON.stringify(schema).includes('"$ref"'))
    return [];
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(propertiesOf(schema)).filter(([key, part]) => !required.has(key) && isLarge(part));
}

/** With other keywords (`additionalProperties`, `allOf` and so on) a property means something to the rest of the schema. */
const APART = new Set(['$schema', 'title', 'description', 'type', 'required', 'properties']);

function propertiesOf(schema: Schema): Record<string, Schema> {
  const properties = schema['properties'];
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, Schema>) : {};
}

function isLarge(part: Schema): boolean {
  return !('default' in part) && (part['type'] === 'array' || part['type'] === 'object');
}

function without(schema: Schema, keys: ReadonlySet<string>): Schema {
  const kept = Object.entries(propertiesOf(schema)).filter(([key]) => !keys.has(key));
  return keys.size === 0 ? schema : { ...schema, properties: Object.fromEntries(kept) };
}
