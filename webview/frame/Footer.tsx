import type { TraceState } from '../../src/core/annotation/labelling';
import type { Trace } from '../../src/core/profile/reading';
import { Act } from '../Act';
import { Icon } from '../Icon';
import type { PageState, Saved } from '../page-state';

interface FooterProps {
  state: PageState;
  traces: { trace: Trace; state: TraceState }[];
}

/** What is missing, what can be done, how far one is, and whether it is on disk. Never reordered, always as high. */
export function Footer({ state, traces }: FooterProps) {
  if (!state.focused && state.dialog === null) {
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to label.</span>
      </footer>
    );
  }
  const { labelledRows, progress, saved } = state;
  return (
    <footer class="foot">
      <span class="need">
        {traces.length > 0 ? whatIsNeeded(state, traces) : <span class="mut">No steps to label here</span>}
      </span>
      <Act of="undo">Undo</Act>
      <Act of="flag">Flag</Act>
      <Act of="badProblem">Bad problem</Act>
      <Act of="skip">Skip</Act>
      <Act of="showKeys">All keys</Act>
      <span class="r progress num">
        <progress
          class="prog"
          max={Math.max(progress.rows, 1)}
          value={labelledRows}
          aria-label={`${labelledRows} of ${progress.rows} rows labelled`}
        />
        {labelledRows.toLocaleString('en')} of {progress.rows.toLocaleString('en')} rows
      </span>
      <SavedSign saved={saved} underWay={state.underWay.length > 0} />
    </footer>
  );
}

function whatIsNeeded({ cursor, mode }: PageState, traces: FooterProps['traces']) {
  const current = traces[cursor.trace];
  if (!current) return null;
  const { steps } = current.trace;
  if (cursor.step >= steps.length) return need(current.state.verdict === null, 'Judge the trace');
  const label = current.state.labels[cursor.step];
  if (label) return need(false, `Step ${cursor.step + 1} is ${label}`);
  return need(
    true,
    `Label step ${cursor.step + 1}${mode === 'first-error' ? ', or mark the first error' : ''}`,
  );
}

function need(open: boolean, words: string) {
  return (
    <>
      <Icon name={open ? 'circle-large-outline' : 'check'} /> {words}
    </>
  );
}

function SavedSign({ saved, underWay }: { saved: Saved; underWay: boolean }) {
  if (saved.kind === 'failed') {
    return (
      <span class="saved failed" role="alert">
        <Icon name="error" /> {saved.message}
      </span>
    );
  }
  if (underWay)
    return (
      <span class="saved" role="status">
        Saving
      </span>
    );
  if (saved.kind === 'nothing') return <span class="saved" role="status" />;
  return (
    <span class="saved" role="status">
      <Icon name="check" /> Saved <span class="num">{saved.time.toLocaleTimeString('en-GB')}</span>
    </span>
  );
}
