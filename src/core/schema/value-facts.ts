import type { Json, JsonPath } from '../row/json';
import type { JsonSchema } from './infer-schema';
import { asMap, schemasAt } from './schema-walk';

/** A schema that rows are held against, or that they were seen to fit. */
export interface NamedSchema {
  /** What people call it: a file's name, a profile's title. */
  name: string;
  schema: unknown;
}

/** What one schema says of a value. */
export interface ValueFacts {
  /** The schema's name. */
  from: string;
  title: string;
  description: string;
  /** As JSON Schema names them. */
  types: string[];
  /** Whether the object around it must have it; null for what is no member of an object. */
  required: boolean | null;
  /** What it can be, where that is a fixed list. */
  values: Json[];
  /** What it is where nobody says otherwise; undefined where nothing is said. */
  default: Json | undefined;
  examples: Json[];
  /** Bounds and forms, each a keyword and its value. */
  rules: [keyword: string, value: Json][];
  /** By keyword: how probably the next row keeps to it, 0 to 1. */
  confidence: [keyword: string, sure: number][];
}

const RULES = [
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
];

/** What each schema says of the value at a path; nothing of those that say nothing. */
export function factsAt(schemas: readonly NamedSchema[], path: JsonPath): ValueFacts[] {
  return schemas.flatMap(({ name, schema }) => {
    const parts = schemasAt(schema, path);
    if (parts.length === 0) return [];
    const facts = factsOf(name, parts, isRequired(schema, path));
    return saysSomething(facts) ? [facts] : [];
  });
}

/** Parts that hold of one value, taken together. */
export function factsOf(from: string, parts: readonly JsonSchema[], required: boolean | null): ValueFacts {
  const text = (keyword: string) => {
    const found = parts.map((part) => part[keyword]).find((value) => typeof value === 'string');
    return typeof found === 'string' ? found : '';
  };
  const rules = RULES.flatMap((keyword) => {
    const stated = parts.find((part) => part[keyword] !== undefined);
    return stated ? [[keyword, stated[keyword] as Json] satisfies [string, Json]] : [];
  });
  return {
    from,
    title: text('title'),
    description: text('description'),
    types: unique(parts.flatMap(({ type }) => [type].flat()).filter((type) => typeof type === 'string')),
    required,
    values: unique(parts.flatMap(valuesOf)),
    default: parts.find((part) => part['default'] !== undefined)?.['default'] as Json | undefined,
    examples: unique(parts.flatMap(({ examples }) => (Array.isArray(examples) ? (examples as Json[]) : []))),
    rules,
    confidence: confidenceOf(parts),
  };
}

function valuesOf(part: JsonSchema): Json[] {
  if (Array.isArray(part['enum'])) return part['enum'] as Json[];
  return part['const'] === undefined ? [] : [part['const'] as Json];
}

function confidenceOf(parts: readonly JsonSchema[]): [string, number][] {
  const stated = parts.flatMap((part) => Object.entries(asMap(part['x-confidence'])));
  return [...new Map(stated)].filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}

/** Whether the value at a path is a member that its object must have, in every case. */
function isRequired(schema: unknown, path: JsonPath): boolean | null {
  const key = path.at(-1);
  if (typeof key !== 'string') return null;
  return requiredAt(schemasAt(schema, path.slice(0, -1))).has(key);
}

/** The keys that an object must have by these parts. */
export function requiredAt(parts: readonly JsonSchema[]): Set<string> {
  return new Set(
    parts.flatMap(({ required }) => (Array.isArray(required) ? required : [])).filter((key) => isText(key)),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function saysSomething({ title, description, types, required, values, rules }: ValueFacts): boolean {
  return (
    title !== '' || description !== '' || required === true || types.length + values.length + rules.length > 0
  );
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
