import { useCallback } from 'preact/hooks';
import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerTarget, Decision } from '../../src/core/annotation/event';
import type { AnswerSession } from '../answer-session';
import { targetInWords } from '../asking/answer-words';
import { useAskedBy } from '../asking/use-asked-by';
import { PickForm } from '../asking/PickForm';
import type { ReviewSession } from '../review-session';
import type { Session } from '../session';
import { CommentForm } from './CommentForm';
import { GiveUpForm } from './GiveUpForm';
import { LastDecisions } from './LastDecisions';

interface LabelFormsProps {
  session: Session;
  answers: AnswerSession;
  review: ReviewSession;
  onClose: () => void;
}

/** The forms that labelling asks for now and then, if one is asked for. */
export function LabelForms({ session, answers, review, onClose }: LabelFormsProps) {
  switch (session.state.dialog) {
    case 'pick':
      return <PickForm of={answers.asks ? answers.picking : review.own.picking} onClose={onClose} />;
    case 'giveUp':
      return <GiveUpForm onGiveUp={(reason) => void giveUp(session, reason)} onClose={onClose} />;
    case 'comment':
      return <CommentOn session={session} answers={answers} onClose={onClose} />;
    case 'decisions':
      return <Decisions session={session} onClose={onClose} />;
    default:
      return null;
  }
}

function Decisions({ session, onClose }: Pick<LabelFormsProps, 'session' | 'onClose'>) {
  const askedBy = useAskedBy(session.host, session.state.opening);
  const load = useCallback(() => session.lastDecisions(), [session]);
  return (
    <LastDecisions
      askedBy={askedBy}
      load={load}
      onShow={(id) => void showDecision(session, id)}
      onClose={onClose}
    />
  );
}

function CommentOn({ session, answers, onClose }: Omit<LabelFormsProps, 'review'>) {
  const target: AnswerTarget = (answers.asks && answers.current?.target) || session.targetAtCursor();
  const place = placeOf(target);
  const known = session.decisions.findLast(
    (decision) => decision.what === 'comment' && placeOf(decision.target) === place,
  );
  const traces = session.traces.map(({ trace }) => trace);
  return (
    <CommentForm
      about={withinSentence(targetInWords(target, traces))}
      said={known?.what === 'comment' ? known.value : ''}
      onComment={(text) => void comment(session, target, text)}
      onClose={onClose}
    />
  );
}

/** `Step 1 of A` within a sentence. */
function withinSentence(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** Leaves the row without an answer, and says why. */
async function giveUp(session: Session, reason: string): Promise<void> {
  session.setDialog(null);
  const decision: Decision = { what: 'mark', target: { kind: 'row' }, value: 'gave-up', reason };
  await session.decide([decision], () => session.inSight.go(1));
}

async function comment(session: Session, target: AnswerTarget, text: string): Promise<void> {
  session.setDialog(null);
  await session.decide([{ what: 'comment', target, value: text.trim() }]);
}

/** Goes to what a decision was about. */
async function showDecision(session: Session, id: string): Promise<void> {
  session.setDialog(null);
  await session.ask((host) => host.showDecision(id));
}
