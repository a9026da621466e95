import { placeOf } from '../annotation/target-place';
import type { SignedDecision, StepLabel } from '../annotation/event';
import { isStepLabel } from '../annotation/label-kinds';
import { bootstrapInterval } from './bootstrap';
import type { Interval } from './bootstrap';
import { cohenKappa } from './cohen-kappa';
import { collectRatings, tableOf } from './collect-ratings';
import type { RatedItem } from './collect-ratings';
import { cutApart } from './cut-apart';
import { firstErrorsApart } from './first-errors-apart';
import type { FirstErrorsApart } from './first-errors-apart';
import { krippendorffAlpha } from './krippendorff-alpha';
import { MATRIX_LABELS } from './matrix-labels';
import type { RatingTable, Statistic } from './rating-table';

export interface PairFigure {
  statistic: Statistic;
  interval: Interval | null;
}

/** How far two annotators agree, over a whole dataset. */
export interface PairAgreement extends FirstErrorsApart {
  annotators: [string, string];
  /** Traces that the two cut differently: a label counts only where both have the same step. */
  cutApart: number;
  /** Steps that both labelled, unsure left out; alpha (ordinal) and kappa are of them. */
  steps: number;
  alpha: PairFigure;
  kappa: PairFigure;
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
  return {
    annotators,
    cutApart: cutApart(all).traces,
    steps: table.ratings.length,
    alpha: pairFigure(table, (of) => krippendorffAlpha(of, 'ordinal')),
    kappa: pairFigure(table, (of) => cohenKappa(of, 0, 1)),
    ...firstErrorsApart(firstErrors?.items ?? [], annotators),
    matrix: matrixOf(all, annotators),
  };
}

/** A figure of two annotators, with its interval. */
export function pairFigure(table: RatingTable, of: (table: RatingTable) => Statistic): PairFigure {
  const statistic = of(table);
  return { statistic, interval: statistic.value === null ? null : bootstrapInterval(table, of) };
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
