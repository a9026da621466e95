import type { Decision, TraceCut } from '../annotation/event';
import type { Reading, Trace } from '../profile/reading';
import { cutTrace } from './cut-trace';

/** A row in the steps that one annotator cuts its traces into. `decisions`: those of theirs that stand, oldest first. */
export function cutReading(reading: Reading, decisions: readonly Decision[]): Reading {
  const cuts = cutsIn(decisions);
  if (cuts.size === 0) return reading;
  return { ...reading, traces: cutTraces(reading.traces, cuts) };
}

function cutTraces(traces: readonly Trace[], cuts: ReadonlyMap<string, TraceCut>): Trace[] {
  return traces.map((trace) => {
    const cut = cuts.get(trace.id);
    return cut ? cutTrace(trace, cut) : trace;
  });
}

/** The last cut of each trace, by the traces' ids. */
export function cutsIn(decisions: readonly Decision[]): Map<string, TraceCut> {
  const cuts = new Map<string, TraceCut>();
  for (const decision of decisions)
    if (decision.what === 'cut') cuts.set(decision.target.trace, decision.value);
  return cuts;
}
