import { isObject } from './json';
import type { Json, JsonObject } from './json';

/** A row with the keys of another, and for each value the empty one of its kind. Without another: no keys. */
export function emptyLike(row: Json | undefined): JsonObject {
  if (!isObject(row)) return {};
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, emptyOf(value)]));
}

function emptyOf(value: Json): Json {
  if (value === null) return null;
  if (Array.isArray(value)) return [];
  switch (typeof value) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return {};
  }
}
