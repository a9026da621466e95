import type { SignedDecision } from '../annotation/event';
import type { ErrorAnswers } from './answered-first-errors';
import { cohenKappa } from './cohen-kappa';
import { collectRatings, isFirstError, tableOf } from './collect-ratings';
import type { RatedItem } from './collect-ratings';
import { firstErrorsApart } from './first-errors-apart';
import type { FirstErrorsApart } from './first-errors-apart';
import { krippendorffAlpha } from './krippendorff-alpha';
import { pairFigure } from './pair-agreement';
import type { PairFigure } from './pair-agreement';
import { pairsOf } from './rating-table';

/** How far two annotators agree on one question of a scheme, over a whole dataset. */
export interface AnswerAgreement {
  annotators: [string, string];
  /** What both answered, unsure left out. */
  items: number;
  same: number;
  /** Of grades by their order. */
  alpha: PairFigure;
  kappa: PairFigure;
  /** The answers, as in the log. */
  categories: string[];
  /** How often the first gave the one (row) and the second the other (column). */
  matrix: number[][];
  /** Where the question asks for the first error of a trace. */
  firstErrors: FirstErrorsApart | null;
}

/** Null where answers to the question are not compared. `rows`: what stands of each row. */
export function answerAgreement(
  rows: Iterable<readonly SignedDecision[]>,
  annotators: [string, string],
  asked: { scheme: string; question: string; errors: readonly ErrorAnswers[] },
): AnswerAgreement | null {
  const { scheme, question } = asked;
  const all = [...rows].map((standing) => standing.filter(({ annotator }) => annotators.includes(annotator)));
  const errors = asked.errors.filter((each) => each.scheme === scheme && each.question === question);
  const found = collectRatings(all, errors);
  const of = found.find(({ about }) => about === `${scheme}/${question}`);
  if (!of) return null;
  const both = ({ said }: RatedItem) => annotators.every((annotator) => said.has(annotator));
  const table = tableOf(of.items.filter(both), of, annotators);
  const pairs = pairsOf(table, 0, 1);
  const steps = found.find(({ about }) => isFirstError(about) && about.startsWith(`${scheme}/`));
  return {
    ...{ annotators, items: pairs.length, same: pairs.filter(([a, b]) => a === b).length },
    alpha: pairFigure(table, (each) => krippendorffAlpha(each, of.level)),
    kappa: pairFigure(table, (each) => cohenKappa(each, 0, 1)),
    categories: of.categories,
    matrix: of.categories.map((_, row) =>
      of.categories.map((__, column) => pairs.filter(([a, b]) => a === row && b === column).length),
    ),
    firstErrors: steps ? firstErrorsApart(steps.items, annotators) : null,
  };
}
