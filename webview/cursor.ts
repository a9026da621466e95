import type { Target } from '../src/core/annotation/event';
import { isFinished } from '../src/core/annotation/labelling';
import type { TraceState } from '../src/core/annotation/labelling';
import { nearestPosition } from '../src/core/cut/step-target';
import type { Trace } from '../src/core/profile/reading';

/** Where the next label goes. `step` may be one past the last: then the trace itself is judged. */
export interface Cursor {
  /** Position among the traces to label. */
  trace: number;
  step: number;
}

/** A trace, and what is said of it. */
export interface LabelledTrace {
  trace: Trace;
  state: TraceState;
}

/** Where labelling begins: what is due in the first trace that is not finished. */
export function firstDue(traces: LabelledTrace[]): Cursor {
  const open = traces.findIndex(({ state }) => !isFinished(state));
  const trace = Math.max(open, 0);
  return { trace, step: dueStep(traces[trace]) };
}

/**
 * Goes to another trace or step, as far as there are any; in another trace to what is due. A row that is too long to be read has `parts`
 * in place of steps.
 */
export function moved(
  traces: LabelledTrace[],
  from: Cursor,
  change: Partial<Cursor>,
  parts: number | null,
): Cursor {
  const trace = clamp(change.trace ?? from.trace, traces.length - 1);
  const last = parts === null ? (traces[trace]?.trace.steps.length ?? 0) : parts - 1;
  return { trace, step: clamp(change.step ?? dueStep(traces[trace]), last) };
}

/** On to the next step; past the first error to the verdict. */
export function afterLabel(traces: LabelledTrace[], { trace, step }: Cursor): Cursor {
  const current = traces[trace];
  if (!current) return { trace, step };
  const { firstError } = current.state;
  const atEnd = firstError !== null && step >= firstError;
  return { trace, step: atEnd ? current.trace.steps.length : step + 1 };
}

/** On to what is due in this trace, else in the next one that is not finished; null when the row is. */
export function afterVerdict(traces: LabelledTrace[], { trace }: Cursor): Cursor | null {
  const due = traces[trace]?.state.due ?? null;
  if (due !== null) return { trace, step: due };
  const order = traces.map((_, at) => (trace + 1 + at) % traces.length);
  const open = order.find((at) => traces[at] && !isFinished(traces[at].state));
  return open === undefined ? null : { trace: open, step: dueStep(traces[open]) };
}

/** Where a decision was made, as near as the steps are as they were; null when it is of no trace in the row. */
export function placeOfTarget(traces: LabelledTrace[], target: Target): Cursor | null {
  if (target.kind !== 'trace' && target.kind !== 'step') return null;
  const trace = traces.findIndex(({ trace: { id } }) => id === target.trace);
  const found = traces[trace]?.trace;
  if (!found) return null;
  const step = target.kind === 'step' ? Math.max(0, nearestPosition(found, target)) : found.steps.length;
  return { trace, step };
}

/** The step of a trace that is due; past the last when only the verdict is. */
function dueStep(found: LabelledTrace | undefined): number {
  if (!found || isFinished(found.state)) return 0;
  return found.state.due ?? found.trace.steps.length;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
