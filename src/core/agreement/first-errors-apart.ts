import { NO_ERROR } from './collect-ratings';
import type { RatedItem } from './collect-ratings';

/** Where two annotators put the first errors of traces. */
export interface FirstErrorsApart {
  /** Traces of which both told the first error, or that there is none. */
  traces: number;
  sameFirstError: number;
  /** The same, or one step apart. */
  withinOne: number;
  /** Where both found one: the second's step minus the first's, and how often. */
  apart: { steps: number; traces: number }[];
}

export function firstErrorsApart(
  items: readonly RatedItem[],
  annotators: readonly [string, string],
): FirstErrorsApart {
  const found = items
    .filter(({ said }) => annotators.every((annotator) => said.has(annotator)))
    .map(({ said }) => annotators.map((name) => stepOf(said.get(name)?.category)));
  return {
    traces: found.length,
    sameFirstError: found.filter(([a, b]) => a === b).length,
    withinOne: found.filter(
      ([a = null, b = null]) => a === b || (a !== null && b !== null && Math.abs(a - b) === 1),
    ).length,
    apart: distances(found),
  };
}

function stepOf(category: string | undefined): number | null {
  return category === undefined || category === NO_ERROR ? null : Number(category);
}

function distances(found: readonly (number | null)[][]): FirstErrorsApart['apart'] {
  const counts = new Map<number, number>();
  for (const [a = null, b = null] of found)
    if (a !== null && b !== null) counts.set(b - a, (counts.get(b - a) ?? 0) + 1);
  return [...counts].map(([steps, traces]) => ({ steps, traces })).toSorted((a, b) => a.steps - b.steps);
}
