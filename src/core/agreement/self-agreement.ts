import type { SignedDecision } from '../annotation/event';
import type { Fold } from '../annotation/fold';
import { figuresOf } from './agreement-report';
import type { AgreementFigure } from './agreement-report';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { cohenKappa } from './cohen-kappa';
import { collectRatings, tableOf } from './collect-ratings';
import { percentAgreement } from './percent-agreement';

/** The names under which one annotator's two passes are compared. */
const PASSES = ['first', 'second'];

/** How far each annotator agrees with themselves, over the rows that came to them twice: a figure of each question and annotator. */
export function selfFigures(fold: Fold, words: WordQuestions = NO_WORD_QUESTIONS): AgreementFigure[] {
  return fold.annotators.toSorted().flatMap((annotator) => {
    const rows = [...fold.rowsRepeatedBy(annotator)].map((key) => [
      ...asPass(fold.standing(key), annotator, 'first'),
      ...asPass(fold.standingAgain(key), annotator, 'second'),
    ]);
    return collectRatings(rows, [], words).flatMap((question) => {
      const items = question.items.filter(({ said }) => said.size === PASSES.length);
      if (items.length === 0) return [];
      const table = { ...tableOf(items, question, PASSES), annotators: [annotator] };
      return figuresOf({ question, part: 'self', of: '' }, table, {
        percent: percentAgreement,
        'Cohen kappa': (of) => cohenKappa(of, 0, 1),
      });
    });
  });
}

function asPass(standing: readonly SignedDecision[], annotator: string, pass: string): SignedDecision[] {
  return standing.flatMap((decision) =>
    decision.annotator === annotator ? [{ ...decision, annotator: pass }] : [],
  );
}
