import { isMap } from './schema-parts';

type Schema = Record<string, unknown>;

/** Keywords that ask nothing of a row. */
const NOTES = /^(?:\$schema|\$comment|title|description|examples|default|deprecated|\$defs|x-.*)$/;
/** Formats that zod tells as the standard does. */
const FORMATS = ['date', 'date-time', 'time', 'uuid', 'uri', 'email', 'ipv4', 'ipv6'];
const DRAFT = /^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;

/**
 * A schema that zod's conversion turns into the same as JSON Schema 2020-12 means by `schema`; null where it does not, be it that it
 * throws or, more often, that it passes over what it does not know: bounds without a `type`, keywords beside `$ref` or `enum`,
 * `required` keys that `properties` does not name. zod judges rows several times as fast as an interpreter of schemas.
 */
export function forZod(schema: Schema): Schema | null {
  const { $schema, $defs = {} } = schema;
  if ($schema !== undefined && !(typeof $schema === 'string' && DRAFT.test($schema))) return null;
  const converted = convert(schema);
  const parts = isMap($defs) ? allOf($defs, convert) : null;
  if (!converted || !parts) return null;
  const whole = converted === true ? {} : converted;
  return Object.keys(parts).length > 0 ? { ...whole, $defs: parts } : whole;
}

/** True for a schema that everything fits, null for one that zod does not mean the same by. */
function convert(written: unknown): Schema | true | null {
  if (written === true) return true;
  if (!isMap(written)) return null;
  const schema = Object.fromEntries(Object.entries(written).filter(([key]) => !NOTES.test(key)));
  const keys = Object.keys(schema);
  if (keys.length === 0) return true;
  if ('$ref' in schema) return isOnly(keys, ['$ref']) && isLocal(schema['$ref']) ? schema : null;
  if ('enum' in schema || 'const' in schema) return ofValues(schema, keys);
  if ('anyOf' in schema || 'oneOf' in schema) return ofWays(schema, keys);
  const types = [schema['type']].flat();
  if (types.length === 0) return null;
  const parts = types.map((type) => ofType(String(type), schema));
  const allowed = new Set(['type', ...types.flatMap((type) => KEYWORDS[String(type)] ?? [])]);
  if (!parts.every((part) => part !== null) || keys.some((key) => !allowed.has(key))) return null;
  return parts.length === 1 && parts[0] ? parts[0] : { ...Object.assign({}, ...parts), type: schema['type'] };
}

const KEYWORDS: Record<string, readonly string[]> = {
  string: ['minLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties'],
};

/** What of a schema is about one type. */
function ofType(type: string, schema: Schema): Schema | null {
  const own = Object.fromEntries(Object.entries(schema).filter(([key]) => KEYWORDS[type]?.includes(key)));
  if (type === 'string') return isPlainText(own) ? { type, ...own } : null;
  if (type === 'array') {
    const items = 'items' in own ? convert(own['items']) : true;
    return items === null ? null : { type, ...own, items };
  }
  if (type === 'object') return ofObject(own);
  return type in KEYWORDS ? { type, ...own } : null;
}

/** zod counts UTF-16 units, and reads expressions without the flag `u`. */
function isPlainText({ minLength = 0, pattern = '', format }: Schema): boolean {
  const plain = typeof pattern === 'string' && !/\\[pPu]|[^\x20-\x7e]/.test(pattern);
  return (
    (minLength === 0 || minLength === 1) &&
    plain &&
    (format === undefined || FORMATS.some((known) => known === format))
  );
}

/** zod sees that a member is missing only where it knows the member. */
function ofObject({
  properties = {},
  required = [],
  additionalProperties: more = true,
}: Schema): Schema | null {
  if (!isMap(properties) || !Array.isArray(required)) return null;
  const members = allOf(properties, convert);
  const others = more === false ? false : convert(more);
  if (!members || others === null) return null;
  const unnamed = required.filter((key) => !Object.hasOwn(properties, String(key)));
  if (unnamed.length > 0 && others !== true) return null;
  for (const key of unnamed) members[String(key)] = true;
  const asks = required.length > 0 ? { required } : {};
  return {
    type: 'object',
    properties: members,
    ...asks,
    ...(others === true ? {} : { additionalProperties: others }),
  };
}

/** zod passes over a `type` beside the values, which does no harm where they have it. */
function ofValues(schema: Schema, keys: string[]): Schema | null {
  const keyword = 'const' in schema ? 'const' : 'enum';
  const values = keyword === 'const' ? [schema[keyword]] : schema[keyword];
  const types = 'type' in schema ? [schema['type']].flat() : null;
  if (!isOnly(keys, ['type', keyword]) || !Array.isArray(values)) return null;
  const plain = values.every((value) => {
    if (typeof value === 'object' && value !== null) return false;
    return types === null || types.includes(value === null ? 'null' : typeof value);
  });
  return plain ? { [keyword]: schema[keyword] } : null;
}

function ofWays(schema: Schema, keys: string[]): Schema | null {
  const keyword = 'anyOf' in schema ? 'anyOf' : 'oneOf';
  const ways = schema[keyword];
  const converted = isOnly(keys, [keyword]) && Array.isArray(ways) ? ways.map(convert) : [null];
  return converted.every((way) => way !== null) ? { [keyword]: converted } : null;
}

function allOf(
  schemas: Schema,
  each: (schema: unknown) => Schema | true | null,
): Record<string, Schema | true> | null {
  const found = Object.entries(schemas).map(([name, schema]): [string, Schema | true | null] => [
    name,
    each(schema),
  ]);
  const all = found.filter((entry): entry is [string, Schema | true] => entry[1] !== null);
  return all.length === found.length ? Object.fromEntries(all) : null;
}

function isLocal(reference: unknown): boolean {
  return typeof reference === 'string' && /^#\/\$defs\/[^/%]+$/.test(reference);
}

function isOnly(keys: string[], allowed: string[]): boolean {
  return keys.every((key) => allowed.includes(key));
}
