import type { SignedDecision } from '../annotation/event';
import type { Fold } from '../annotation/fold';
import { placeOf } from '../annotation/target-place';

/** How many labels of the rows that are the measure an annotator gave as the one whose labels are gold. */
export interface GoldScore {
  same: number;
  all: number;
}

/** Counts what both said something of; null when there is nothing. What was implied counts as said. */
export function goldScore(fold: Fold, gold: string, annotator: string): GoldScore | null {
  let [same, all] = [0, 0];
  for (const key of fold.rowsDecidedBy(gold)) {
    const standing = fold.standing(key);
    const said = labelsOf(standing, annotator);
    for (const [what, value] of labelsOf(standing, gold)) {
      const own = said.get(what);
      if (own === undefined) continue;
      all++;
      if (own === value) same++;
    }
  }
  return all === 0 ? null : { same, all };
}

/** The scores of several queues together; null where there is none. */
export function sumOfScores(scores: readonly GoldScore[]): GoldScore | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, { same, all }) => ({ same: sum.same + same, all: sum.all + all }), NO_SCORE);
}

const NO_SCORE: GoldScore = { same: 0, all: 0 };

/** Labels, verdicts and answers by what they are about. */
function labelsOf(standing: readonly SignedDecision[], annotator: string): Map<string, string> {
  const labels = new Map<string, string>();
  for (const decision of standing) {
    if (decision.annotator !== annotator) continue;
    if (decision.what !== 'label' && decision.what !== 'verdict') continue;
    const question = 'scheme' in decision ? [decision.scheme, decision.question] : [decision.what];
    if (decision.value === null) continue;
    labels.set(JSON.stringify([placeOf(decision.target), ...question]), JSON.stringify(decision.value));
  }
  return labels;
}
