import type { AnnotatedRow } from '../../../src/core/annotation/annotation-log';
import type { Decision, StepLabel } from '../../../src/core/annotation/event';

/** The row that decisions are about. */
export const ROW: AnnotatedRow = { key: 'id:1', hash: 'h', number: 0 };

/** A label of a step of the trace `t`. */
export function decisionOn(step: number, value: StepLabel): Decision {
  return { what: 'label', target: { kind: 'step', trace: 't', step, path: ['a'], start: 0, end: 1 }, value };
}
