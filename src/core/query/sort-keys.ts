import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { fieldOf } from '../field/field';
import type { ReadableRow } from '../field/field';
import { fieldValues, measureOf } from './field-values';
import { numberIn } from './number-text';

/**
 * What a row is sorted by: a number, a text made ready for comparison, or null where the field is missing. Numbers come first,
 * then texts, and rows without the field last, in either direction; rows with the same key by their number.
 */
export type SortKey = number | string | null;

export type SortDirection = 'ascending' | 'descending';

/** Characters of a text that count. */
const COUNTED = 64;
const MEASURE = /^(length|count)\((.+)\)$/s;

/** The way to a row's key by a field, or by a measure of one such as `count(step)`. Null when it names no field. */
export function sortKeyReader(name: string, profile: Profile): ((row: ReadableRow) => SortKey) | null {
  const [, measure, field = name] = MEASURE.exec(name) ?? [];
  if (!fieldOf(field)) return null;
  const valuesOf = fieldValues(field, profile);
  if (!valuesOf) return null;
  if (measure === 'length' || measure === 'count') return (row) => measureOf(measure, valuesOf(row));
  return (row) => keyOf(valuesOf(row).find((value) => value !== null && value !== ''));
}

/** A text that is a number sorts as that number, yes and no as texts, a list or an object by how many elements it has. */
function keyOf(value: Json | undefined): SortKey {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return Object.keys(value).length;
  if (typeof value === 'boolean') return String(value);
  return numberIn(value) ?? comparable(value);
}

/**
 * A text in a form that sorts by its characters: without case and accents, and with a letter for the length before each run of
 * digits, so that `Level 10` follows `Level 9`.
 */
function comparable(text: string): string {
  const start = text.slice(0, COUNTED).trim().toLowerCase();
  const isAscii = /^\p{ASCII}*$/u.test(start); // has no accents, and is what most texts are
  const bare = isAscii ? start : start.normalize('NFD').replace(/\p{M}/gu, '');
  return bare
    .replace(/0*(\d+)/g, (_, digits: string) => `0${String.fromCharCode(0x40 + digits.length)}${digits}`)
    .slice(0, COUNTED);
}

/** Negative when row `a` comes before row `b`; the rows' numbers (in the order in which they stand) decide between equal keys. */
export function compareRows(
  a: { key: SortKey; row: number },
  b: { key: SortKey; row: number },
  direction: SortDirection,
): number {
  return rank(a.key) - rank(b.key) || turned(compareKeys(a.key, b.key), direction) || a.row - b.row;
}

function turned(order: number, direction: SortDirection): number {
  return direction === 'ascending' ? order : -order;
}

/** Of keys of one rank. */
function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a !== 'string' || typeof b !== 'string') return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function rank(key: SortKey): number {
  return key === null ? 2 : typeof key === 'string' ? 1 : 0;
}
