import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TraceState } from '../../src/core/annotation/labelling';
import { partingStep } from '../../src/core/compare/parting-step';
import { nearestPosition, stepName } from '../../src/core/cut/step-target';
import type { Trace } from '../../src/core/profile/reading';
import type { StandingDecision } from '../../src/protocol/page';
import { Act, KeyCap } from '../Act';
import type { RowAsking, StepAnswer } from '../asking/row-asking';
import type { Dividing } from '../cut-session';
import type { Cursor } from '../cursor';
import { columnsInSight, useBoardRoom } from './board-room';
import type { BoardRoom } from './board-room';
import { useDrawnSteps } from './drawn-steps';
import { FinalCell } from './FinalCell';
import { labelSigns } from './label-signs';
import { StepCell } from './StepCell';
import type { StepCellProps } from './StepCell';
import {
  columnsOf,
  cutAt,
  cutOtherwise,
  notAsked,
  notesOf,
  ownComments,
  progressOf,
  publishedOf,
  stepCount,
  suggestedVerdicts,
  traceThreads,
  usedBy,
} from './trace-columns';
import type { Column, StepNotes } from './trace-columns';

interface TraceBoardProps {
  traces: { trace: Trace; state: TraceState }[];
  /** The row's right answers. */
  golds: readonly string[];
  cursor: Cursor;
  standing: StandingDecision[];
  /** Everybody's labels and cuts. */
  review: StandingDecision[];
  annotator: string | null;
  /** What models suggest. */
  suggested: StandingDecision[] | undefined;
  nameOf: (id: string) => string;
  /** What is asked of the row, where a scheme asks. */
  asking: RowAsking | null;
  /** What changed since the step before is ringed in the step in hand. */
  changes: boolean;
  /** The step in hand is being divided. */
  dividing: Dividing | null;
  onPick?: ((cursor: Cursor) => void) | undefined;
}

/** The traces side by side, aligned by step; the one being labelled is always first. */
export function TraceBoard(props: TraceBoardProps) {
  const { traces, golds, cursor, standing, review, annotator, suggested, asking, onPick } = props;
  const board = useRef<HTMLElement>(null);
  const columns = columnsOf(traces, cursor.trace);
  const notes = useMemo(() => notesOf(standing, suggested), [standing, suggested]);
  const inHand = columns[0];
  const steps = stepCount(columns);
  const room = useBoardRoom(board);
  const inSight = columns.slice(0, columnsInSight(room));
  const drawn = useDrawnSteps(
    inSight.map(({ trace }) => trace),
    { row: traces[0]?.trace, steps, inHand: cursor.step, room },
  );
  const { changes, nameOf } = props;
  // what is drawn already stays the same nodes while more is drawn, and is not compared again
  const rows = useMemo<JSX.Element[]>(
    () => [],
    [traces, cursor, notes, nameOf, asking, changes, onPick, inSight.length],
  );
  for (let at = rows.length; at < drawn; at++)
    rows.push(<div class="al steps">{inSight.map((column) => cell(column, at, inHand, notes, props))}</div>);
  useKeepInView(board, cursor, room);
  return (
    <section
      class={`work cols-${Math.min(columns.length, 3)}`}
      aria-label="Traces aligned by step"
      ref={board}
    >
      <div class="al heads">
        {inSight.map((column, place) => (
          <Head
            hidden={place === 1 ? columns.slice(2) : []}
            column={column}
            onPick={() => onPick?.({ trace: column.at, step: 0 })}
            several={columns.length > 1}
            asking={asking}
            others={cutOtherwise(review, column.trace, annotator)}
          />
        ))}
      </div>
      {rows.slice(0, drawn)}
      {drawn === steps && (
        <div class="al finals">
          {inSight.map((column) => (
            <FinalCell
              golds={golds}
              column={column}
              current={column.active && cursor.step >= column.trace.steps.length}
              threads={traceThreads(standing, column.trace.id)}
              comments={ownComments(standing, column.trace.id)}
              suggested={suggestedVerdicts(suggested, column.trace.id)}
              judged={!asking}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function cell(
  column: Column,
  at: number,
  inHand: Column | undefined,
  notes: (trace: Trace, step: number) => StepNotes,
  { cursor, nameOf, asking, changes, dividing, onPick }: TraceBoardProps,
) {
  const { trace, state, active } = column;
  const step = trace.steps[at];
  if (!step) return <div class={active ? 'none' : 'none cmp'} />;
  const { firstError } = state;
  return (
    <StepCell
      step={step}
      at={at}
      active={active}
      current={active && cursor.step === at}
      label={state.labels[at] ?? null}
      implied={state.implied[at] ?? false}
      after={firstError !== null && at > firstError}
      cutHere={asking ? cutByAnswer(column, at, asking) : cutAt(column, at)}
      publishedError={isPublishedError(trace, at) && step.wrong.length === 0}
      {...notes(trace, at)}
      uses={usedBy(step, nameOf)}
      {...besideInHand(column, at, inHand)}
      answer={asking ? (asking.ofStep?.(trace, at) ?? NOT_ASKED) : null}
      since={changes && active && cursor.step === at ? trace.steps[at - 1]?.source.text : undefined}
      divide={active && cursor.step === at ? dividing?.places[dividing.at] : undefined}
      onKey={asking?.onKey}
      onPick={onPick && (() => onPick({ trace: column.at, step: at }))}
    />
  );
}

/** A step of a trace beside the one in hand: whether they part here, and what it is to be compared with. */
function besideInHand(
  { trace, active }: Column,
  at: number,
  inHand: Column | undefined,
): Pick<StepCellProps, 'partsFrom' | 'against'> {
  if (active || !inHand) return { partsFrom: null };
  const parting = partingStep(trace.uncut ?? trace, inHand.trace.uncut ?? inHand.trace);
  const number = trace.steps[at]?.cut?.step ?? at;
  if (parting === null || number < parting) return { partsFrom: null };
  const isFirst = number === parting && (trace.steps[at - 1]?.cut?.step ?? at - 1) !== number;
  const sameCut = !trace.uncut && !inHand.trace.uncut;
  return {
    partsFrom: isFirst ? inHand.letter : null,
    against: sameCut ? inHand.trace.steps[at]?.source.text : undefined,
  };
}

/** Whether the dataset's own labels say that the first error is in a step, or begins in it. */
function isPublishedError(trace: Trace, at: number): boolean {
  const error = trace.published?.firstError ?? null;
  if (error === null) return false;
  if (!trace.uncut) return error === at;
  return (
    nearestPosition(trace, { kind: 'step', trace: trace.id, step: error, path: [], start: 0, end: 0 }) === at
  );
}

/** The questions are about something else than steps. */
const NOT_ASKED: StepAnswer = { words: '', tone: 'none', implied: false, choices: [], suggested: [] };

interface HeadProps {
  asking: RowAsking | null;
  column: Column;
  onPick: () => void;
  several: boolean;
  /** Columns that there may be no room for. */
  hidden: Column[];
  /** Who cuts the trace otherwise. */
  others: { by: string; steps: number }[];
}

function Head({ column, onPick, several, hidden, asking, others }: HeadProps) {
  const { trace, letter, active } = column;
  const words = (
    <div class="head-words" onClick={onPick}>
      <p class="who">
        {several && <span>{letter}</span>} {trace.author}{' '}
        <span class="r num mut">{asking ? answeredIn(column, asking) : progressOf(column)}</span>
      </p>
      <p class="sub">
        {[trace.setting, publishedOf(trace), cutWords(trace, others)].filter(Boolean).join(', ')}
      </p>
    </div>
  );
  if (!active) {
    return (
      <div class="cmp">
        {words}
        {hidden.length > 0 && (
          <p class="more-traces mut">
            {hidden.map((other) => `${other.letter} ${other.trace.author}`).join(', ')}{' '}
            <Act of="nextTrace">Next trace</Act>
          </p>
        )}
      </div>
    );
  }
  return (
    <div class={`thead ${isTraceInHand(column, asking) ? 'asked' : ''}`}>
      <div class="slots" aria-hidden="true">
        {!asking && labelSigns.map(({ action }) => <KeyCap of={action} />)}
      </div>
      {words}
      {several && (
        <span class="only-tabs next-trace">
          <Act of="nextTrace">Next trace</Act>
        </span>
      )}
    </div>
  );
}

/** Who has the trace in other steps than the dataset, oneself first. */
function cutWords(trace: Trace, others: HeadProps['others']): string {
  const own = trace.uncut ? `${trace.steps.length} of your steps for ${trace.uncut.steps.length}` : '';
  return [own, ...others.map(({ by, steps }) => `${by} has it in ${steps} steps`)].filter(Boolean).join(', ');
}

function isTraceInHand({ trace }: Column, asking: RowAsking | null): boolean {
  const target = asking?.inHand;
  return target?.kind === 'trace' && target.trace === trace.id;
}

/** Words for the line behind the first error. */
function cutByAnswer({ trace }: Column, at: number, { ofStep }: RowAsking): string | null {
  if (!ofStep || at === 0 || ofStep(trace, at).tone !== 'after') return null;
  return ofStep(trace, at - 1).tone === 'error' ? notAsked(trace, at) : null;
}

/** How many steps are answered, where steps are asked about. */
function answeredIn({ trace }: Column, { ofStep }: RowAsking): string {
  if (!ofStep) return '';
  const steps = trace.steps.map((_, step) => ofStep(trace, step));
  const error = steps.findIndex(({ tone }) => tone === 'error');
  if (error !== -1 && steps.slice(error + 1).every(({ tone }) => tone === 'after'))
    return `error at ${stepName(trace, error)}`;
  return `${steps.filter(({ tone }) => tone !== 'due').length} of ${steps.length}`;
}

/** The step in hand is never out of sight, also when the board gets another width, and nothing moves while it is in view. */
function useKeepInView(
  board: { current: HTMLElement | null },
  { trace, step }: Cursor,
  { width }: BoardRoom,
): void {
  useLayoutEffect(() => {
    const now = board.current?.querySelector('.step.now');
    if (step === 0) board.current?.scrollTo({ top: 0 });
    else now?.scrollIntoView({ block: 'nearest' });
  }, [board, trace, step]);
  useLayoutEffect(() => {
    board.current?.querySelector('.step.now')?.scrollIntoView({ block: 'nearest' });
  }, [board, width]);
}
