import type { Trace } from '../../src/core/profile/reading';
import type { TraceReview } from '../../src/core/review/trace-review';
import { Act } from '../Act';
import { firstErrorWords } from './review-words';

interface ReviewHeadProps {
  trace: Trace;
  review: TraceReview;
  letter: string;
  /** Who cuts the trace otherwise than the dataset. */
  cutBy: string[];
}

/** Whose column is whose, with the key that takes their word; and which trace this is. */
export function ReviewHead({ trace, review, letter, cutBy }: ReviewHeadProps) {
  return (
    <div class="line names" role="row">
      {review.annotators.map((name, at) => (
        <span class="c" role="columnheader" title={name}>
          <span class="name">{name}</span> {at < TAKEN.length && <kbd>{at + 1}</kbd>}
        </span>
      ))}
      <span class="c" role="columnheader">
        settled
      </span>
      <span />
      <span class="trace" role="columnheader">
        <span>
          {letter} {trace.author}
        </span>
        <span class="mut">{firstErrorWords(review)}</span>
        {cutBy.length > 0 && (
          <span class="mut">
            {cutBy.join(', ')} cut this trace otherwise: what they say of their own pieces is not compared
            here
          </span>
        )}
        {letter !== '' && <Act of="nextTrace">Next trace</Act>}
      </span>
    </div>
  );
}

/** The keys that take an annotator's word, by the place of the annotator. */
export const TAKEN = ['takeFirst', 'takeSecond', 'takeThird', 'takeFourth'] as const;
