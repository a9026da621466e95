import type { TeamCut } from '../../src/core/cut/team-cuts';
import type { Trace } from '../../src/core/profile/reading';
import type { TraceReview } from '../../src/core/review/trace-review';
import { Act } from '../Act';
import { firstErrorWords } from './review-words';

interface ReviewHeadProps {
  trace: Trace;
  review: TraceReview;
  letter: string;
  /** The cuts that people have of the trace. */
  cuts: TeamCut[];
  /** The one that is taken over by a key. */
  next: TeamCut | null;
}

/** Whose column is whose, with the key that takes their word; and which trace this is. */
export function ReviewHead({ trace, review, letter, cuts, next }: ReviewHeadProps) {
  const cutBy = cuts.filter((cut) => cut.trace !== trace).flatMap(({ by }) => by);
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
        {cutBy.length > 0 && !next && (
          <span class="mut">
            {cutBy.join(', ')} cut this trace otherwise: labels of pieces are not compared
          </span>
        )}
        {next && <Act of="takeCut">Take the cut of {next.by.join(', ')}</Act>}
        {letter !== '' && <Act of="nextTrace">Next trace</Act>}
      </span>
    </div>
  );
}

/** The keys that take an annotator's word, by the place of the annotator. */
export const TAKEN = ['takeFirst', 'takeSecond', 'takeThird', 'takeFourth'] as const;
