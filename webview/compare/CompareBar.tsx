import type { SideName } from '../../src/protocol/compare-page';
import { CompareAct } from './CompareAct';
import type { CompareState } from './compare-session';
import { KindIcon, kindSigns } from './kind-signs';

/** What is compared, how many rows differ and how, and the way through them. */
export function CompareBar({ state }: { state: CompareState }) {
  const { opening, kinds, at, total } = state;
  const { older, newer, state: comparison } = opening;
  return (
    <header class="top">
      <span class="sides">
        <SideLabel side={older} named />
        <span class="mut" role="img" aria-label="compared with">
          ↔
        </span>
        <SideLabel side={newer} named={older.name !== newer.name} />
      </span>
      {comparison.kind === 'done' &&
        kindSigns.map(({ kind, word, action }) => (
          <CompareAct
            of={action}
            class={`count ${kinds.includes(kind) ? 'on' : ''}`}
            pressed={kinds.includes(kind)}
          >
            <KindIcon kind={kind} />
            <span class="num">{comparison.counts[kind].toLocaleString('en')}</span>
            <span class="word">{word}</span>
          </CompareAct>
        ))}
      <span class="num place">
        {total > 0 && (
          <>
            {(at + 1).toLocaleString('en')} <span class="mut">of {total.toLocaleString('en')}</span>
          </>
        )}
      </span>
      <CompareAct of="previous" class="hide-small">
        Previous
      </CompareAct>
      <CompareAct of="next" class="hide-small">
        Next
      </CompareAct>
    </header>
  );
}

/** A version of a file: its name once when both have the same. */
function SideLabel({ side: { name, version }, named }: { side: SideName; named: boolean }) {
  return (
    <span class="side" title={`${name}, ${version}`}>
      {named && <b>{name}</b>} <span class="mut">{version}</span>
    </span>
  );
}
