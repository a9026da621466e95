import type { Split } from '../link/splits';
import type { PairLikeness } from './pair-judge';

/** A problem of one of several files, as far as it is told who stays. Plain data. */
export interface DuplicateRow {
  file: number;
  /** 0-based */
  row: number;
  split: Split | null;
  /** UTF-16 units of its text. */
  length: number;
  /** How it is rated, by the names of the measures. */
  ratings: Readonly<Record<string, number>>;
}

/** Which one of a group stays: the first, the longest, or the one that a measure rates best; of equals the first of these. */
export type KeepRule = { rule: 'first' | 'longest' } | { rule: 'best'; by: string };

/** `linked`: it is not alike, but its dataset or somebody links it with a row of the group, and the two are of different splits. */
export type DuplicateClass = PairLikeness['class'] | 'linked';

/** Two rows of a group, by their places in it, that are alike. */
export interface DuplicateJoin {
  one: number;
  other: number;
  class: DuplicateClass;
  /** Null of linked ones. */
  score: number | null;
}

/** Rows that are alike, also through others: the joins are a tree over them. Plain data. */
export interface DuplicateGroup {
  /** In the order of the files and rows. */
  rows: DuplicateRow[];
  joins: DuplicateJoin[];
}

/** A row of a group that does not stay. */
export interface Duplicate extends DuplicateRow {
  class: DuplicateClass;
  score: number | null;
  /** The row that it is like, on the way to the one that stays. */
  like: DuplicateRow;
}

/** A group under a keep-rule. */
export interface KeptGroup {
  kept: DuplicateRow;
  duplicates: Duplicate[];
  /** It has rows of more than one split. */
  leak: boolean;
}

/**
 * Which row of a group stays, and which others each of the rest is like. Judging all pairs of a row up to the one that stays tells
 * whether it may go: no row is dropped for one that goes as well unless that one was looked at too.
 */
export function keep({ rows, joins }: DuplicateGroup, rule: KeepRule): KeptGroup {
  const kept = keptOf(rows, rule);
  const joinsOf = byRow(joins);
  const duplicates = new Map<number, Duplicate>();
  const root = rows.indexOf(kept);
  const reached = [root];
  for (const at of reached) {
    for (const { one, other, class: kind, score } of joinsOf.get(at) ?? []) {
      const next = one === at ? other : one;
      const [row, like] = [rows[next], rows[at]];
      if (next === root || !row || !like || duplicates.has(next)) continue;
      duplicates.set(next, { ...row, class: kind, score, like });
      reached.push(next);
    }
  }
  return { kept, duplicates: rows.flatMap((_, at) => duplicates.get(at) ?? []), leak: isLeak(rows) };
}

function byRow(joins: readonly DuplicateJoin[]): Map<number, DuplicateJoin[]> {
  const rows = new Map<number, DuplicateJoin[]>();
  for (const join of joins) {
    for (const at of [join.one, join.other]) {
      const known = rows.get(at);
      if (known) known.push(join);
      else rows.set(at, [join]);
    }
  }
  return rows;
}

/** Whether rows are of more than one split, as far as these are known. */
export function isLeak(rows: readonly Pick<DuplicateRow, 'split'>[]): boolean {
  return new Set(rows.flatMap(({ split }) => split ?? [])).size > 1;
}

function keptOf(rows: readonly DuplicateRow[], keepRule: KeepRule): DuplicateRow {
  const [first] = rows;
  if (!first) throw new Error('a group has rows');
  const worth = ({ length, ratings }: DuplicateRow) => {
    if (keepRule.rule === 'best') return ratings[keepRule.by] ?? -Infinity;
    return keepRule.rule === 'longest' ? length : 0;
  };
  return rows.reduce((best, one) => (worth(one) > worth(best) ? one : best), first);
}
