import { counted } from '../counted';
import { sparkIsOfValues } from './caption';
import type { Spread } from './spread';
import type { ColumnStatistics } from './statistics';
import type { Scalar } from './value-table';

/** Something to click in a column's head: a value or a range, how many rows have it, and the condition that finds them. */
export interface Facet {
  label: string;
  /** Values counted, which for lists can be more than rows; at least, where the statistics say `topError`. */
  count: number;
  /** A condition of the query line: `level:3`, `subject:="Number Theory"`, `level:2..5`. */
  query: string;
}

/** The commonest values, as conditions. */
export function valueFacets({ field, top }: ColumnStatistics): Facet[] {
  return top.filter(({ value }) => value !== '').map((each) => valueFacet(field, each));
}

/** What each bar of a column's sparkline stands for, in their order. */
export function barFacets(statistics: ColumnStatistics): Facet[] {
  if (!sparkIsOfValues(statistics)) return rangeFacets(statistics);
  const { field, top } = statistics;
  return top.map((each) =>
    each.value === '' ? { label: 'empty', count: each.count, query: '' } : valueFacet(field, each),
  );
}

/**
 * A range for each bin of what the sparkline draws: numbers, else the lengths of texts, else how many elements lists have.
 * Both ends of a range belong to it, so for numbers that are not whole one on an edge is in two ranges.
 */
export function rangeFacets({ field, kinds, number, length, listLength }: ColumnStatistics): Facet[] {
  if (number && kinds.number > 0) return rangesOf(number, field, null);
  if (length) return rangesOf(length, `length(${field})`, 'character');
  return listLength ? rangesOf(listLength, `count(${field})`, 'element') : [];
}

function rangesOf({ histogram }: Spread, name: string, thing: string | null): Facet[] {
  const { from, width, whole, counts } = histogram;
  return counts.map((count, bin) => {
    const start = from + bin * width;
    const end = whole ? Math.max(start, start + width - 1) : start + width;
    const last = thing === null ? String(end) : counted(end, thing);
    const [range, label] =
      start === end ? [String(start), last] : [`${start}..${end}`, `${start} to ${last}`];
    return { label, count, query: `${name}:${range}` };
  });
}

function valueFacet(field: string, { value, count }: ColumnStatistics['top'][number]): Facet {
  return { label: labelOf(value), count, query: `${field}:${operand(value)}` };
}

function labelOf(value: Scalar): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** A value as the query line takes it: numbers as they are, texts as the whole of the field's text. */
function operand(value: Scalar): string {
  return typeof value === 'number' ? String(value) : `=${textOperand(String(value))}`;
}

/** Bare when it is one word, else in quotes, a quote in it written twice. */
function textOperand(text: string): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text) && !/^(or|and|not)$/i.test(text);
  return bare ? text : `"${text.replaceAll('"', '""')}"`;
}
