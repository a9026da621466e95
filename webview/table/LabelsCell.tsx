import type { ListedTrace } from '../../src/protocol/table';
import { Icon } from '../Icon';
import { labelSigns, verdictSigns } from '../reading/label-signs';

/** Pixels of one trace's place, and of the cell's edges. */
const PLACE = 36;
const EDGES = 10;

/** What one has said of each trace: its label with the step, else its verdict, else an empty place. */
export function LabelsCell({ traces, width }: { traces: ListedTrace[]; width: number }) {
  const room = Math.max(1, Math.floor((width - EDGES) / PLACE));
  const shown = traces.length > room ? traces.slice(0, Math.max(1, room - 1)) : traces;
  const more = traces.length - shown.length;
  return (
    <span class="labs">
      {shown.map((trace, at) => (
        <span class="lab" role="img" aria-label={traceWords(trace, at)} title={traceWords(trace, at)}>
          <Sign trace={trace} />
          {trace.step !== null && trace.step + 1}
        </span>
      ))}
      {more > 0 && <span class="more">+{more}</span>}
    </span>
  );
}

function Sign({ trace: { label, verdict } }: { trace: ListedTrace }) {
  const labelSign = labelSigns.find(({ value }) => value === label);
  if (labelSign) {
    return (
      <span class={`slot ${labelSign.value} on`}>
        <Icon name={labelSign.icon} />
      </span>
    );
  }
  const verdictSign = verdictSigns.find(({ value }) => value === verdict);
  if (!verdictSign) return <span class="slot none" />;
  return (
    <span class={`slot ${verdictSign.tone} verdict-only`}>
      <Icon name={verdictSign.icon} />
    </span>
  );
}

function traceWords({ label, step, verdict }: ListedTrace, at: number): string {
  const trace = `Trace ${String.fromCharCode(65 + at)}`;
  const judged = verdictSigns.find(({ value }) => value === verdict)?.word.toLowerCase();
  const labelled = label && (step === null ? label : `${label} at step ${step + 1}`);
  return `${trace}: ${[labelled, judged].filter(Boolean).join(', ') || 'not labelled'}`;
}
