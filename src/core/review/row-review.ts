import type { SignedDecision } from '../annotation/event';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { reviewAnswers } from './answer-review';
import { isDue, reviewRow } from './trace-review';
import type { Standing, TraceReview } from './trace-review';

/** How a whole row stands. */
export type RowReview = 'alone' | 'agreed' | 'disputed' | 'settled';

/** Disputed while anything is due; settled once something was; null when nobody labelled anything. */
export function rowReview(
  standing: readonly SignedDecision[],
  words: WordQuestions = NO_WORD_QUESTIONS,
): RowReview | null {
  const found = [
    ...standingsIn(reviewRow(standing)),
    ...reviewAnswers(standing, words).map((each) => each.standing),
  ];
  if (found.some(isDue)) return 'disputed';
  if (found.includes('settled')) return 'settled';
  if (found.includes('agreed')) return 'agreed';
  return found.includes('alone') ? 'alone' : null;
}

/** How much of a row is disputed, from 0 to 1: the share of its steps and verdicts on which several spoke that is still due. */
export function disagreement(
  standing: readonly SignedDecision[],
  words: WordQuestions = NO_WORD_QUESTIONS,
): number {
  const all = [
    ...standingsIn(reviewRow(standing)),
    ...reviewAnswers(standing, words).map((each) => each.standing),
  ];
  const found = all.filter((each) => each !== 'nothing' && each !== 'alone');
  return found.length === 0 ? 0 : found.filter(isDue).length / found.length;
}

function standingsIn(traces: readonly TraceReview[]): Standing[] {
  return traces.flatMap(({ steps, verdict }) => [...steps.map(({ standing }) => standing), verdict.standing]);
}
