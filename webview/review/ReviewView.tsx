import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DrawnRegion } from '../../src/core/annotation/drawn-regions';
import type { AnswerReview } from '../../src/core/review/answer-review';
import { isOfDataset } from '../../src/core/scheme/region-targets';
import { partingOf } from '../../src/core/review/trace-review';
import { isCutApart } from '../../src/core/cut/team-cuts';
import type { CutSession } from '../cut-session';
import type { PageState } from '../page-state';
import type { ReviewSession, TraceInReview } from '../review-session';
import { useAskedBy } from '../asking/use-asked-by';
import { AnswerAgreementPane } from './AnswerAgreementPane';
import { AnswersApart } from './AnswersApart';
import { AgreementPane } from './AgreementPane';
import { Comments } from './Comments';
import { CurationBar } from './CurationBar';
import { CutsHere } from './CutsHere';
import { NothingToReview } from './NothingToReview';
import { commentsIn } from './review-comments';
import { ReviewHead } from './ReviewHead';
import { ReviewProblem } from './ReviewProblem';
import { ReviewStep } from './ReviewStep';
import { ReviewVerdict } from './ReviewVerdict';
import { PicturesContext, picturesOf } from '../pictures/row-pictures';
import { FlagThreads } from '../reading/FlagThreads';
import { notesOf, rowThreads, traceThreads } from '../reading/trace-columns';

/** What several annotators say of one trace, step by step, and how far they agree at all. */
export function ReviewView({
  state,
  review,
  cuts,
}: {
  state: PageState;
  review: ReviewSession;
  cuts: CutSession;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { row, cursor } = state;
  const { traces } = review;
  const current = traces[cursor.trace];
  useLayoutEffect(() => {
    box.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }, [row, cursor]);
  const askedBy = useAskedBy(review.host, state.opening);
  const { answers, answerInHand } = review;
  const regions = regionsIn(answers);
  const inHand = answerInHand?.target.kind === 'region' ? answerInHand.target.region : null;
  const labelled = traces.some(({ review: { annotators } }) => annotators.length > 0);
  const isSpokenOf = labelled || answers.length > 0;
  if (!row || (state.queue.rows === 0 && !isSpokenOf)) return <NothingToReview state={state} />;
  const pictures = picturesOf(row.reading, row.packet.images ?? null, regions, inHand);
  const bySteps = labelled || answers.length === 0; // a row that only answers were given of is reviewed by them
  return (
    <div class="review">
      <div class="whole-row">
        <CurationBar state={state} review={review} />
        <Comments of={commentsIn(row.packet.review)(null, null)} />
        <FlagThreads threads={rowThreads(row.packet.standing)} />
      </div>
      <div class="adj" ref={box}>
        <PicturesContext.Provider value={pictures}>
          <ReviewProblem reading={row.reading} library={state.library} />
          <div role="grid" aria-label="Labels by step">
            {current && bySteps && (
              <Steps state={state} current={current} several={traces.length > 1} cuts={cuts} />
            )}
            {answers.length > 0 && (
              <AnswersApart
                state={state}
                review={review}
                askedBy={askedBy}
                row={{
                  ...{ reading: row.reading, traces: traces.map(({ trace }) => trace) },
                  ...{ stepsAbove: bySteps, others: state.asking.others ?? [] },
                  ...{ library: state.library, standing: row.packet.standing, said: row.packet.review },
                }}
              />
            )}
          </div>
        </PicturesContext.Provider>
      </div>
      {current && bySteps ? (
        <AgreementPane agreement={state.agreement} annotators={current.review.annotators} />
      ) : (
        <AnswerAgreementPane
          review={answerInHand}
          question={answerInHand ? askedBy(answerInHand) : undefined}
          agreement={state.answerAgreement}
        />
      )}
    </div>
  );
}

/** The regions that were drawn and that something was answered about. */
function regionsIn(answers: readonly AnswerReview[]): DrawnRegion[] {
  const drawn = new Map<string, DrawnRegion>();
  for (const { target } of answers)
    if (target.kind === 'region' && target.shape && !isOfDataset(target))
      drawn.set(target.region, { target, shape: target.shape, label: '' });
  return [...drawn.values()];
}

interface StepsProps {
  state: PageState;
  current: TraceInReview;
  several: boolean;
  cuts: CutSession;
}

function Steps({ state: { row, cursor }, current, several, cuts: { team, next } }: StepsProps) {
  const { trace, review } = current;
  const notes = notesOf(row?.packet.standing ?? []);
  const said = row?.packet.review ?? [];
  const drifted = new Set(
    said.flatMap(({ decision: { what, target }, drifted: changed }) =>
      changed && what !== 'comment' && target.kind === 'step' && !target.piece && target.trace === trace.id
        ? [target.step]
        : [],
    ),
  );
  const comments = commentsIn(said);
  const columns = { '--people': review.annotators.length + 1 };
  return (
    <div class="adj-rows" style={columns}>
      <ReviewHead
        trace={trace}
        review={review}
        cuts={team}
        next={next}
        letter={several ? String.fromCharCode(65 + cursor.trace) : ''}
      />
      {review.steps.map((reviewed, at) => (
        <ReviewStep
          key={at}
          step={trace.steps[at] ?? null}
          at={at}
          annotators={review.annotators}
          reviewed={reviewed}
          current={cursor.step === at}
          flags={notes(trace, at).flags}
          drifted={drifted.has(at)}
          comments={comments(trace.id, at)}
          parting={partingOf(review) === at}
          cuts={isCutApart(team, at) ? <CutsHere cuts={team} at={at} said={said} /> : null}
        />
      ))}
      <ReviewVerdict
        trace={trace}
        review={review}
        current={cursor.step >= trace.steps.length}
        flags={traceThreads(row?.packet.standing ?? [], trace.id)}
        comments={comments(trace.id, null)}
      />
    </div>
  );
}
