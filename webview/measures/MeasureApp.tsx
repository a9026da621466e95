import { useCallback, useEffect, useState } from 'preact/hooks';
import { measureActions } from '../../src/protocol/measure-page';
import type { MeasureAction } from '../../src/protocol/measure-page';
import { Busy } from '../controls';
import { KeysSheet } from '../forms/KeysSheet';
import { Icon } from '../Icon';
import { MeasureAct, MeasureActing } from './MeasureAct';
import { MeasureBody } from './MeasureBody';
import type { MeasureSession, MeasureState } from './measure-session';

interface MeasureAppProps {
  session: MeasureSession;
  act: (action: MeasureAction) => void;
}

const KEYS = Object.values(measureActions);

/** The whole page: what the dataset's rows measure, in charts with their numbers. */
export function MeasureApp({ session, act }: MeasureAppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(() => setState(session.state));
  }, [session]);
  const hideKeys = useCallback(() => session.hideKeys(), [session]);
  const { report } = state.opening;
  return (
    <MeasureActing.Provider value={act}>
      <main class="sch measures">
        <MeasureBar state={state} />
        {report ? <MeasureBody report={report} state={state} session={session} /> : <Waiting state={state} />}
        <MeasureFooter state={state} />
        {state.keys && <KeysSheet keys={KEYS} onClose={hideKeys} />}
      </main>
    </MeasureActing.Provider>
  );
}

function MeasureBar({ state: { opening } }: { state: MeasureState }) {
  const { report, underWay, name } = opening;
  return (
    <header class="top">
      <b>{name}</b>
      {report && (
        <span class="mut num">
          {report.judged.toLocaleString('en')} of {report.rows.toLocaleString('en')} rows say whether a try is
          right
        </span>
      )}
      {underWay !== null && (
        <span class="r">
          <Busy>{Math.floor(100 * underWay)} %</Busy>
        </span>
      )}
    </header>
  );
}

function Waiting({ state: { opening } }: { state: MeasureState }) {
  return (
    <div class="blank">
      {opening.failure === null ? (
        <Busy>Measuring</Busy>
      ) : (
        <p role="alert">The rows could not be measured: {opening.failure}</p>
      )}
    </div>
  );
}

function MeasureFooter({ state: { focused, keys, opening, fault } }: { state: MeasureState }) {
  if (!focused && !keys)
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to have them back.</span>
      </footer>
    );
  const trouble = fault ?? (opening.report ? opening.failure : null);
  return (
    <footer class="foot">
      <MeasureAct of="next">Next</MeasureAct>
      <MeasureAct of="previous">Previous</MeasureAct>
      <span class="mut">
        Rows of a number <kbd>↵</kbd>
      </span>
      <MeasureAct of="again">Measure again</MeasureAct>
      <MeasureAct of="showKeys">All keys</MeasureAct>
      {trouble !== null && (
        <span class="r fault" role="alert">
          <Icon name="error" /> {trouble}
        </span>
      )}
      {trouble === null && opening.stale && (
        <span class="r mut" role="status">
          <Icon name="warning" /> The dataset changed since.
        </span>
      )}
    </footer>
  );
}
