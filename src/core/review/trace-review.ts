import { isModel } from '../annotation/annotator-name';
import { isAnswerRuling, isStepLabel } from '../annotation/label-kinds';
import type { Decision, SignedDecision, StepLabel, TraceVerdict } from '../annotation/event';

/**
 * How a step or a verdict stands among several annotators.
 * `alone`: one said something. `agreed`: several, all the same. `disputed`: they differ. `follows`: somebody's trace ended at an
 * earlier first error that is disputed. `open`: it ended at one that was settled otherwise, so that somebody must look at this
 * step. `after`: behind a first error. `settled`: by an adjudication; `outdated`: and somebody said something else since.
 */
export type Standing =
  'nothing' | 'alone' | 'agreed' | 'disputed' | 'follows' | 'open' | 'after' | 'settled' | 'outdated';

/** A step's label, or a trace's verdict. */
export type Ruling = StepLabel | TraceVerdict;

export interface Said {
  value: Ruling;
  /** The event's id. */
  id: string;
}

export interface Settled {
  value: Ruling;
  by: string;
  time: string;
  /** The adjudication's id. */
  id: string;
}

export interface Reviewed {
  /** By annotator. */
  said: ReadonlyMap<string, Said>;
  settled: Settled | null;
  standing: Standing;
}

export interface ReviewedStep extends Reviewed {
  /** Whose trace ended before this step. */
  ended: string[];
}

export interface TraceReview {
  trace: string;
  /** Who labelled or judged this trace, by name. */
  annotators: string[];
  /** As many as the trace has, and at least those that were labelled. */
  steps: ReviewedStep[];
  verdict: Reviewed;
}

/** A decision that is not on the disk yet has no signature: it is one's own, and the newest. */
export type ReviewedDecision = SignedDecision | (Decision & { annotator: string; id: string; time: string });

/** What everybody says of one trace, step by step. `decisions`: those that stand, oldest first. */
export function reviewTrace(
  trace: string,
  stepCount: number,
  decisions: readonly ReviewedDecision[],
): TraceReview {
  const own = decisions.filter(
    (decision) => isOnDatasetStep(decision) && 'trace' in decision.target && decision.target.trace === trace,
  );
  const labelled = own.flatMap(({ target }) => (target.kind === 'step' ? [target.step + 1] : []));
  const length = Math.max(stepCount, ...labelled);
  const sides = Array.from({ length }, (_, step) => sidesOn(own, step));
  const verdict = sidesOn(own, null);
  return {
    trace,
    annotators: annotatorsOf(own),
    steps: stepsOf(sides),
    verdict: { ...verdict, standing: standingOf(verdict) },
  };
}

/** The traces of a row that anybody labelled or judged. */
export function reviewRow(standing: readonly ReviewedDecision[]): TraceReview[] {
  const own = standing.filter(isOnDatasetStep);
  const traces = new Set(own.flatMap(({ target }) => ('trace' in target ? [target.trace] : [])));
  return [...traces].map((trace) => reviewTrace(trace, 0, standing));
}

/** Steps that an annotator cut otherwise are compared with nothing here: see `labelRecords`. */
function isOnDatasetStep(decision: ReviewedDecision): boolean {
  if ('scheme' in decision || decision.what === 'cut') return false;
  return decision.target.kind !== 'step' || decision.target.piece === undefined;
}

interface Sides {
  said: Map<string, Said>;
  settled: (Settled & { over: readonly string[] }) | null;
}

/** What people say of a step, or (null) of the trace. */
function sidesOn(decisions: readonly ReviewedDecision[], step: number | null): Sides {
  const sides: Sides = { said: new Map(), settled: null };
  for (const decision of decisions) {
    const { target, annotator: by, id, time } = decision;
    if (target.kind === 'row' || (target.kind === 'step' ? target.step : null) !== step) continue;
    if ((isStepLabel(decision) || decision.what === 'verdict') && !isModel(by))
      sides.said.set(by, { value: decision.value, id });
    if (decision.what === 'adjudication' && !isAnswerRuling(decision)) {
      const { label, over } = decision.value;
      sides.settled = { value: label, by, time, id, over };
    }
  }
  return sides;
}

function annotatorsOf(decisions: readonly ReviewedDecision[]): string[] {
  const names = decisions.filter(
    (decision) => (isStepLabel(decision) || decision.what === 'verdict') && !isModel(decision.annotator),
  );
  return [...new Set(names.map(({ annotator }) => annotator))].toSorted();
}

/** From the first step to the last: where somebody's trace ended changes what is asked of the steps behind. */
function stepsOf(sides: readonly Sides[]): ReviewedStep[] {
  const ended = new Map<string, number>();
  const steps: ReviewedStep[] = [];
  let over = false;
  for (const [at, side] of sides.entries()) {
    const before = [...ended.keys()].filter((annotator) => !side.said.has(annotator));
    const here = over && !side.settled ? 'after' : behind(standingOf(side), before, ended, steps);
    steps.push({ said: side.said, settled: side.settled, ended: before, standing: here });
    for (const [annotator, { value }] of side.said)
      if (value === 'bad' && !ended.has(annotator)) ended.set(annotator, at);
    over ||= side.settled?.value === 'bad';
  }
  return steps;
}

function standingOf({ said, settled }: Sides): Standing {
  const values = [...said.values()];
  const different = new Set(values.map(({ value }) => value)).size;
  if (settled) {
    const news = values.some(({ id, value }) => !settled.over.includes(id) && value !== settled.value);
    return news ? 'outdated' : 'settled';
  }
  if (different > 1) return 'disputed';
  if (values.length > 1) return 'agreed';
  return values.length === 1 ? 'alone' : 'nothing';
}

function behind(
  standing: Standing,
  ended: readonly string[],
  endedAt: ReadonlyMap<string, number>,
  steps: readonly ReviewedStep[],
): Standing {
  if (ended.length === 0 || standing === 'disputed' || standing === 'settled' || standing === 'outdated')
    return standing;
  const ends = ended.map((annotator) => steps[endedAt.get(annotator) ?? 0]?.standing);
  if (ends.some((end) => end === 'disputed' || end === 'follows' || end === 'outdated')) return 'follows';
  if (ends.some((end) => end === 'settled')) return 'open';
  return standing === 'nothing' ? 'after' : standing;
}

/** The first step (0-based) that annotators label differently; null where they never do. */
export function partingOf({ steps }: Pick<TraceReview, 'steps'>): number | null {
  const at = steps.findIndex(({ said }) => new Set([...said.values()].map(({ value }) => value)).size > 1);
  return at === -1 ? null : at;
}

/** Whether somebody has to settle it. */
export function isDue(standing: Standing): boolean {
  return standing === 'disputed' || standing === 'open' || standing === 'outdated';
}
