import { isModel } from '../annotation/annotator-name';
import type { Decision, TraceCut } from '../annotation/event';
import type { Trace } from '../profile/reading';
import { AS_THE_DATASET } from './cut-changes';
import { cutTrace } from './cut-trace';
import { positionOf, stepTarget } from './step-target';

/** A cut of a trace into steps, and who has it. */
export interface TeamCut {
  /** By name. */
  by: string[];
  cut: TraceCut;
  /** The trace in these steps. */
  trace: Trace;
}

/**
 * The cuts of a trace (as the dataset has it) that those have who cut or labelled it: the dataset's own first, where somebody keeps to
 * it, then in the order of names. `decisions`: those that stand, of everybody.
 */
export function teamCuts(
  dataset: Trace,
  decisions: readonly (Decision & { annotator: string })[],
): TeamCut[] {
  const cuts = new Map<string, TraceCut>();
  for (const { annotator, ...decision } of decisions) {
    const { target } = decision;
    if (!('trace' in target) || target.trace !== dataset.id || isModel(annotator)) continue;
    if (decision.what === 'cut') cuts.set(annotator, decision.value);
    else if (decision.what === 'label' || decision.what === 'verdict')
      cuts.set(annotator, cuts.get(annotator) ?? AS_THE_DATASET);
  }
  const found: TeamCut[] = [];
  for (const name of [...cuts.keys()].toSorted()) {
    const cut = cuts.get(name) ?? AS_THE_DATASET;
    const trace = cutTrace(dataset, cut);
    const same = found.find((each) => isCutAlike(each.trace, trace));
    if (same) same.by.push(name);
    else found.push({ by: [name], cut, trace });
  }
  return found.toSorted((a, b) => Number(b.trace === dataset) - Number(a.trace === dataset));
}

/** The cut that comes after one's own among all; null where nobody has another. `own`: the trace in one's own steps. */
export function nextCut(cuts: readonly TeamCut[], own: Trace): TeamCut | null {
  const at = cuts.findIndex(({ trace }) => isCutAlike(trace, own));
  const next = cuts[(at + 1) % cuts.length];
  return next && !isCutAlike(next.trace, own) ? next : null;
}

/** The first step of a trace that another cut of it does not have; -1 where both are cut alike. */
export function firstCutApart(trace: Trace, other: Trace): number {
  return trace.steps.findIndex((_, at) => {
    const target = stepTarget(trace, at);
    return target !== null && positionOf(other, target) === -1;
  });
}

/** Which steps of a cut trace begin in a step of the dataset (0-based). None where it was joined to the one before. */
export function stepsBeginningIn({ steps }: Trace, step: number): number[] {
  return steps.flatMap(({ cut }, at) => ((cut?.step ?? at) === step ? [at] : []));
}

/** Whether people cut a step of the dataset (0-based) differently. */
export function isCutApart(cuts: readonly TeamCut[], step: number): boolean {
  const shapes = cuts.map(({ trace }) =>
    JSON.stringify(stepsBeginningIn(trace, step).map((at) => trace.steps[at]?.cut?.piece ?? null)),
  );
  return new Set(shapes).size > 1;
}

function isCutAlike(one: Trace, other: Trace): boolean {
  return one.steps.length === other.steps.length && firstCutApart(one, other) === -1;
}
