import type { PageState } from '../page-state';
import { Act } from '../Act';
import { Busy } from '../controls';
import { Icon } from '../Icon';

/** Which row of which dataset this is, and how to go to others. */
export function TopBar({ state }: { state: PageState }) {
  const { opening, progress, number } = state;
  return (
    <header class="top">
      <Act of="toggleRows" pressed={state.shown.rows}>
        Rows
      </Act>
      <span title={`Why: ${opening.why}.`}>
        <Act of="chooseProfile">{opening.profile.title}</Act>
      </span>
      <Act of="toggleMode">{state.mode === 'first-error' ? 'First error' : 'Every step'}</Act>
      <Act of="toggleSource" class="hide-narrow" pressed={state.shown.source}>
        Source
      </Act>
      <LogFaults faults={opening.logFaults} />
      <span class="r num">
        Row {(number + 1).toLocaleString('en')}{' '}
        <span class="mut">of {progress.rows.toLocaleString('en')}</span>
      </span>
      {!progress.complete && progress.failure === null && (
        <Busy>{Math.floor((100 * progress.bytesRead) / Math.max(progress.bytesTotal, 1))} %</Busy>
      )}
      {progress.failure !== null && <span class="fault">{progress.failure}</span>}
      <Act of="goToRow" class="hide-narrow">
        Go to
      </Act>
      <Act of="previousRow">Previous</Act>
      <Act of="nextRow">Next</Act>
    </header>
  );
}

/** Lines of the annotation logs that are no events: they stay in their files, and people are told which. */
function LogFaults({ faults }: { faults: string[] }) {
  if (faults.length === 0) return null;
  const words = faults.length === 1 ? '1 unreadable log line' : `${faults.length} unreadable log lines`;
  return (
    <span class="log-faults" title={faults.join('\n')}>
      <Icon name="warning" />
      <span>{words}</span>
    </span>
  );
}
