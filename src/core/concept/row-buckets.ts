import { fieldName } from '../column/field-name';
import { printText } from '../query/print-query';
import type { Json } from '../row/json';
import { isObject } from '../row/json';

/** A value that rows are told apart by: how hard they are, or which split they belong to. */
export interface RowValue {
  /** The field as a query names it; empty where the file's name tells. */
  field: string;
  value: string | number;
}

const LEVEL = /^(?:level|difficulty|grade|knowledge_level|educational_?stage)$/i;
const SPLIT = /^(?:split|data_split|subset)$/i;
/** Objects in which such fields may stand. */
const WITHIN = ['extra_info', 'meta', 'metadata'];

/** How hard a row says it is; null when it says nothing. */
export function levelOf(row: Json): RowValue | null {
  return valueNamed(row, LEVEL);
}

/** The split that a row says it is of, else the one that the file is named for; null when neither tells. */
export function splitOf(row: Json, file: string): RowValue | null {
  return valueNamed(row, SPLIT) ?? splitOfFile(file);
}

function splitOfFile(file: string): RowValue | null {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const [, value] = /(?:^|[^a-z])(train|test|valid|validation|dev|val)(?![a-z])/i.exec(name) ?? [];
  return value === undefined ? null : { field: '', value: value.toLowerCase() };
}

function valueNamed(row: Json, name: RegExp): RowValue | null {
  if (!isObject(row)) return null;
  for (const within of [[], ...WITHIN.map((key) => [key])]) {
    const object = within.length === 0 ? row : row[within[0] ?? ''];
    if (!isObject(object)) continue;
    for (const key of Object.keys(object)) {
      const value = object[key];
      const short = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
      if (name.test(key) && short) return { field: fieldName([...within, key]), value };
    }
  }
  return null;
}

/** Values that are shown together. */
export interface Bucket {
  /** Empty where no row says anything. */
  label: string;
  /** Finds its rows; empty where no query can. */
  query: string;
}

/** More values than this are put together. */
const MOST_BUCKETS = 12;

/** Puts the values that rows have into buckets, in their order. Null stands for the rows without one. */
export class Buckets {
  readonly list: Bucket[];
  private readonly places = new Map<string | number | null, number>();

  constructor(values: Iterable<RowValue | null>) {
    const fields = new Map<string | number | null, string>();
    for (const each of values)
      if (!fields.has(each?.value ?? null)) fields.set(each?.value ?? null, each?.field ?? '');
    const known = [...fields.keys()].filter((value) => value !== null).toSorted(inOrder);
    const groups = grouped(known);
    this.list = groups.map((group) => bucketOf(group, fields.get(group[0] ?? null) ?? ''));
    for (const [at, group] of groups.entries()) for (const value of group) this.places.set(value, at);
    if (!fields.has(null)) return;
    const field = known.length > 0 ? (fields.get(known[0] ?? null) ?? '') : '';
    this.places.set(null, this.list.length);
    this.list.push({
      label: known.length > 0 ? 'not said' : '',
      query: field === '' ? '' : `${field}:none`,
    });
  }

  /** The place of a value's bucket in the list. */
  placeOf(value: RowValue['value'] | null): number {
    return this.places.get(value) ?? 0;
  }
}

function inOrder(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** Neighbours among many values share a bucket, so that every value is in exactly one. */
function grouped(values: (string | number)[]): (string | number)[][] {
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.length <= MOST_BUCKETS) return values.map((value) => [value]);
  if (numbers.length < values.length) {
    const [first, rest] = [values.slice(0, MOST_BUCKETS - 1), values.slice(MOST_BUCKETS - 1)];
    return [...first.map((value) => [value]), rest];
  }
  const size = Math.ceil(values.length / MOST_BUCKETS);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );
}

function bucketOf(group: (string | number)[], field: string): Bucket {
  const [first = '', last = ''] = [group[0], group.at(-1)];
  const single = group.length === 1;
  const ranged = !single && typeof first === 'number' && typeof last === 'number';
  const label = single ? String(first) : ranged ? `${first} to ${last}` : `${group.length} others`;
  if (field === '') return { label, query: '' };
  if (ranged) return { label, query: `${field}:${first}..${last}` };
  const parts = group.slice(0, 50).map((value) => `${field}:=${printText(String(value))}`);
  return { label, query: parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})` };
}
