import { isStepLabel } from '../annotation/label-kinds';
import type { NewDecision } from '../annotation/event';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { answerRuling, reviewAnswers } from './answer-review';
import { reviewRow, reviewTrace } from './trace-review';
import type { ReviewedDecision, TraceReview } from './trace-review';

/** The adjudications that settle what several said alike and nobody settled yet, in one trace (by its id) or in all of a row. */
export function settleAgreed(standing: readonly ReviewedDecision[], trace?: string): NewDecision[] {
  const traces = trace === undefined ? reviewRow(standing) : [reviewTrace(trace, 0, standing)];
  return traces.flatMap((review) => adjudications(review, standing));
}

/** The same of answers to the questions of schemes, in all of a row. */
export function settleAgreedAnswers(
  standing: readonly ReviewedDecision[],
  words: WordQuestions = NO_WORD_QUESTIONS,
): NewDecision[] {
  const agreed = reviewAnswers(standing, words).filter((each) => each.standing === 'agreed');
  return agreed.flatMap((review): NewDecision[] => {
    const said = [...review.said.values()].at(-1);
    const ruled = standing.find(({ id }) => id === said?.id);
    return said ? [{ decision: answerRuling(review, said.value), text: ruled && textOf(ruled) }] : [];
  });
}

/** The digest of the text that a decision is about. */
function textOf(decision: ReviewedDecision): string | undefined {
  return 'text' in decision && typeof decision.text === 'string' ? decision.text : undefined;
}

function adjudications(review: TraceReview, standing: readonly ReviewedDecision[]): NewDecision[] {
  const agreed = [...review.steps, review.verdict].filter((each) => each.standing === 'agreed');
  return agreed.flatMap(({ said }): NewDecision[] => {
    const over = [...said.values()].map(({ id }) => id);
    const ruled = standing.findLast(({ id }) => over.includes(id));
    if (!ruled || (!isStepLabel(ruled) && ruled.what !== 'verdict')) return [];
    const { target, value: label } = ruled;
    return [{ decision: { what: 'adjudication', target, value: { label, over } }, text: textOf(ruled) }];
  });
}
