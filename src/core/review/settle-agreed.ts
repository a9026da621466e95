import { isStepLabel } from '../annotation/label-kinds';
import type { NewDecision } from '../annotation/event';
import { reviewRow, reviewTrace } from './trace-review';
import type { ReviewedDecision, TraceReview } from './trace-review';

/** The adjudications that settle what several said alike and nobody settled yet, in one trace (by its id) or in all of a row. */
export function settleAgreed(standing: readonly ReviewedDecision[], trace?: string): NewDecision[] {
  const traces = trace === undefined ? reviewRow(standing) : [reviewTrace(trace, 0, standing)];
  return traces.flatMap((review) => adjudications(review, standing));
}

function adjudications(review: TraceReview, standing: readonly ReviewedDecision[]): NewDecision[] {
  const agreed = [...review.steps, review.verdict].filter((each) => each.standing === 'agreed');
  return agreed.flatMap(({ said }): NewDecision[] => {
    const over = [...said.values()].map(({ id }) => id);
    const ruled = standing.findLast(({ id }) => over.includes(id));
    if (!ruled || (!isStepLabel(ruled) && ruled.what !== 'verdict')) return [];
    const { target, value: label } = ruled;
    const text = 'text' in ruled && typeof ruled.text === 'string' ? ruled.text : undefined;
    return [{ decision: { what: 'adjudication', target, value: { label, over } }, text }];
  });
}
