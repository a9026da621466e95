import { isObject } from './json';
import type { Json, JsonPath } from './json';

/** A value of a row, and the way to it. */
export interface RowField {
  path: JsonPath;
  value: Json;
}

/**
 * Every value below a value, in the order of the row: a list or object comes before its own parts. Lazy, and without
 * recursion: rows may be large, and nested deeply.
 */
export function* rowFields(value: Json): Generator<RowField> {
  const open: Iterator<RowField>[] = [partsOf({ path: [], value })];
  for (let parts = open.at(-1); parts; parts = open.at(-1)) {
    const next = parts.next();
    if (next.done) {
      open.pop();
      continue;
    }
    yield next.value;
    open.push(partsOf(next.value));
  }
}

function* partsOf({ path, value }: RowField): Generator<RowField> {
  if (Array.isArray(value)) {
    for (const [at, element] of value.entries()) yield { path: [...path, at], value: element };
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield { path: [...path, key], value: member };
  }
}
