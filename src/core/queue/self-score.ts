import type { Fold } from '../annotation/fold';
import { labelsOf, sameLabels } from './gold-score';
import type { LabelScore } from './gold-score';

/** How many of an annotator's labels of rows that came twice are the same both times; null when there is none. */
export function selfScore(fold: Fold, annotator: string): LabelScore | null {
  let score: LabelScore = { same: 0, all: 0 };
  for (const key of fold.rowsRepeatedBy(annotator))
    score = sameLabels(
      labelsOf(fold.standing(key), annotator),
      labelsOf(fold.standingAgain(key), annotator),
      score,
    );
  return score.all === 0 ? null : score;
}
