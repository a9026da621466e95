import type { SignedDecision } from '../annotation/event';
import type { Fold } from '../annotation/fold';
import { isAnswer } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import { isInWords, NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';

/** How many labels that were given twice are the same: by an annotator and the one whose labels are gold, or by one and the same. */
export interface LabelScore {
  same: number;
  all: number;
}

/** Counts what both said something of; null when there is nothing. What was implied counts as said. */
export function goldScore(
  fold: Fold,
  gold: string,
  annotator: string,
  words: WordQuestions = NO_WORD_QUESTIONS,
): LabelScore | null {
  let score = NO_SCORE;
  for (const key of fold.rowsDecidedBy(gold)) {
    const standing = fold.standing(key);
    score = sameLabels(labelsOf(standing, gold, words), labelsOf(standing, annotator, words), score);
  }
  return score.all === 0 ? null : score;
}

/** The scores of several queues together; null where there is none. */
export function sumOfScores(scores: readonly LabelScore[]): LabelScore | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, { same, all }) => ({ same: sum.same + same, all: sum.all + all }), NO_SCORE);
}

const NO_SCORE: LabelScore = { same: 0, all: 0 };

/** A score with what was said both times of a row. */
export function sameLabels(
  once: ReadonlyMap<string, string>,
  again: ReadonlyMap<string, string>,
  { same, all }: LabelScore,
): LabelScore {
  const both = [...once].filter(([what]) => again.has(what));
  return {
    same: same + both.filter(([what, value]) => again.get(what) === value).length,
    all: all + both.length,
  };
}

/** Labels, verdicts and answers by what they are about; none that are words of one's own. */
export function labelsOf(
  standing: readonly SignedDecision[],
  annotator: string,
  words: WordQuestions,
): Map<string, string> {
  const labels = new Map<string, string>();
  for (const decision of standing) {
    if (decision.annotator !== annotator) continue;
    if (decision.what !== 'label' && decision.what !== 'verdict') continue;
    const question = isAnswer(decision) ? [decision.scheme, decision.question] : [decision.what];
    if (decision.value === null || (isAnswer(decision) && isInWords(decision, words))) continue;
    labels.set(JSON.stringify([placeOf(decision.target), ...question]), JSON.stringify(decision.value));
  }
  return labels;
}
