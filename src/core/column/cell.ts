import { counted } from '../counted';
import type { Dialect } from '../maths/dialect';
import { fieldOf } from '../field/field';
import type { ReadableRow } from '../field/field';
import { parsePath } from '../field/path-pattern';
import type { Reading, Reference, SourceText } from '../profile/reading';
import { isObject } from '../row/json';
import type { Json } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Column, FieldColumn } from './column';
import { cutText } from './cut-text';

/** UTF-16 units of a text that a cell shows: two lines of a wide column. */
const MOST_UNITS = 300;
/** Elements of a list that a cell names. */
const MOST_ELEMENTS = 12;
/** Keys of an object that a cell names. */
const MOST_KEYS = 6;

export type CellKind = 'text' | 'number' | 'yes/no' | 'list' | 'object' | 'null' | 'missing' | 'maths text';

/** What one cell shows. */
export interface Cell {
  kind: CellKind;
  text: string;
  /** Whether there is more than `text`. */
  cut: boolean;
  /** How a maths text is written. */
  dialect: Dialect | null;
}

/**
 * What a row shows in a column. Built-in columns other than the number of traces are known to the host alone, and are missing
 * here. `source` is the row's own text, when numbers that JavaScript writes in another way are to keep their spelling.
 */
export function cellOf(column: Column, row: ReadableRow, source?: string): Cell {
  if (column.kind === 'built-in')
    return column.id === 'traces' ? countCell(row.reading.traces.length) : missing;
  const texts = roleTexts(column.field, row);
  if (texts) return roleCell(texts);
  const values = fieldOf(column.field)?.values(row) ?? [];
  return values.length > 1 ? cellOfList(values) : cellOfValue(values[0], column, source);
}

const missing: Cell = { kind: 'missing', text: '', cut: false, dialect: null };

/** The texts of a role with their dialect; null when the field is a path, or a role without texts of its own. */
function roleTexts(field: string, row: ReadableRow): SourceText[] | null {
  const of = Object.hasOwn(ROLE_TEXTS, field) ? ROLE_TEXTS[field] : undefined;
  return of ? of(row.reading) : null;
}

const ROLE_TEXTS: Record<string, (reading: Reading) => SourceText[]> = {
  problem: ({ problem }) => problem,
  answer: ({ answers }) => answers,
  hint: ({ hints }) => hints.map(sourceOf),
  concept: ({ concepts }) => concepts.map(sourceOf),
};

/** An id that stands for a row elsewhere is shown as it is. */
function sourceOf(reference: Reference): SourceText {
  if (reference.kind === 'text') return reference.source;
  const { id, path } = reference;
  return { path, start: 0, end: id.length, text: id, dialect: 'plain' };
}

function roleCell(texts: SourceText[]): Cell {
  const [first] = texts;
  if (!first) return missing;
  if (texts.length > 1) return cellOfList(texts.map(({ text }) => text));
  return first.dialect === 'plain'
    ? shortened('text', first.text)
    : shortened('maths text', first.text, first.dialect);
}

function cellOfValue(value: Json | undefined, column: FieldColumn, source: string | undefined): Cell {
  if (value === undefined) return missing;
  if (value === null) return { kind: 'null', text: 'null', cut: false, dialect: null };
  if (typeof value === 'string') return textCell(value, column.dialect);
  if (typeof value === 'number') return shortened('number', spelling(value, column.field, source));
  if (typeof value === 'boolean') return shortened('yes/no', value ? 'yes' : 'no');
  return Array.isArray(value) ? cellOfList(value) : objectCell(Object.keys(value));
}

function textCell(text: string, dialect: Dialect | null): Cell {
  return dialect ? shortened('maths text', text, dialect) : shortened('text', text);
}

function countCell(count: number): Cell {
  return count === 0 ? missing : shortened('number', String(count));
}

/** Short values joined; of other lists how many elements there are. */
function cellOfList(values: Json[]): Cell {
  if (values.length === 0) return shortened('list', 'empty list');
  const named = values.slice(0, MOST_ELEMENTS).map(elementText);
  if (named.includes(null)) return shortened('list', counted(values.length, 'element'));
  const cell = shortened('list', named.join(', '));
  return values.length > MOST_ELEMENTS ? { ...cell, cut: true } : cell;
}

/** Null for what is no short value. */
function elementText(value: Json): string | null {
  if (typeof value === 'string') return cutText(value, MOST_UNITS + 1);
  return Array.isArray(value) || isObject(value) ? null : String(value);
}

function objectCell(keys: string[]): Cell {
  if (keys.length === 0) return shortened('object', 'empty object');
  const cell = shortened('object', keys.slice(0, MOST_KEYS).join(', '));
  return keys.length > MOST_KEYS ? { ...cell, cut: true } : cell;
}

/** Cut to what a cell shows. */
function shortened(kind: CellKind, text: string, dialect: Dialect | null = null): Cell {
  const short = cutText(text, MOST_UNITS);
  return { kind, text: short, cut: short.length < text.length, dialect };
}

/** As the row has it, for numbers that are not small and whole: 0.10, 1e-7, 12345678901234567890. */
function spelling(value: number, field: string, source: string | undefined): string {
  const path = Number.isSafeInteger(value) || source === undefined ? null : parsePath(field);
  if (!path || source === undefined || path.includes(null)) return String(value);
  const span = spanOfValue(
    source,
    path.filter((part) => part !== null),
  );
  return span ? source.slice(span.start, span.end) : String(value);
}
