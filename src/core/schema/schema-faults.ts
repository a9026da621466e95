import { errorMessage } from '../error-message';
import type { JsonPath } from '../row/json';
import { isMap, keywordKinds, schemaParts } from './schema-parts';
import type { KeywordKind } from './schema-parts';
import { UnusableSchema } from './unusable-schema';
import { draftOf, preparedSchema } from './whole-validator';

/** Something in a JSON Schema by which rows cannot be held against it. */
export interface SchemaFault {
  /** Where in the schema. */
  path: JsonPath;
  message: string;
}

/** What is wrong with a JSON Schema for rows; nothing where rows can be held against it. */
export function schemaFaults(schema: unknown): SchemaFault[] {
  if (!isMap(schema)) return [{ path: [], message: 'a JSON Schema for rows is an object {...}' }];
  const found = draftOf(schema) === '2020-12' ? [...schemaParts(schema)].flatMap(faultsOfPart) : [];
  return found.length > 0 ? found : faultsInUse(schema);
}

function faultsOfPart([schema, path]: [Record<string, unknown>, JsonPath]): SchemaFault[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const kind = keywordKinds.get(keyword);
    const at = [...path, keyword];
    const wants = kind && TRAITS[kind];
    if (!wants) return [];
    if (!wants.holds(value)) return [{ path: at, message: `must be ${wants.words}` }];
    return (
      wants
        .below?.(value)
        .map(([part, words]) => ({ path: [...at, ...part], message: `must be ${words}` })) ?? []
    );
  });
}

/** Whether a keyword may have a value, in words what it may have, and which parts of it are wrong. */
interface Trait {
  words: string;
  holds(value: unknown): boolean;
  below?(value: unknown): [JsonPath, string][];
}

const SCHEMA_WORDS = 'a schema: an object {...}, true or false';
const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];

const TRAITS: Record<KeywordKind, Trait> = {
  schema: { words: SCHEMA_WORDS, holds: isSchema },
  schemas: {
    words: 'a list of schemas that is not empty',
    holds: (value) => Array.isArray(value) && value.length > 0,
    below: notSchemas,
  },
  'schemas by name': { words: 'an object of schemas', holds: isMap, below: notSchemas },
  'schemas by pattern': {
    words: 'an object of schemas',
    holds: isMap,
    below: (value) => [
      ...notSchemas(value),
      ...Object.keys(value as object).flatMap((key): [JsonPath, string][] =>
        isPattern(key) ? [] : [[[key], 'named by a regular expression']],
      ),
    ],
  },
  names: { words: 'a list of names', holds: areNames },
  'names by name': {
    words: 'an object of lists of names',
    holds: (value) => isMap(value) && Object.values(value).every(areNames),
  },
  types: {
    words: `one of ${TYPES.join(', ')}, or a list of these`,
    holds: (value) => [value].flat().every((type) => typeof type === 'string' && TYPES.includes(type)),
  },
  values: { words: 'a list of values', holds: Array.isArray },
  count: { words: 'a whole number from 0', holds: (value) => Number.isInteger(value) && Number(value) >= 0 },
  number: { words: 'a number', holds: (value) => typeof value === 'number' },
  'positive number': {
    words: 'a number greater than 0',
    holds: (value) => typeof value === 'number' && value > 0,
  },
  pattern: { words: 'a regular expression', holds: isPattern },
  text: { words: 'a text', holds: (value) => typeof value === 'string' },
  'yes/no': { words: 'true or false', holds: (value) => typeof value === 'boolean' },
};

function notSchemas(value: unknown): [JsonPath, string][] {
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value as object);
  return parts.flatMap(([part, each]) =>
    isSchema(each) ? [] : [[[part], SCHEMA_WORDS] satisfies [JsonPath, string]],
  );
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isMap(value);
}

function areNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** What shows only once the schema is made ready: references that lead nowhere, or round without end. */
function faultsInUse(schema: Record<string, unknown>): SchemaFault[] {
  try {
    preparedSchema(schema).misfits({});
    return [];
  } catch (error) {
    if (error instanceof UnusableSchema) return [{ path: error.path, message: error.message }];
    if (error instanceof RangeError) return [{ path: [], message: 'refers to itself without end' }];
    return [{ path: [], message: errorMessage(error) }];
  }
}
