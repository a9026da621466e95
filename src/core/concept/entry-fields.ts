import type { Json, JsonObject } from '../row/json';
import { isObject } from '../row/json';

/** The text (or number, as text) of the first of these fields that a row has, whatever the case of their names; null where it has none. */
export function textAt(row: Json | undefined, names: readonly string[]): string | null {
  const field = isObject(row) ? fieldNamed(row, names) : undefined;
  return field === undefined ? null : asText(field);
}

/** The value of the first of these fields that is there and not null. */
export function fieldNamed(row: JsonObject, names: readonly string[]): Json | undefined {
  const keys = Object.keys(row);
  for (const name of names) {
    const key = keys.find((each) => each.toLowerCase() === name && row[each] !== null);
    if (key !== undefined) return row[key];
  }
  return undefined;
}

/** A short value as a text; null for what is empty, or is no short value. */
export function asText(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The texts of a list, or of a single value. */
export function textsOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => asText(each) ?? []);
}
