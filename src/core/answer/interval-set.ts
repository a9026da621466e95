import type { AnswerValue } from './answer-value';
import { rangeOf } from './ranges';
import { realValue } from './probe';

/** Numbers between two ends, each of which belongs to them or not. A single number has both ends alike. */
interface Stretch {
  low: number;
  high: number;
  withLow: boolean;
  withHigh: boolean;
}

/** Sorted, and none touches the next one. */
export type IntervalSet = Stretch[];

/** The real numbers that an interval, a relation of one variable, a set or a union of these has; null for anything else. */
export function intervalSet(value: AnswerValue): IntervalSet | null {
  if (value.kind === 'relation') {
    const range = rangeOf(value);
    return range && intervalSet(range);
  }
  if (value.kind === 'sequence') {
    const stretch = stretchOf(value);
    return stretch && [stretch];
  }
  if (value.kind === 'numbers') return value.set;
  if (value.kind === 'list') return conditions(value.parts);
  if (value.kind !== 'union' && value.kind !== 'set') return null;
  const parts = value.parts.map((part) => (value.kind === 'set' ? point(part) : intervalSet(part)));
  return parts.every((part) => part !== null) ? joined(parts.flat()) : null;
}

/** `x > 2, x < 5` are two conditions; where no number meets both, either is meant. */
function conditions(parts: AnswerValue[]): IntervalSet | null {
  if (!parts.every(({ kind }) => kind === 'relation')) return null;
  const sets = parts.map(intervalSet);
  if (!sets.every((set) => set !== null)) return null;
  const [first = [], ...others] = sets;
  const all = others.reduce(common, first);
  return all.length > 0 ? all : joined(sets.flat());
}

function stretchOf({ open, close, parts }: Extract<AnswerValue, { kind: 'sequence' }>): Stretch | null {
  const [low, high, more] = parts.map(numberOf);
  if (
    more !== undefined ||
    low === undefined ||
    high === undefined ||
    low === null ||
    high === null ||
    low > high
  )
    return null;
  return { low, high, withLow: open === '[', withHigh: close === ']' };
}

function point(value: AnswerValue): IntervalSet | null {
  const at = numberOf(value);
  return at === null ? null : [{ low: at, high: at, withLow: true, withHigh: true }];
}

function numberOf(value: AnswerValue): number | null {
  if (value.kind !== 'scalar' || value.percent) return null;
  if (value.of.kind === 'constant' && value.of.name === 'infinity') return Number.POSITIVE_INFINITY;
  const real = realValue(value.of);
  if (real !== null) return real;
  const { of } = value;
  const minusInfinity = of.kind === 'product' && of.right.kind === 'constant' && of.right.name === 'infinity';
  return minusInfinity ? Number.NEGATIVE_INFINITY : null;
}

function alike(a: number, b: number): boolean {
  return a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)));
}

function joined(parts: IntervalSet): IntervalSet {
  const sorted = parts.toSorted((a, b) => a.low - b.low || Number(b.withLow) - Number(a.withLow));
  const set: IntervalSet = [];
  for (const next of sorted) {
    const last = set.at(-1);
    const touches =
      last && (alike(last.high, next.low) ? last.withHigh || next.withLow : next.low < last.high);
    if (!last || touches !== true) set.push({ ...next });
    else if (alike(last.high, next.high)) last.withHigh ||= next.withHigh;
    else if (next.high > last.high) [last.high, last.withHigh] = [next.high, next.withHigh];
  }
  return set;
}

/** What both have. */
export function common(a: IntervalSet, b: IntervalSet): IntervalSet {
  const pairs = a.flatMap((one) => b.map((other) => shared(one, other)));
  return joined(pairs.filter((stretch) => stretch !== null));
}

function shared(a: Stretch, b: Stretch): Stretch | null {
  const [low, withLow] = alike(a.low, b.low) ? [a.low, a.withLow && b.withLow] : a.low > b.low ? [a.low, a.withLow] : [b.low, b.withLow]; // prettier-ignore
  const [high, withHigh] = alike(a.high, b.high) ? [a.high, a.withHigh && b.withHigh] : a.high < b.high ? [a.high, a.withHigh] : [b.high, b.withHigh]; // prettier-ignore
  if (low > high && !alike(low, high)) return null;
  return alike(low, high) && !(withLow && withHigh) ? null : { low, high, withLow, withHigh };
}

/** All other real numbers. */
export function complement(set: IntervalSet): IntervalSet {
  const rest: IntervalSet = [];
  let [low, withLow] = [Number.NEGATIVE_INFINITY, false];
  for (const stretch of set) {
    if (stretch.low > low || (withLow && !stretch.withLow && stretch.low === low))
      rest.push({ low, withLow, high: stretch.low, withHigh: !stretch.withLow });
    [low, withLow] = [stretch.high, !stretch.withHigh];
  }
  if (low < Number.POSITIVE_INFINITY)
    rest.push({ low, withLow, high: Number.POSITIVE_INFINITY, withHigh: false });
  return rest;
}

export function sameNumbers(a: IntervalSet, b: IntervalSet): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        alike(one.low, other.low) &&
        alike(one.high, other.high) &&
        one.withLow === other.withLow &&
        one.withHigh === other.withHigh
      );
    })
  );
}
