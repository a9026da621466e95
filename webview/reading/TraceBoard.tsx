import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TraceState } from '../../src/core/annotation/labelling';
import type { Trace } from '../../src/core/profile/reading';
import type { StandingDecision } from '../../src/protocol/page';
import { Act, KeyCap } from '../Act';
import type { Cursor } from '../page-state';
import { useDrawnSteps } from './drawn-steps';
import { FinalCell } from './FinalCell';
import { labelSigns } from './label-signs';
import { StepCell } from './StepCell';
import {
  columnsOf,
  cutAt,
  notesOf,
  progressOf,
  publishedOf,
  stepCount,
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
  nameOf: (id: string) => string;
  onPick?: ((cursor: Cursor) => void) | undefined;
}

/** The traces side by side, aligned by step; the one being labelled is always first. */
export function TraceBoard({ traces, golds, cursor, standing, nameOf, onPick }: TraceBoardProps) {
  const board = useRef<HTMLElement>(null);
  const columns = columnsOf(traces, cursor.trace);
  const notes = useMemo(() => notesOf(standing), [standing]);
  const steps = stepCount(columns);
  const drawn = useDrawnSteps(
    traces.map(({ trace }) => trace),
    steps,
    cursor.step,
  );
  useKeepInView(board, cursor);
  return (
    <section
      class={`work cols-${Math.min(columns.length, 3)}`}
      aria-label="Traces aligned by step"
      ref={board}
    >
      <div class="al heads">
        {columns.map((column, place) => (
          <Head
            hidden={place === 1 ? columns.slice(2) : []}
            column={column}
            onPick={() => onPick?.({ trace: column.at, step: 0 })}
            several={columns.length > 1}
          />
        ))}
      </div>
      {Array.from({ length: drawn }, (_, at) => (
        <div class="al steps">{columns.map((column) => cell(column, at, cursor, notes, nameOf, onPick))}</div>
      ))}
      {drawn === steps && (
        <div class="al finals">
          {columns.map((column) => (
            <FinalCell
              golds={golds}
              column={column}
              current={column.active && cursor.step >= column.trace.steps.length}
              threads={traceThreads(standing, column.trace.id)}
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
  cursor: Cursor,
  notes: (trace: string, step: number) => StepNotes,
  nameOf: (id: string) => string,
  onPick: TraceBoardProps['onPick'],
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
      cutHere={cutAt(column, at)}
      publishedError={trace.published?.firstError === at && step.wrong.length === 0}
      {...notes(trace.id, at)}
      uses={usedBy(step, nameOf)}
      onPick={onPick && (() => onPick({ trace: column.at, step: at }))}
    />
  );
}

interface HeadProps {
  column: Column;
  onPick: () => void;
  several: boolean;
  /** Columns that there may be no room for. */
  hidden: Column[];
}

function Head({ column, onPick, several, hidden }: HeadProps) {
  const { trace, letter, active } = column;
  const words = (
    <div class="head-words" onClick={onPick}>
      <p class="who">
        {several && <span>{letter}</span>} {trace.author} <span class="r num mut">{progressOf(column)}</span>
      </p>
      <p class="sub">{[trace.setting, publishedOf(trace)].filter(Boolean).join(', ')}</p>
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
    <div class="thead">
      <div class="slots" aria-hidden="true">
        {labelSigns.map(({ action }) => (
          <KeyCap of={action} />
        ))}
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

/** The step in hand is never out of sight, and nothing moves while it is in view. */
function useKeepInView(board: { current: HTMLElement | null }, { trace, step }: Cursor): void {
  useLayoutEffect(() => {
    const now = board.current?.querySelector('.step.now');
    if (step === 0) board.current?.scrollTo({ top: 0 });
    else now?.scrollIntoView({ block: 'nearest' });
  }, [board, trace, step]);
}
