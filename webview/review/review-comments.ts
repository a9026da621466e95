import { isModel } from '../../src/core/annotation/annotator-name';
import type { SignedDecision } from '../../src/core/annotation/event';
import type { StandingDecision } from '../../src/protocol/page';

export type Comment = Extract<SignedDecision, { what: 'comment' }>;

/**
 * What people remark, by what it is about: a step (0-based) of a trace, a trace as a whole (step null), or (trace null) the row, its
 * problem, hints and concepts. One that is empty was taken back.
 */
export function commentsIn(
  said: readonly StandingDecision[],
): (trace: string | null, step: number | null) => Comment[] {
  const all = said.flatMap(({ decision }) =>
    decision.what === 'comment' && decision.value !== '' && !isModel(decision.annotator) ? [decision] : [],
  );
  return (trace, step) =>
    all.filter(({ target }) => {
      if (trace === null) return target.kind !== 'step' && target.kind !== 'trace';
      if (target.kind === 'step') return target.trace === trace && target.step === step;
      return target.kind === 'trace' && target.trace === trace && step === null;
    });
}
