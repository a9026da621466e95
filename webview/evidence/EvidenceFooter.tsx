import type { ListedHit } from '../../src/protocol/evidence-page';
import { Icon } from '../Icon';
import { EvidenceAct } from './EvidenceAct';
import type { EvidenceState } from './evidence-session';
import { judgementWords, verdictSigns } from './evidence-words';

/** What is asked, and what can be done. Always as high. */
export function EvidenceFooter({ state, current }: { state: EvidenceState; current: ListedHit | null }) {
  const { focused, keys, fault } = state;
  if (!focused && !keys)
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to have them back.</span>
      </footer>
    );
  return (
    <footer class="foot">
      {current ? <Verdicts current={current} /> : <Beginnings opening={state.opening} />}
      <EvidenceAct of="showKeys">All keys</EvidenceAct>
      {fault === null ? (
        <Saved state={state} />
      ) : (
        <span class="r fault" role="alert" title={fault}>
          <Icon name="error" /> {fault}
        </span>
      )}
    </footer>
  );
}

function Verdicts({ current }: { current: ListedHit }) {
  const { judgement, quarantined } = current;
  const sign = judgement ? verdictSigns[judgement.verdict] : null;
  const need = judgement ? judgementWords(judgement) : 'Give a verdict';
  return (
    <>
      <span class="need" title={need} role="status">
        <Icon name={sign?.icon ?? 'circle-large-outline'} /> <span>{need}</span>
      </span>
      <span class="give" role="group" aria-label="Verdict">
        <EvidenceAct of="same" look="secondary" pressed={judgement?.verdict === 'same'}>
          Same problem
        </EvidenceAct>
        <EvidenceAct of="otherNumbers" look="secondary" pressed={judgement?.verdict === 'other-numbers'}>
          Other numbers
        </EvidenceAct>
        <EvidenceAct of="sameSource" look="secondary" pressed={judgement?.verdict === 'same-source'}>
          Same source
        </EvidenceAct>
        <EvidenceAct of="falseAlarm" look="secondary" pressed={judgement?.verdict === 'false-alarm'}>
          False alarm
        </EvidenceAct>
      </span>
      <EvidenceAct of="quarantine" pressed={quarantined}>
        {quarantined ? 'Let in again' : 'Quarantine'}
      </EvidenceAct>
      <EvidenceAct of="undo">Undo</EvidenceAct>
      <EvidenceAct of="exportClean" class="hide-narrow">
        Export clean
      </EvidenceAct>
    </>
  );
}

function Beginnings({ opening: { kind, underWay } }: Pick<EvidenceState, 'opening'>) {
  const running = underWay !== null;
  if (kind === 'duplicate')
    return running ? null : <EvidenceAct of="findDuplicates">Find duplicates</EvidenceAct>;
  return (
    <>
      {!running && <EvidenceAct of="check">Check</EvidenceAct>}
      <EvidenceAct of="addBenchmark">Add a benchmark</EvidenceAct>
    </>
  );
}

function Saved({ state: { saved } }: { state: EvidenceState }) {
  if (!saved) return null;
  return (
    <span class="r saved" role="status" title={saved.words}>
      <Icon name="check" /> {saved.words}, {saved.time.toLocaleTimeString('en-GB')}
    </span>
  );
}
