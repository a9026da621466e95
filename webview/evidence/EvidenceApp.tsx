import { useCallback, useEffect, useState } from 'preact/hooks';
import { evidenceActions } from '../../src/protocol/evidence-page';
import type { EvidenceAction } from '../../src/protocol/evidence-page';
import { KeysSheet } from '../forms/KeysSheet';
import { ClassTable } from './ClassTable';
import { EvidenceActing } from './EvidenceAct';
import { EvidenceBar } from './EvidenceBar';
import { EvidenceFooter } from './EvidenceFooter';
import { EvidenceView } from './EvidenceView';
import type { EvidenceSession, EvidenceState } from './evidence-session';
import { FilterBar } from './FilterBar';
import { HitList } from './HitList';
import { NoHits } from './NoHits';
import type { LoadedEvidence } from './loaded-evidence';

interface EvidenceAppProps {
  session: EvidenceSession;
  act: (action: EvidenceAction) => void;
}

/** The whole page: the hits of a check, and what the one in hand rests on. */
export function EvidenceApp({ session, act }: EvidenceAppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(() => setState(session.state));
  }, [session]);
  const hideKeys = useCallback(() => session.hideKeys(), [session]);
  return (
    <EvidenceActing.Provider value={act}>
      <main class="sch evidence">
        <EvidenceBar state={state} />
        {state.hits.length > 0 ? <Hits state={state} session={session} /> : <NoHits state={state} />}
        <EvidenceFooter state={state} current={session.current} />
        {state.keys && <KeysSheet keys={Object.values(evidenceActions)} onClose={hideKeys} />}
      </main>
    </EvidenceActing.Provider>
  );
}

function Hits({ state, session }: { state: EvidenceState; session: EvidenceSession }) {
  const { opening, hits, shown, at, filter, solutions } = state;
  const evidence = asItStands(state);
  const source = evidence && opening.sources[evidence.hit.source];
  return (
    <div class="hits-body">
      <div class="left">
        <ClassTable
          hits={hits}
          chosen={filter.class}
          onChoose={(kind) => session.choose({ ...filter, class: kind })}
        />
        <FilterBar filter={filter} opening={opening} shown={shown.length} all={hits.length} />
        <HitList
          hits={shown}
          at={at}
          kind={opening.kind}
          sources={opening.sources}
          onPick={(place) => session.show(place)}
        />
      </div>
      {shown.length > 0 && evidence && source ? (
        <EvidenceView
          evidence={evidence}
          name={opening.name}
          kind={opening.kind}
          source={source.name}
          version={source.version}
          solutions={solutions}
        />
      ) : (
        <div class="blank">
          {shown.length === 0 && <p>No hit is of this kind: c, d, b, s and u choose others.</p>}
        </div>
      )}
    </div>
  );
}

/** What was said of a hit since its evidence was read is in the list. */
function asItStands({ evidence, hits }: EvidenceState): LoadedEvidence | null {
  return evidence && { ...evidence, hit: hits[evidence.hit.id] ?? evidence.hit };
}
