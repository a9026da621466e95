import { Icon } from '../Icon';
import { CompareAct } from './CompareAct';
import type { CompareState } from './compare-session';

/** What can be done, and how many rows are the same. Always as high. */
export function CompareFooter({ state }: { state: CompareState }) {
  const { focused, shown, opening } = state;
  if (!focused && !shown.keys) {
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to compare.</span>
      </footer>
    );
  }
  const comparison = opening.state;
  return (
    <footer class="foot">
      <CompareAct of="toggleSource" pressed={shown.source}>
        Source
      </CompareAct>
      <CompareAct of="openRow">Open row</CompareAct>
      <CompareAct of="swap" class="hide-small">
        Swap
      </CompareAct>
      <CompareAct of="again" class="hide-small">
        Compare again
      </CompareAct>
      <CompareAct of="showKeys">All keys</CompareAct>
      {comparison.kind === 'done' && (
        <span class="r num same" role="status">
          {comparison.stale ? (
            <>
              <Icon name="warning" /> <b>A file changed on disk since.</b>
            </>
          ) : (
            <span class="mut">{same(comparison.counts.unchanged)}</span>
          )}
        </span>
      )}
    </footer>
  );
}

function same(rows: number): string {
  if (rows === 1) return '1 row is the same';
  return `${rows.toLocaleString('en')} rows are the same`;
}
