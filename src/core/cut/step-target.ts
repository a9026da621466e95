import type { StepTarget } from '../annotation/event';
import { placeOf } from '../annotation/target-place';
import type { Trace } from '../profile/reading';

/** A step of a trace as decisions name it: by the dataset's own steps, however the trace is cut. Null where there is none. */
export function stepTarget({ id, steps }: Trace, at: number): StepTarget | null {
  const step = steps[at];
  if (!step) return null;
  const { cut, joined = [], source } = step;
  const { path, start, end } = source;
  const rest = joined.map(({ source: other }) => ({ path: other.path, start: other.start, end: other.end }));
  return {
    ...{ kind: 'step', trace: id, step: cut?.step ?? at, path, start, end },
    ...(cut?.piece ? { piece: { ...cut.piece, ...(rest.length > 0 ? { rest } : {}) } } : {}),
  };
}

/** Where a step stands in a trace as it is cut; -1 where the trace has no such step now. */
export function positionOf(trace: Trace, target: StepTarget): number {
  if (target.trace !== trace.id) return -1;
  if (!trace.uncut) return target.piece || target.step >= trace.steps.length ? -1 : target.step;
  const place = placeOf(target);
  return trace.steps.findIndex((_, at) => {
    const other = stepTarget(trace, at);
    return other?.step === target.step && placeOf(other) === place;
  });
}

/** Where a step stands, or what it begins in, where the trace is cut otherwise; -1 where there is nothing of the kind. */
export function nearestPosition(trace: Trace, target: StepTarget): number {
  const exact = positionOf(trace, target);
  if (exact !== -1 || target.trace !== trace.id) return exact;
  const from = target.piece?.from ?? 0;
  return trace.steps.findLastIndex(({ cut }, at) => {
    const step = cut?.step ?? at;
    return step < target.step || (step === target.step && (cut?.piece?.from ?? 0) <= from);
  });
}

/** What people call a step. */
export function stepName({ steps }: Trace, at: number): string {
  return steps[at]?.cut?.name ?? String(at + 1);
}

/** The same, where only the target is known. */
export function targetName({ step, piece }: StepTarget): string {
  if (!piece) return String(step + 1);
  return piece.to.step === step ? `${step + 1} (part)` : `${step + 1}–${piece.to.step + 1}`;
}
