import type { Trace } from '../profile/reading';
import { positionOf, stepTarget } from '../cut/step-target';
import type { Decision, StepDecision, StepLabel, TraceVerdict } from './event';
import { isAnswer, isStepLabel } from './label-kinds';

/** `first-error`: one key on the first wrong step ends the trace. `every-step`: each step is labelled. */
export type LabelMode = 'first-error' | 'every-step';

/** What one annotator has said of a trace. */
export interface TraceState {
  /** By step; null where nothing was said. */
  labels: (StepLabel | null)[];
  /** Steps whose label follows from the first error. */
  implied: boolean[];
  /** 0-based; in first-error mode the trace ends here. */
  firstError: number | null;
  verdict: TraceVerdict | null;
  /** 0-based step that is due, null when every step that is asked for has its label. */
  due: number | null;
}

export function stateOfTrace(trace: Trace, decisions: Decision[], mode: LabelMode): TraceState {
  const labels: (StepLabel | null)[] = trace.steps.map(() => null);
  const implied = trace.steps.map(() => false);
  let verdict: TraceVerdict | null = null;
  for (const decision of decisions) {
    if (decision.what === 'verdict' && decision.target.trace === trace.id) verdict = decision.value;
    if (!isStepLabel(decision) || decision.target.trace !== trace.id) continue;
    const step = positionOf(trace, decision.target);
    if (step === -1) continue; // the trace had more steps when it was labelled, or others
    labels[step] = decision.value;
    implied[step] = decision.implied ?? false;
  }
  const bad = labels.indexOf('bad');
  const firstError = mode === 'first-error' && bad !== -1 ? bad : null;
  const open = labels.indexOf(null);
  const due = open === -1 || (firstError !== null && open > firstError) ? null : open;
  return { labels, implied, firstError, verdict, due };
}

/** The traces that people judge: those of models and students where there are any, else the dataset's own. */
export function tracesToLabel(traces: Trace[]): Trace[] {
  const others = traces.filter(({ kind }) => kind !== 'reference');
  return others.length ? others : traces;
}

/**
 * The decisions that one label key makes. The first error also says that the unlabelled steps before it are good
 * (PRM800K's second phase: Lightman et al. 2023), marked as implied.
 */
export function labelStep(
  trace: Trace,
  state: TraceState,
  step: number,
  value: StepLabel,
  mode: LabelMode,
): Decision[] {
  const decisions: Decision[] = [];
  if (value === 'bad' && mode === 'first-error') {
    for (let before = 0; before < step; before++) {
      if (state.labels[before] === null) decisions.push({ ...labelOf(trace, before, 'good'), implied: true });
    }
  }
  decisions.push(labelOf(trace, step, value));
  return decisions;
}

function labelOf(trace: Trace, step: number, value: StepLabel): StepDecision {
  const target = stepTarget(trace, step);
  if (!target) throw new Error(`the trace ${trace.id} has no step ${step + 1}`);
  return { what: 'label', target, value };
}

/** How far one has come with a row. A row that was done is done in either mode. */
export type RowStatus = 'untouched' | 'begun' | 'done' | 'skipped' | 'bad-problem' | 'gave-up';

const OF_LABELLING: ReadonlySet<Decision['what']> = new Set(['label', 'verdict', 'mark'] as const);

export function statusOfRow(traces: Trace[], decisions: Decision[]): RowStatus {
  const last = decisions.findLast((decision) => OF_LABELLING.has(decision.what) && !isAnswer(decision));
  if (!last) return 'untouched';
  if (last.what === 'mark') return last.value; // a row that is labelled after it was skipped is no longer skipped
  const states = tracesToLabel(traces).map((trace) => stateOfTrace(trace, decisions, 'first-error'));
  return states.every(isFinished) ? 'done' : 'begun';
}

/** A trace is finished when its steps are labelled and it is judged. */
export function isFinished({ due, verdict }: TraceState): boolean {
  return due === null && verdict !== null;
}
