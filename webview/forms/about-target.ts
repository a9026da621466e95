import type { FlagTarget } from '../../src/core/annotation/event';
import { nameIn } from '../asking/answer-words';
import type { Session } from '../session';

/** What a form is about, in words. */
export function aboutTarget({ state, traces }: Session, target: FlagTarget): string {
  if (target.kind === 'row') return `row ${state.number + 1}`;
  const at = traces.findIndex(({ trace }) => trace.id === target.trace);
  const letter = String.fromCharCode(65 + Math.max(0, at));
  return target.kind === 'trace'
    ? `trace ${letter}`
    : `step ${nameIn(traces[at]?.trace, target)} of trace ${letter}`;
}
