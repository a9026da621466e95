import type { TraceState } from '../../src/core/annotation/labelling';
import { stepName } from '../../src/core/cut/step-target';
import type { Trace } from '../../src/core/profile/reading';
import type { AnswerReview } from '../../src/core/review/answer-review';
import { isAnswered } from '../../src/core/scheme/answers';
import { questionOf } from '../../src/core/scheme/asked-questions';
import { Act, KeyCap } from '../Act';
import type { AnswerSession } from '../answer-session';
import { SpanActs } from '../asking/SpanActs';
import { targetInWords } from '../asking/answer-words';
import type { CutSession } from '../cut-session';
import { Icon } from '../Icon';
import type { ReviewSession } from '../review-session';
import { dueAnswerWords, dueWords } from '../review/review-words';
import { isWhole } from '../page-state';
import type { PageState, Saved } from '../page-state';
import { DivideActs } from './DivideActs';
import { keepFocus } from './keep-focus';

interface FooterProps {
  state: PageState;
  traces: { trace: Trace; state: TraceState }[];
  answers: AnswerSession;
  cuts: CutSession;
  review: ReviewSession;
}

/** What is missing, what can be done, how far one is, and whether it is on disk. Never reordered, always as high. */
export function Footer({ state, traces, answers, cuts, review }: FooterProps) {
  if (!state.focused && state.dialog === null) {
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">
          Keys are off: another pane has the focus. Click here to{' '}
          {state.view === 'focus' ? 'label' : 'have them back'}.
        </span>
      </footer>
    );
  }
  const inHand = traces[state.cursor.trace]?.trace;
  if (state.dividing && inHand)
    return (
      <footer class="foot">
        <DivideActs cuts={cuts} dividing={state.dividing} trace={inHand} step={state.cursor.step} />
      </footer>
    );
  if (state.asking.span && answers.asks)
    return (
      <footer class="foot">
        <SpanActs answers={answers} />
      </footer>
    );
  return (
    <footer class="foot" onMouseDown={keepFocus}>
      {state.view === 'focus' && <FocusActs state={state} traces={traces} answers={answers} />}
      {state.view === 'table' && <TableActs state={state} />}
      {state.view === 'group' && <GroupActs state={state} />}
      {state.view === 'review' && <ReviewActs state={state} review={review} />}
      <Act of="showKeys">All keys</Act>
      {isWhole(state) ? <span class="r" /> : <Labelled state={state} />}
      <SavedSign saved={state.saved} underWay={state.underWay.length > 0} />
    </footer>
  );
}

function FocusActs({ state, traces, answers }: Omit<FooterProps, 'review' | 'cuts'>) {
  return (
    <>
      <span class="need">
        {answers.asks ? (
          whatIsAsked(answers, traces)
        ) : traces.length > 0 ? (
          whatIsNeeded(state, traces)
        ) : (
          <span class="mut">No steps to label here</span>
        )}
      </span>
      <Act of="undo">Undo</Act>
      <Act of="flag">Flag</Act>
      <Act of="badProblem">Bad problem</Act>
      <Act of="skip">Skip</Act>
      {isWhole(state) && (
        <>
          <Act of="giveUp">Give up</Act>
          <Act of="comment" class="hide-middling">
            Comment
          </Act>
          <Act of="lastDecisions" class="hide-middling">
            Last
          </Act>
        </>
      )}
    </>
  );
}

function TableActs({ state }: { state: PageState }) {
  return (
    <>
      <span class="need num">{whatIsInHand(state)}</span>
      <Act of="openRow">Open</Act>
      <Act of="selectRow">Select</Act>
      <Act of="flag">Flag</Act>
      <Act of="exportRows">Export</Act>
      {state.opening.readOnly === null && <Act of="changeRows">Change</Act>}
    </>
  );
}

function GroupActs({ state: { group } }: { state: PageState }) {
  const here = group?.found?.groups[group.at];
  const member = here?.members[group?.cursor ?? 0];
  const words = member?.beside
    ? `Row ${member.beside.row + 1} of ${member.beside.name}`
    : `Row ${((member?.number ?? group?.of ?? 0) + 1).toLocaleString('en')}`;
  return (
    <>
      <span class="need">{here ? words : <span class="mut">No linked rows here</span>}</span>
      {here && <Act of="openMember">Read</Act>}
      {here && !member?.beside && <Act of="flag">Flag</Act>}
      <Act of="clearQuery">Back</Act>
    </>
  );
}

function ReviewActs({ state, review }: { state: PageState; review: ReviewSession }) {
  const { current, answerInHand } = review;
  if (answerInHand) return <AnswerActs answer={answerInHand} state={state} />;
  if (!current || current.review.annotators.length === 0)
    return <span class="need mut">Nothing to settle here</span>;
  const { open, words } = dueWords(current.review, state.cursor.step);
  return (
    <>
      <span class="need">{need(open, words)}</span>
      <OwnRulings />
      <Act of="settleAgreed">Settle agreed</Act>
      <Act of="undo">Undo</Act>
      <Act of="flag">Flag</Act>
    </>
  );
}

function AnswerActs({ answer, state }: { answer: AnswerReview; state: PageState }) {
  const title = questionOf(answer, state.opening.schemes)?.title ?? answer.question;
  const { open, words } = dueAnswerWords(answer, title);
  return (
    <>
      <span class="need">{need(open, words)}</span>
      <Act of="settleAgreed">Settle agreed</Act>
      <Act of="undo">Undo</Act>
      <Act of="flag">Flag</Act>
    </>
  );
}

function OwnRulings() {
  return (
    <span class="decide">
      Decide yourself{' '}
      {OWN_RULINGS.map((action) => (
        <KeyCap of={action} />
      ))}
    </span>
  );
}

const OWN_RULINGS = ['settleGood', 'settleNeutral', 'settleBad', 'settleUnsure'] as const;

/** The rows that the next act is about: those that are selected, else the one under the cursor. */
function whatIsInHand({ selected, queue, position }: PageState) {
  if (selected.size > 0) {
    const rows = selected.size === 1 ? '1 row' : `${selected.size.toLocaleString('en')} rows`;
    return (
      <>
        {rows} selected <Act of="clearQuery">Unselect</Act>
      </>
    );
  }
  if (queue.rows === 0) return <span class="mut">No rows</span>;
  const at = (Math.min(position, queue.rows - 1) + 1).toLocaleString('en');
  const all = queue.rows.toLocaleString('en');
  return queue.query === '' && queue.sort === null ? `Row ${at} of ${all}` : `${at} of ${all} rows`;
}

function Labelled({ state: { labelledRows, progress } }: { state: PageState }) {
  return (
    <span class="r progress num">
      <progress
        class="prog"
        max={Math.max(progress.rows, 1)}
        value={labelledRows}
        aria-label={`${labelledRows} of ${progress.rows} rows labelled`}
      />
      {labelledRows.toLocaleString('en')} of {progress.rows.toLocaleString('en')} rows
    </span>
  );
}

function whatIsAsked(answers: AnswerSession, traces: FooterProps['traces']) {
  const { current, question, questions } = answers;
  if (!current || !question) return <span class="mut">{answers.nothing}</span>;
  const about = targetInWords(
    current.target,
    traces.map(({ trace }) => trace),
  );
  const asked = answers.lacksWhy ? `${question.title}: say why` : question.title;
  return need(!isAnswered(questions, current), `${about}: ${asked}`);
}

function whatIsNeeded({ cursor, mode }: PageState, traces: FooterProps['traces']) {
  const current = traces[cursor.trace];
  if (!current) return null;
  const { steps } = current.trace;
  if (cursor.step >= steps.length) return need(current.state.verdict === null, 'Judge the trace');
  const label = current.state.labels[cursor.step];
  if (label) return need(false, `Step ${stepName(current.trace, cursor.step)} is ${label}`);
  return need(
    true,
    `Label step ${stepName(current.trace, cursor.step)}${mode === 'first-error' ? ', or mark the first error' : ''}`,
  );
}

function need(open: boolean, words: string) {
  return (
    <>
      <Icon name={open ? 'circle-large-outline' : 'check'} /> {words}
    </>
  );
}

function SavedSign({ saved, underWay }: { saved: Saved; underWay: boolean }) {
  if (saved.kind === 'failed') {
    return (
      <span class="saved failed" role="alert" title={saved.message}>
        <Icon name="error" /> {saved.message}
      </span>
    );
  }
  if (underWay)
    return (
      <span class="saved" role="status">
        Saving
      </span>
    );
  if (saved.kind === 'nothing') return <span class="saved" role="status" />;
  return (
    <span class="saved" role="status">
      <Icon name="check" /> Saved <span class="num">{saved.time.toLocaleTimeString('en-GB')}</span>
    </span>
  );
}
