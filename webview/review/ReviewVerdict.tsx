import type { Trace } from '../../src/core/profile/reading';
import { isDue } from '../../src/core/review/trace-review';
import type { TraceReview } from '../../src/core/review/trace-review';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { FlagThreads } from '../reading/FlagThreads';
import { RichText } from '../text/RichText';
import { Comments } from './Comments';
import type { Comment } from './review-comments';
import { RulingSign, SettledSign } from './RulingSign';
import { TakeActs } from './TakeActs';

interface ReviewVerdictProps {
  trace: Trace;
  review: TraceReview;
  current: boolean;
  flags: FlagThread[];
  comments: Comment[];
}

/** The trace's final answer, and how each judges the trace. */
export function ReviewVerdict(props: ReviewVerdictProps) {
  const { trace, review, current, flags, comments } = props;
  const { verdict, annotators } = review;
  const look = [isDue(verdict.standing) ? 'diff' : 'same', current ? 'now' : ''];
  return (
    <div
      class={`line verdict-line whole ${look.join(' ')}`}
      role="row"
      aria-current={current ? 'step' : undefined}
    >
      {annotators.map((name) => {
        const word = verdict.said.get(name);
        return (
          <span class="c" role="gridcell">
            {word && <RulingSign ruling={word.value} />}
          </span>
        );
      })}
      <span class="c" role="gridcell">
        <SettledSign reviewed={verdict} />
      </span>
      <span />
      <div class="t" role="gridcell">
        {trace.finalAnswer ? (
          <>
            <span class="mut">Final answer</span>{' '}
            <b class="text">
              <RichText source={trace.finalAnswer} />
            </b>
          </>
        ) : (
          <span class="mut">No final answer found</span>
        )}
        <Comments of={comments} />
        <FlagThreads threads={flags} />
        {current && <TakeActs annotators={annotators} said={verdict.said} />}
      </div>
    </div>
  );
}
