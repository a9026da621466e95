import type { FlagTarget } from '../../src/core/annotation/event';
import { nameIn } from '../asking/answer-words';
import type { Session } from '../session';

/** What a form is about, in words. */
export function aboutTarget({ state, traces }: Session, target: FlagTarget): string {
  if (target.kind === 'row') return `row ${state.number + 1}`;
  const letter = String.fromCharCode(65 + state.cursor.trace);
  return target.kind === 'trace'
    ? `trace ${letter}`
    : `step ${nameIn(traces[state.cursor.trace]?.trace, target)} of trace ${letter}`;
}
