import type { SpanUnit } from './span-units';

/** What of a tree of units is in hand: some neighbours among the parts of one unit. */
export interface SpanPlace {
  /** The way from the top to the unit that holds them, by positions. */
  within: readonly number[];
  /** The first and the last of them. */
  from: number;
  to: number;
}

/** The first word or formula; null where the text has none. */
export function firstPlace(units: readonly SpanUnit[]): SpanPlace | null {
  const [first] = units;
  if (!first) return null;
  // a clause is walked by its words; a formula is first taken whole
  return isClause(units, first) ? { within: [0], from: 0, to: 0 } : { within: [], from: 0, to: 0 };
}

/** A unit whose parts begin with it at the same place and that has others beside it is a clause, not a formula in delimiters. */
function isClause(units: readonly SpanUnit[], unit: SpanUnit): boolean {
  return units.length > 1 && unit.parts[0]?.start === unit.start;
}

export function spanAt(units: readonly SpanUnit[], place: SpanPlace): { start: number; end: number } | null {
  const parts = partsAt(units, place.within);
  const [first, last] = [parts[place.from], parts[place.to]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The next or previous neighbour; at the end of a level, the one beside the unit that holds it, at the same depth where there is one. */
export function stepSpan(units: readonly SpanUnit[], { within, from, to }: SpanPlace, by: 1 | -1): SpanPlace {
  const at = by === 1 ? to + 1 : from - 1;
  if (partsAt(units, within)[at]) return { within, from: at, to: at };
  const holder = within.at(-1);
  if (holder === undefined) return { within, from, to };
  const out = { within: within.slice(0, -1), from: holder, to: holder };
  const beside = stepSpan(units, out, by);
  if (beside.within.length === out.within.length && beside.from === out.from) return { within, from, to };
  const inner = partsAt(units, [...beside.within, beside.from]);
  if (inner.length === 0 || within.length !== beside.within.length + 1) return beside;
  const first = by === 1 ? 0 : inner.length - 1;
  return { within: [...beside.within, beside.from], from: first, to: first };
}

/** One neighbour more at the end, or one less. */
export function stretchSpan(units: readonly SpanUnit[], place: SpanPlace, by: 1 | -1): SpanPlace {
  const to = place.to + by;
  return to < place.from || !partsAt(units, place.within)[to] ? place : { ...place, to };
}

/** What holds it: all of its level first, then the unit above. */
export function growSpan(units: readonly SpanUnit[], { within, from, to }: SpanPlace): SpanPlace {
  const holder = within.at(-1);
  if (holder !== undefined) return { within: within.slice(0, -1), from: holder, to: holder };
  const last = units.length - 1;
  return { within: [], from: 0, to: Math.max(to, last, from) };
}

/** Its first part; of several neighbours the first. */
export function shrinkSpan(units: readonly SpanUnit[], { within, from, to }: SpanPlace): SpanPlace {
  if (to > from) return { within, from, to: from };
  const inside = [...within, from];
  return partsAt(units, inside).length > 0 ? { within: inside, from: 0, to: 0 } : { within, from, to };
}

/** The least place that holds a stretch of the text: what a pointer marked. Null where it holds no unit. */
export function placeOfSpan(units: readonly SpanUnit[], start: number, end: number): SpanPlace | null {
  const touched = units.flatMap((unit, at) => (unit.start < end && unit.end > start ? [at] : []));
  const [from, to] = [touched[0], touched.at(-1)];
  if (from === undefined || to === undefined) return null;
  const only = from === to ? units[from] : undefined;
  const isWhole = only !== undefined && start <= only.start && end >= only.end;
  const inner = only && !isWhole ? placeOfSpan(only.parts, start, end) : null;
  return inner ? { ...inner, within: [from, ...inner.within] } : { within: [], from, to };
}

function partsAt(units: readonly SpanUnit[], within: readonly number[]): readonly SpanUnit[] {
  return within.reduce<readonly SpanUnit[]>((parts, at) => parts[at]?.parts ?? [], units);
}
