import { placeOf } from '../annotation/target-place';
import type { SignedDecision, StepLabel } from '../annotation/event';
import { isStepLabel } from '../annotation/label-kinds';
import { bootstrapInterval } from './bootstrap';
import type { Interval } from './bootstrap';
import { cohenKappa } from './cohen-kappa';
import { collectRatings, NO_ERROR, tableOf } from './collect-ratings';
import type { RatedItem } from './collect-ratings';
import { cutApart } from './cut-apart';
import { krippendorffAlpha } from './krippendorff-alpha';
import { MATRIX_LABELS } from './matrix-labels';
import type { RatingTable, Statistic } from './rating-table';

export interface PairFigure {
  statistic: Statistic;
  interval: Interval | null;
}

/** How far two annotators agree, over a whole dataset. */
export interface PairAgreement {
  annotators: [string, string];
  /** Traces that the two cut differently: a label counts only where both have the same step. */
  cutApart: number;
  /** Steps that both labelled, unsure left out; alpha (ordinal) and kappa are of them. */
  steps: number;
  alpha: PairFigure;
  kappa: PairFigure;
  /** Traces of which both told the first error, or that there is none. */
  traces: number;
  sameFirstError: number;
  /** The same, or one step apart. */
  withinOne: number;
  /** Where both found one: the second's step minus the first's, and how often. */
  apart: { steps: number; traces: number }[];
  /** How often the first said the one (row) and the second the other (column), in the order of `MATRIX_LABELS`. */
  matrix: number[][];
}

/** `rows`: what stands of each row. */
export function pairAgreement(
  rows: Iterable<readonly SignedDecision[]>,
  annotators: [string, string],
): PairAgreement {
  const all = [...rows].map((standing) => standing.filter(({ annotator }) => annotators.includes(annotator)));
  const [steps, , firstErrors] = collectRatings(all);
  const both = ({ said }: RatedItem) => annotators.every((annotator) => said.has(annotator));
  const table = tableOf((steps?.items ?? []).filter(both), steps ?? { categories: [] }, annotators);
  const found = (firstErrors?.items ?? [])
    .filter(both)
    .map(({ said }) => annotators.map((name) => stepOf(said.get(name)?.category)));
  return {
    annotators,
    cutApart: cutApart(all).traces,
    steps: table.ratings.length,
    alpha: figure(table, (of) => krippendorffAlpha(of, 'ordinal')),
    kappa: figure(table, (of) => cohenKappa(of, 0, 1)),
    traces: found.length,
    sameFirstError: found.filter(([a, b]) => a === b).length,
    withinOne: found.filter(
      ([a = null, b = null]) => a === b || (a !== null && b !== null && Math.abs(a - b) === 1),
    ).length,
    apart: distances(found),
    matrix: matrixOf(all, annotators),
  };
}

function stepOf(category: string | undefined): number | null {
  return category === undefined || category === NO_ERROR ? null : Number(category);
}

function figure(table: RatingTable, of: (table: RatingTable) => Statistic): PairFigure {
  const statistic = of(table);
  return { statistic, interval: statistic.value === null ? null : bootstrapInterval(table, of) };
}

function distances(found: readonly (number | null)[][]): PairAgreement['apart'] {
  const counts = new Map<number, number>();
  for (const [a = null, b = null] of found)
    if (a !== null && b !== null) counts.set(b - a, (counts.get(b - a) ?? 0) + 1);
  return [...counts].map(([steps, traces]) => ({ steps, traces })).toSorted((a, b) => a.steps - b.steps);
}

/** With unsure, which takes no side but tells where one hesitates. */
function matrixOf(
  rows: readonly (readonly SignedDecision[])[],
  [first, second]: [string, string],
): number[][] {
  const matrix = MATRIX_LABELS.map(() => MATRIX_LABELS.map(() => 0));
  for (const standing of rows) {
    const labels = standing.filter(isStepLabel);
    const byStep = new Map<string, StepLabel>();
    for (const { annotator, target, value } of labels)
      if (annotator === first) byStep.set(stepKey(target), value);
    for (const { annotator, target, value } of labels) {
      const other = annotator === second ? byStep.get(stepKey(target)) : undefined;
      const line = other && matrix[MATRIX_LABELS.indexOf(other)];
      if (line) line[MATRIX_LABELS.indexOf(value)] = (line[MATRIX_LABELS.indexOf(value)] ?? 0) + 1;
    }
  }
  return matrix;
}

function stepKey(target: SignedDecision['target']): string {
  return target.kind === 'step' ? placeOf(target) : '';
}
