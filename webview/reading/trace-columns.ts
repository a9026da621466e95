import type { Decision, Target, TraceVerdict } from '../../src/core/annotation/event';
import { isStepLabel } from '../../src/core/annotation/label-kinds';
import { flagThreads } from '../../src/core/annotation/flag-thread';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { placeOf } from '../../src/core/annotation/target-place';
import { cutTrace } from '../../src/core/cut/cut-trace';
import { nearestPosition, stepName, stepTarget } from '../../src/core/cut/step-target';
import type { TraceState } from '../../src/core/annotation/labelling';
import type { Step, Trace } from '../../src/core/profile/reading';
import { wordsOf } from '../../src/core/profile/named-values';
import type { JsonPath } from '../../src/core/row/json';
import type { StandingDecision } from '../../src/protocol/page';
import { labelSigns } from './label-signs';
import { measureText } from './measure-text';

/** One trace beside others. */
export interface Column {
  /** Position among the traces to label. */
  at: number;
  /** A, B, C... in the row's own order. */
  letter: string;
  trace: Trace;
  state: TraceState;
  active: boolean;
}

/** The trace being labelled first, so that the label places never move; the others after it in their own order. */
export function columnsOf(traces: { trace: Trace; state: TraceState }[], active: number): Column[] {
  const columns = traces.map(({ trace, state }, at) => ({
    at,
    letter: String.fromCharCode(65 + (at % 26)),
    trace,
    state,
    active: at === active,
  }));
  return [...columns.filter((column) => column.active), ...columns.filter((column) => !column.active)];
}

/** What is said in a column's head of how far it is. */
export function progressOf({ trace, state }: Column): string {
  const { labels, firstError } = state;
  if (firstError !== null) return `error at ${stepName(trace, firstError)}`;
  const done = labels.filter((label) => label !== null).length;
  return `${done} of ${trace.steps.length}`;
}

/** What the dataset itself says of a trace. */
export function publishedOf({ published }: Trace): string {
  if (!published) return '';
  const { firstError, answerRight, preferred, by } = published;
  const said = [
    preferred === undefined ? '' : preferred ? 'preferred' : 'rejected',
    firstError === undefined ? '' : firstError === null ? 'no error' : `first error at ${firstError + 1}`,
    answerRight === null ? '' : answerRight ? 'answer right' : 'answer wrong',
  ];
  return `${by ?? 'dataset'}: ${said.filter(Boolean).join(', ')}`;
}

/** Numbers and short values that the dataset has of a trace. */
export function aboutOf({ measures = [], facts = [] }: Trace): string {
  const values = facts.map((field) => `${nameOf(field.path)} ${cutText(wordsOf(field))}`);
  return [...measures.map(measureText), ...values].join(', ');
}

/** A field's name; of an element of a list, the list's. */
function nameOf(path: JsonPath): string {
  return path.findLast((part) => typeof part === 'string') ?? '';
}

/** Longer values are in the row's source. */
const LONGEST_FACT = 80;

function cutText(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT)}…`;
}

export interface StepNotes {
  drifted: boolean;
  flags: FlagThread[];
  /** What one remarked of it oneself; empty where nothing. */
  comment: string;
  /** Names of the concepts that it is tagged with. */
  tags: string[];
  /** What models say of it, once one has labelled it. */
  suggested: Suggested[];
}

/** A model's verdict on a trace. */
export interface SuggestedVerdict {
  by: string;
  value: TraceVerdict;
}

/** What models make of a trace as a whole. */
export function suggestedVerdicts(
  suggested: StandingDecision[] | undefined,
  trace: string,
): SuggestedVerdict[] {
  return (suggested ?? []).flatMap(({ decision }) =>
    decision.what === 'verdict' && decision.target.trace === trace
      ? [{ by: decision.annotator, value: decision.value }]
      : [],
  );
}

/** What a model says of a step, with the sign that it has. */
export interface Suggested {
  by: string;
  words: string;
  icon: string;
}

/** Other annotators who cut a trace otherwise than it is shown, with the number of steps that it has for them. */
export function cutOtherwise(
  review: readonly StandingDecision[],
  trace: Trace,
  annotator: string | null,
): { by: string; steps: number }[] {
  const dataset = trace.uncut ?? trace;
  return review.flatMap(({ decision, drifted }) => {
    if (decision.what !== 'cut' || drifted || decision.annotator === annotator) return [];
    if (decision.target.trace !== trace.id) return [];
    const theirs = cutTrace(dataset, decision.value);
    return theirs === trace ? [] : [{ by: decision.annotator, steps: theirs.steps.length }];
  });
}

const NOTHING: StepNotes = { drifted: false, flags: [], comment: '', tags: [], suggested: [] };

/** What stands for each step besides its label. */
export function notesOf(
  standing: StandingDecision[],
  suggested: StandingDecision[] = [],
): (trace: Trace, step: number) => StepNotes {
  const notes = new Map<string, StepNotes>();
  const note = (target: Target, change: (before: StepNotes) => Partial<StepNotes>) => {
    if (target.kind !== 'step') return;
    const key = placeOf(target);
    const before = notes.get(key) ?? NOTHING;
    notes.set(key, { ...before, ...change(before) });
  };
  for (const { decision, drifted } of standing) {
    note(decision.target, (before) => ({
      drifted: before.drifted || (decision.what === 'label' && drifted),
      comment: decision.what === 'comment' ? decision.value : before.comment,
      tags: [...before.tags, ...tagOf(decision)],
    }));
  }
  for (const { decision } of suggested) {
    if (!isStepLabel(decision)) continue;
    const { annotator: by, value: words } = decision;
    const icon = labelSigns.find(({ value }) => value === words)?.icon ?? 'question';
    note(decision.target, (before) => ({ suggested: [...before.suggested, { by, words, icon }] }));
  }
  const threads = threadsIn(standing).filter(({ flag }) => flag.target.kind === 'step');
  return (trace, step) => {
    const target = stepTarget(trace, step);
    const said = (target && notes.get(placeOf(target))) ?? NOTHING;
    const flags = threads.filter(
      ({ flag }) => flag.target.kind === 'step' && nearestPosition(trace, flag.target) === step,
    );
    return flags.length > 0 ? { ...said, flags } : said;
  };
}

/** Names of the concepts that the row itself is tagged with. */
export function rowTags(standing: StandingDecision[]): string[] {
  return standing.flatMap(({ decision }) => (decision.target.kind === 'row' ? tagOf(decision) : []));
}

function tagOf(decision: Decision): string[] {
  return decision.what === 'tag' && decision.value.on ? [decision.value.name] : [];
}

/** Everybody's flags on a row, each with what was said of it. */
export function threadsIn(standing: StandingDecision[]): FlagThread[] {
  return flagThreads(standing.map(({ decision }) => decision));
}

/** Flags that are about the row itself. */
export function rowThreads(standing: StandingDecision[]): FlagThread[] {
  return threadsIn(standing).filter(({ flag }) => flag.target.kind === 'row');
}

/** Flags that are about a trace as a whole. */
export function traceThreads(standing: StandingDecision[], trace: string): FlagThread[] {
  return threadsIn(standing).filter(
    ({ flag: { target } }) => target.kind === 'trace' && target.trace === trace,
  );
}

/** What one remarked oneself of a trace as a whole (by its id) or, with null, of the row and its parts but the traces. */
export function ownComments(standing: StandingDecision[], trace: string | null): string[] {
  return standing.flatMap(({ decision: { what, target, value } }) => {
    if (what !== 'comment' || value === '' || target.kind === 'step') return [];
    return (target.kind === 'trace' ? target.trace : null) === trace ? [value] : [];
  });
}

/** The longest column. */
export function stepCount(columns: Column[]): number {
  return Math.max(0, ...columns.map(({ trace }) => trace.steps.length));
}

/** Words for the line after the first error, at the step where it stands. */
export function cutAt({ state, trace }: Column, step: number): string | null {
  const { firstError } = state;
  if (firstError === null || step !== firstError + 1) return null;
  return notAsked(trace, step);
}

/** Says that the steps from one (0-based) to the last need no label. */
export function notAsked(trace: Trace, step: number): string {
  const last = trace.steps.length - 1;
  return step === last
    ? `step ${stepName(trace, last)} needs no label`
    : `steps ${stepName(trace, step)} to ${stepName(trace, last)} need no label`;
}

/** Readable names for the hints and concepts that a step uses. */
export function usedBy({ uses }: Step, nameOf: (id: string) => string): string[] {
  return uses.map(nameOf);
}
