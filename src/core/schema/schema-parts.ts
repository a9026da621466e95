import type { JsonPath } from '../row/json';
import type { JsonSchema } from './infer-schema';

/** What a keyword of JSON Schema (2020-12, core sections 8 to 11 and validation section 6) holds. */
export type KeywordKind =
  | 'schema'
  | 'schemas'
  | 'schemas by name'
  | 'schemas by pattern'
  | 'names'
  | 'names by name'
  | 'types'
  | 'values'
  | 'count'
  | 'number'
  | 'positive number'
  | 'pattern'
  | 'text'
  | 'yes/no';

const KINDS: Record<KeywordKind, readonly string[]> = {
  schema: [
    ...['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'],
    ...['unevaluatedItems', 'unevaluatedProperties'],
  ],
  schemas: ['prefixItems', 'allOf', 'anyOf', 'oneOf'],
  'schemas by name': ['properties', '$defs', 'definitions', 'dependentSchemas'],
  'schemas by pattern': ['patternProperties'],
  names: ['required'],
  'names by name': ['dependentRequired'],
  types: ['type'],
  values: ['enum', 'examples'],
  count: [
    ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'],
    ...['minProperties', 'maxProperties'],
  ],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  'positive number': ['multipleOf'],
  pattern: ['pattern'],
  text: [
    '$id',
    '$ref',
    '$anchor',
    '$dynamicRef',
    '$dynamicAnchor',
    'title',
    'description',
    'format',
    '$comment',
  ],
  'yes/no': ['uniqueItems', 'deprecated', 'readOnly', 'writeOnly'],
};

/** Of each keyword what it holds; others are passed over, as the standard asks. */
export const keywordKinds: ReadonlyMap<string, KeywordKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, keywords]) =>
    keywords.map((keyword): [string, KeywordKind] => [keyword, kind as KeywordKind]),
  ),
);

/** The schemas within a schema, itself first, each with its path; what merely looks like one (in `enum`, `default`) is none. */
export function* schemaParts(schema: unknown, path: JsonPath = []): Generator<[JsonSchema, JsonPath]> {
  if (!isMap(schema)) return;
  yield [schema, path];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...path, keyword];
    switch (keywordKinds.get(keyword)) {
      case 'schema':
        yield* schemaParts(value, at);
        break;
      case 'schemas':
        if (Array.isArray(value))
          for (const [place, each] of value.entries()) yield* schemaParts(each, [...at, place]);
        break;
      case 'schemas by name':
      case 'schemas by pattern':
        if (isMap(value))
          for (const [name, each] of Object.entries(value)) yield* schemaParts(each, [...at, name]);
        break;
      default:
    }
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
