import { useCallback, useEffect, useState } from 'preact/hooks';
import { conceptActions } from '../../src/protocol/concept-page';
import type { ConceptAction } from '../../src/protocol/concept-page';
import { Busy, Tabs } from '../controls';
import { KeysSheet } from '../forms/KeysSheet';
import { Icon } from '../Icon';
import { ConceptAct, ConceptActing } from './ConceptAct';
import { ConceptDetail } from './ConceptDetail';
import { ConceptGraph } from './ConceptGraph';
import { ConceptList } from './ConceptList';
import { ConceptMatrix } from './ConceptMatrix';
import type { ConceptSession, ConceptState } from './concept-session';

interface ConceptAppProps {
  session: ConceptSession;
  act: (action: ConceptAction) => void;
}

/** The whole page: bars, the list of concepts, the picture or the matrix, and the concept in hand. */
export function ConceptApp({ session, act }: ConceptAppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(() => setState(session.state));
  }, [session]);
  const choose = useCallback((place: number) => session.choose(place), [session]);
  const hideKeys = useCallback(() => session.hideKeys(), [session]);
  const { opening, view, list, keys } = state;
  return (
    <ConceptActing.Provider value={act}>
      <main class="sch concepts">
        <ConceptBar state={state} act={act} />
        {opening.report && list.length > 0 ? (
          <div class="body">
            <ConceptList list={list} chosen={state.chosen} onChoose={choose} />
            {view === 'graph' ? (
              <ConceptGraph state={state} session={session} />
            ) : (
              <ConceptMatrix state={state} session={session} report={opening.report} />
            )}
            <ConceptDetail state={state} session={session} />
          </div>
        ) : (
          <Nothing state={state} />
        )}
        <ConceptFooter state={state} />
        {keys && <KeysSheet keys={Object.values(conceptActions)} onClose={hideKeys} />}
      </main>
    </ConceptActing.Provider>
  );
}

const VIEWS = [
  {
    id: 'graph' as const,
    title: conceptActions.viewGraph.title,
    content: (
      <>
        Graph <kbd>1</kbd>
      </>
    ),
  },
  {
    id: 'matrix' as const,
    title: conceptActions.viewMatrix.title,
    content: (
      <>
        Matrix <kbd>2</kbd>
      </>
    ),
  },
];

function ConceptBar({ state, act }: { state: ConceptState; act: (action: ConceptAction) => void }) {
  const { opening, view, graph, list } = state;
  const { report } = opening;
  return (
    <header class="top">
      <Tabs
        label="View"
        chosen={view}
        tabs={VIEWS}
        onChoose={(chosen) => act(chosen === 'graph' ? 'viewGraph' : 'viewMatrix')}
      />
      <b>{opening.name}</b>
      {report && (
        <span class="mut num">
          {list.length.toLocaleString('en')} of {report.entries.length.toLocaleString('en')} entries used in{' '}
          {report.rowsWithAny.toLocaleString('en')} of {report.rows.toLocaleString('en')} rows
        </span>
      )}
      {view === 'graph' && graph.leftOut > 0 && (
        <span class="mut hide-narrow">{graph.leftOut.toLocaleString('en')} more in the list only</span>
      )}
    </header>
  );
}

function ConceptFooter({ state: { focused, keys, view, opening, fault } }: { state: ConceptState }) {
  if (!focused && !keys)
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to have them back.</span>
      </footer>
    );
  return (
    <footer class="foot">
      <ConceptAct of="findRows">Rows</ConceptAct>
      <ConceptAct of="next">Next</ConceptAct>
      <ConceptAct of="previous">Previous</ConceptAct>
      {view === 'graph' && (
        <>
          <ConceptAct of="zoomIn" class="hide-narrow">
            Enlarge
          </ConceptAct>
          <ConceptAct of="zoomOut" class="hide-narrow">
            Shrink
          </ConceptAct>
          <ConceptAct of="fit" class="hide-narrow">
            All
          </ConceptAct>
        </>
      )}
      <ConceptAct of="again">Count again</ConceptAct>
      <ConceptAct of="showKeys">All keys</ConceptAct>
      {fault !== null && (
        <span class="r fault" role="alert">
          <Icon name="error" /> {fault}
        </span>
      )}
      {fault === null && opening.stale && opening.report && (
        <span class="r mut" role="status">
          <Icon name="warning" /> The dataset changed since these counts.
        </span>
      )}
    </footer>
  );
}

/** Why there is nothing to see, and what to do. */
function Nothing({ state: { opening } }: { state: ConceptState }) {
  if (opening.failure !== null)
    return (
      <div class="blank">
        <p role="alert">The rows could not be counted: {opening.failure}</p>
      </div>
    );
  if (!opening.report)
    return (
      <div class="blank">
        <Busy>Counting concepts</Busy>
      </div>
    );
  return (
    <div class="blank">
      <p>No row of {opening.name} uses a concept.</p>
      <p class="mut">
        Put a library beside it, such as concepts.jsonl with an id and a name a row, or tag rows with the key
        c.
      </p>
    </div>
  );
}
