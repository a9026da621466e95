import type { Fold } from '../annotation/fold';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { labelsOf, sameLabels } from './gold-score';
import type { LabelScore } from './gold-score';

/** How many of an annotator's labels of rows that came twice are the same both times; null when there is none. */
export function selfScore(
  fold: Fold,
  annotator: string,
  words: WordQuestions = NO_WORD_QUESTIONS,
): LabelScore | null {
  let score: LabelScore = { same: 0, all: 0 };
  for (const key of fold.rowsRepeatedBy(annotator))
    score = sameLabels(
      labelsOf(fold.standing(key), annotator, words),
      labelsOf(fold.standingAgain(key), annotator, words),
      score,
    );
  return score.all === 0 ? null : score;
}
