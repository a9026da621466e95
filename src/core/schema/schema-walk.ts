import type { JsonPath } from '../row/json';
import type { JsonSchema } from './infer-schema';
import { decoded, pointerParts } from './json-pointer';
import { isMap } from './schema-parts';

/** Parts of a schema that hold of the same value, be it always or in one case of several. */
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf', 'then', 'else'];
/** A schema that refers to itself without end is followed no further. */
const MOST_PARTS = 200;

/**
 * All that a JSON Schema says of the value at a path, in any of its cases: the parts that may hold there. References are followed
 * within the schema, by pointer or anchor. What cannot be followed says nothing; never throws.
 */
export function schemasAt(root: unknown, path: JsonPath): JsonSchema[] {
  let parts = partsOf(root, root);
  for (const step of path)
    parts = parts.flatMap((part) => below(part, step)).flatMap((part) => partsOf(part, root));
  return parts;
}

/** A schema, what it refers to, and its alternatives. */
function partsOf(schema: unknown, root: unknown): JsonSchema[] {
  const parts: JsonSchema[] = [];
  const waiting = [schema].filter(isMap);
  for (let part = waiting.shift(); part && parts.length < MOST_PARTS; part = waiting.shift()) {
    if (parts.includes(part)) continue;
    parts.push(part);
    const { $ref, $dynamicRef, dependentSchemas } = part;
    const more = [$ref, $dynamicRef].map((reference) => referredTo(root, reference));
    more.push(...ALTERNATIVES.flatMap((keyword) => part[keyword]), ...Object.values(asMap(dependentSchemas)));
    waiting.push(...more.filter(isMap));
  }
  return parts;
}

/** What a schema says of one member or item of the values that it holds of. */
function below(schema: JsonSchema, step: string | number): unknown[] {
  if (typeof step === 'number') {
    const first = schema['prefixItems'];
    const place: unknown = Array.isArray(first) ? first[step] : undefined;
    return [place ?? schema['items'] ?? schema['contains']];
  }
  const properties = asMap(schema['properties']);
  const named = Object.hasOwn(properties, step) ? [properties[step]] : [];
  const matched = Object.entries(asMap(schema['patternProperties']))
    .filter(([pattern]) => matches(pattern, step))
    .map(([, each]) => each);
  const found = [...named, ...matched];
  return found.length > 0 ? found : [schema['additionalProperties'] ?? schema['unevaluatedProperties']];
}

/** The part of a schema that a reference within it means: `#`, `#/$defs/name`, or `#anchor`. */
function referredTo(root: unknown, reference: unknown): unknown {
  if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
  const fragment = reference.slice(1);
  if (fragment === '') return root;
  if (!fragment.startsWith('/')) return anchored(root, decoded(fragment));
  let here = root;
  for (const name of pointerParts(fragment))
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[name] : undefined;
  return here;
}

function anchored(root: unknown, name: string): unknown {
  if (!isMap(root)) return undefined;
  const parts = Object.values({ ...asMap(root['$defs']), ...asMap(root['definitions']) });
  return [root, ...parts].find(
    (part) => isMap(part) && (part['$anchor'] === name || part['$dynamicAnchor'] === name),
  );
}

function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key);
  } catch {
    return false;
  }
}

/** A keyword's schemas by name; none where it has none. */
export function asMap(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
}
