import { useCallback, useEffect, useState } from 'preact/hooks';
import { compareActions } from '../../src/protocol/compare-page';
import type { CompareAction, CompareOpening } from '../../src/protocol/compare-page';
import { Busy } from '../controls';
import { CompareAct, Comparing } from './CompareAct';
import { CompareBar } from './CompareBar';
import { CompareFooter } from './CompareFooter';
import { KeysSheet } from '../forms/KeysSheet';
import type { CompareSession, CompareState } from './compare-session';
import { DifferenceRows } from './DifferenceRows';
import { DifferenceView } from './DifferenceView';

interface CompareAppProps {
  session: CompareSession;
  act: (action: CompareAction) => void;
}

/** The whole page: bars, list of differences, the chosen one. */
export function CompareApp({ session, act }: CompareAppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(() => setState(session.state));
  }, [session]);
  const load = useCallback((from: number, count: number) => session.list(from, count), [session]);
  const pick = useCallback((at: number) => void session.show(at), [session]);
  const hideKeys = useCallback(() => session.hideKeys(), [session]);
  const { chosen, total, at, version, opening, shown } = state;
  return (
    <Comparing.Provider value={act}>
      <main class="sch compare">
        <CompareBar state={state} />
        {total > 0 ? (
          <div class="body">
            <DifferenceRows
              rows={mostRows(opening)}
              total={total}
              at={at}
              version={version}
              load={load}
              onPick={pick}
            />
            <div class="detail" tabIndex={0}>
              {chosen && <DifferenceView difference={chosen} opening={opening} shown={shown} />}
              {state.fault !== null && <p class="notice fault">{state.fault}</p>}
              {!chosen && stale(opening) && <Stale />}
            </div>
          </div>
        ) : (
          <div class="blank">
            <Nothing state={state} />
          </div>
        )}
        <CompareFooter state={state} />
        {shown.keys && <KeysSheet keys={Object.values(compareActions)} onClose={hideKeys} />}
      </main>
    </Comparing.Provider>
  );
}

/** Why there is no list: not yet done, failed, nothing differs, or nothing is chosen. */
function Nothing({ state: { opening, kinds } }: { state: CompareState }) {
  const { state, older, newer } = opening;
  if (state.kind === 'running')
    return (
      <Busy>
        Comparing <Percent read={state.bytesRead} total={state.bytesTotal} />
      </Busy>
    );
  if (state.kind === 'failed')
    return (
      <>
        <p role="alert">{state.message}</p>
        <p class="mut">
          {older.name}, {older.version} ↔ {newer.name}, {newer.version}
        </p>
        <p>
          <CompareAct of="again">Compare again</CompareAct>
        </p>
      </>
    );
  const { counts } = state;
  if (counts.added + counts.removed + counts.changed + counts.moved === 0)
    return (
      <>
        <p>The two files have the same rows.</p>
        <p class="mut">{sameRows(counts.unchanged)}</p>
      </>
    );
  return <p>{kinds.length === 0 ? 'Every kind of difference is hidden.' : 'No row differs in this way.'}</p>;
}

function sameRows(rows: number): string {
  if (rows === 0) return 'Neither has any.';
  return `All ${rows.toLocaleString('en')}, in the same order.`;
}

function Percent({ read, total }: { read: number; total: number }) {
  return <span class="num">{Math.floor((100 * read) / Math.max(total, 1))} %</span>;
}

function mostRows({ state }: CompareOpening): number {
  return state.kind === 'done' ? Math.max(state.counts.oldRows, state.counts.newRows) : 0;
}

function stale({ state }: CompareOpening): boolean {
  return state.kind === 'done' && state.stale;
}

function Stale() {
  return (
    <div class="notice">
      A file changed on disk since it was compared. <CompareAct of="again">Compare again</CompareAct>
    </div>
  );
}
