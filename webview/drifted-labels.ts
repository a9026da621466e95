import type { AnswerTarget, Decision, SignedDecision } from '../src/core/annotation/event';
import { placeOf } from '../src/core/annotation/target-place';
import { positionOf, stepTarget } from '../src/core/cut/step-target';
import type { StandingDecision } from '../src/protocol/page';
import type { Session } from './session';

type Label = Extract<SignedDecision, { what: 'label' | 'verdict' }>;

/** One's own labels, verdicts and answers of a text that changed since. */
export function driftedLabels(standing: readonly StandingDecision[], annotator: string | null): Label[] {
  return standing.flatMap(({ decision, drifted }) =>
    drifted && decision.annotator === annotator && (decision.what === 'label' || decision.what === 'verdict')
      ? [decision]
      : [],
  );
}

/** Says of all labels of the row in sight whose text changed that they still hold, or that they do not. Undo takes it back as a whole. */
export async function settleDrift(session: Session, what: 'carry' | 'drop'): Promise<void> {
  const { row, opening } = session.state;
  const drifted = driftedLabels(row?.packet.standing ?? [], opening.annotator);
  if (drifted.length === 0)
    return session.ask(() => Promise.reject(new Error('No label of yours here is of an earlier text.')));
  const places = new Set(drifted.map(({ target }) => placeOf(target)));
  const decisions = [...places].flatMap((place): Decision[] => {
    const labels = drifted.filter(({ target }) => placeOf(target) === place);
    const [first] = labels;
    return first
      ? [{ what, target: asItIsNow(session, first.target), value: labels.map(({ id }) => id) }]
      : [];
  });
  await session.decide(decisions);
}

/** A step where it stands in the changed text. */
function asItIsNow({ reading }: Session, target: AnswerTarget): AnswerTarget {
  if (target.kind !== 'step') return target;
  const trace = reading.traces.find(({ id }) => id === target.trace);
  return (trace && stepTarget(trace, positionOf(trace, target))) ?? target;
}
