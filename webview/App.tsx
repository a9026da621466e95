import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Action } from '../src/protocol/actions';
import { Acting } from './acting';
import { EditForms } from './edit/EditForms';
import { FlagForm } from './forms/FlagForm';
import { KeysSheet } from './forms/KeysSheet';
import { Footer } from './frame/Footer';
import { TopBar } from './frame/TopBar';
import { slicesOf } from './reading/read-slices';
import { RowView } from './reading/RowView';
import { RowList } from './rows/RowList';
import type { Session } from './session';
import type { TableSession } from './table-session';

interface AppProps {
  session: Session;
  table: TableSession;
  act: (action: Action) => void;
}

/** The whole page: bars, row list, reading view, forms. */
export function App({ session, table, act }: AppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => session.onChange(() => setState(session.state)), [session]);
  const load = useCallback((from: number, count: number) => table.list(from, count), [table]);
  const pick = useCallback((row: number) => void session.show(row), [session]);
  const readSlice = useMemo(() => slicesOf(session), [session]);
  const close = useCallback(() => session.setDialog(null), [session]);
  const { row, number, progress, queue, shown } = state;
  const { traces } = session;
  return (
    <Acting.Provider value={act}>
      <main class="sch">
        <TopBar state={state} />
        <div class={`body ${shown.rows ? 'with-rows' : 'without-rows'}`}>
          <RowList
            rows={queue.rows}
            current={number}
            position={row?.packet.number === number ? row.packet.position : null}
            version={state.listVersion}
            labelledHere={state.labelledHere}
            load={load}
            onPick={pick}
          />
          {row ? (
            <RowView
              {...state}
              row={row}
              traces={traces}
              readSlice={readSlice}
              onPick={({ trace, step }) => session.move({ trace, step })}
            />
          ) : (
            <Empty rows={progress.rows} complete={progress.complete} />
          )}
        </div>
        <Footer state={state} traces={traces} />
        {state.dialog === 'flag' && (
          <FlagForm about={aboutTarget(session)} onFlag={(flag) => void session.flag(flag)} onClose={close} />
        )}
        <EditForms session={session} onClose={close} />
        {state.dialog === 'keys' && <KeysSheet onClose={close} />}
      </main>
    </Acting.Provider>
  );
}

/** Nothing to read: says why, and what to do. */
function Empty({ rows, complete }: { rows: number; complete: boolean }) {
  if (!complete || rows > 0) return <div class="reading" />;
  return (
    <div class="reading empty">
      <p>This file has no rows yet.</p>
      <p class="mut">A dataset has one JSON object a line. Rows appear here as soon as the file has some.</p>
    </div>
  );
}

function aboutTarget(session: Session): string {
  const target = session.targetAtCursor();
  if (target.kind === 'row') return `row ${session.state.number + 1}`;
  const letter = String.fromCharCode(65 + session.state.cursor.trace);
  return target.kind === 'trace' ? `trace ${letter}` : `step ${target.step + 1} of trace ${letter}`;
}
