import { useMemo } from 'preact/hooks';
import { alignedSteps } from '../../src/core/compare/aligned-steps';
import type { StepPair } from '../../src/core/compare/aligned-steps';
import { partingStep } from '../../src/core/compare/parting-step';
import { textDiff } from '../../src/core/compare/text-diff';
import type { TextSpan } from '../../src/core/compare/text-diff';
import type { Reading, Step, Trace } from '../../src/core/profile/reading';
import { PartHere } from '../reading/PartHere';
import { StepText } from '../reading/StepText';
import { CompareAct } from './CompareAct';
import type { LoadedDifference } from './loaded-difference';

/** Two versions of a trace, and the first step (0-based) at which they part. */
interface ChangedTrace {
  older: Trace;
  newer: Trace;
  parting: number;
}

/** The traces of a row whose steps changed, whole: both versions aligned by step. Folded to a line until they are asked for. */
export function WholeTraces({ difference, open }: { difference: LoadedDifference; open: boolean }) {
  const { older, newer } = difference;
  const traces = useMemo(
    () => (older && newer ? changedTraces(older.reading, newer.reading) : []),
    [older, newer],
  );
  if (traces.length === 0) return null;
  return (
    <section class="unchanged whole-traces" aria-label="Whole traces">
      <div class="sec">
        <h2>Whole traces</h2>
        <span class="num">{traces.length.toLocaleString('en')}</span>
        <span class="r">
          <CompareAct of="toggleTraces" expanded={open}>
            {open ? 'Fold' : 'Unfold'}
          </CompareAct>
        </span>
      </div>
      {open && traces.map((trace) => <WholeTrace key={trace.newer.id} {...trace} />)}
    </section>
  );
}

function changedTraces(older: Reading, newer: Reading): ChangedTrace[] {
  return newer.traces.flatMap((trace) => {
    const before = older.traces.find(({ id }) => id === trace.id);
    const parting = before ? partingStep(before, trace) : null;
    return before && parting !== null ? [{ older: before, newer: trace, parting }] : [];
  });
}

function WholeTrace({ older, newer, parting }: ChangedTrace) {
  const pairs = useMemo(() => alignedSteps(older, newer), [older, newer]);
  return (
    <>
      <p class="trace-name">
        <b>{newer.author}</b> <span class="mut">{newer.setting}</span>
      </p>
      {pairs.map((pair, at) => (
        <PairOfSteps key={at} pair={pair} older={older} newer={newer} parts={at === parting} />
      ))}
    </>
  );
}

type PairOfStepsProps = Omit<ChangedTrace, 'parting'> & { pair: StepPair; parts: boolean };

function PairOfSteps({ pair, older, newer, parts }: PairOfStepsProps) {
  const [before, after] = [older.steps[pair.older ?? -1], newer.steps[pair.newer ?? -1]];
  const diff = useMemo(
    () => (before && after ? textDiff(before.source.text, after.source.text, after.source.dialect) : null),
    [before, after],
  );
  return (
    <div class="field-change pair step-pair">
      {parts && <PartHere words="the versions part here" />}
      <OneStep side="before" step={before} at={pair.older} spans={diff?.before} />
      <OneStep side="after" step={after} at={pair.newer} spans={diff?.after} />
    </div>
  );
}

interface OneStepProps {
  side: 'before' | 'after';
  step: Step | undefined;
  at: number | null;
  /** Changed parts of its text, as UTF-16 offsets. */
  spans: TextSpan[] | undefined;
}

function OneStep({ side, step, at, spans = [] }: OneStepProps) {
  if (!step || at === null) return <div class="nothing mut">not there</div>;
  return (
    <div class={side}>
      <span class="n num mut">{at + 1}</span>
      <div class="text">
        <StepText step={{ source: step.source, wrong: spans, ...(step.form ? { form: step.form } : {}) }} />
      </div>
    </div>
  );
}
