import { useRef } from 'preact/hooks';
import type { EvidenceOpening, ListedHit } from '../../src/protocol/evidence-page';
import { Icon } from '../Icon';
import { useRowScroll } from '../rows/use-row-scroll';
import { itemWords, judgementWords, verdictSigns } from './evidence-words';

interface HitListProps {
  hits: ListedHit[];
  at: number;
  /** By their places; said of each hit where there are several. */
  sources: readonly { name: string }[];
  kind: EvidenceOpening['kind'];
  onPick: (at: number) => void;
}

/** The hits that are shown, however many: only those in sight exist in the page. */
export function HitList({ hits, at, sources, kind, onPick }: HitListProps) {
  const box = useRef<HTMLElement>(null);
  const scroll = useRowScroll(box, hits.length, at);
  const { first, inSight } = scroll;
  return (
    <nav class="rows hits" aria-label="Hits" ref={box} tabIndex={0} onScroll={scroll.onScroll}>
      <div class="rows-height" style={{ height: `${scroll.scrollHeight}px` }}>
        <ol style={{ transform: `translateY(${scroll.top}px)` }} start={first + 1}>
          {hits.slice(first, first + inSight).map((hit, place) => (
            <li
              key={hit.id}
              class={`row-item ${first + place === at ? 'cur' : ''}`}
              aria-current={first + place === at ? 'true' : undefined}
              onClick={() => onPick(first + place)}
            >
              <HitItem hit={hit} kind={kind} source={sources[hit.source]?.name ?? ''} />
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

function HitItem({ hit, kind, source }: { hit: ListedHit; kind: EvidenceOpening['kind']; source: string }) {
  const { row, item, class: how, judgement, quarantined, group } = hit;
  const name = kind === 'duplicate' ? `${source} ${itemWords(kind, item)}` : `${source} ${item}`;
  return (
    <>
      <VerdictSign judgement={judgement} />
      <span class="what">
        <span class="line">
          <b class="num">Row {(row + 1).toLocaleString('en')}</b>
          {quarantined && (
            <span class="quarantined" role="img" aria-label="in quarantine" title="in quarantine">
              <Icon name="lock" />
            </span>
          )}
          <span class="item-name mut" title={`${source}, ${itemWords(kind, item)}`}>
            <bdi dir="ltr">{name}</bdi>
          </span>
        </span>
        <span class="line mut">
          <span>{how}</span>
          <span class="r num">{group ? groupWords(hit) : scoreWords(hit)}</span>
        </span>
      </span>
    </>
  );
}

function scoreWords({ score, decision }: ListedHit): string {
  return `${score?.toFixed(3) ?? ''} ${decision}`;
}

function groupWords({ group }: ListedHit): string {
  if (!group) return '';
  const leak = group.leak ? ', several splits' : '';
  const stays = group.stays ? ', stays' : '';
  return `group ${(group.number + 1).toLocaleString('en')}${leak}${stays}`;
}

function VerdictSign({ judgement }: Pick<ListedHit, 'judgement'>) {
  const sign = judgement ? verdictSigns[judgement.verdict] : null;
  const words = judgement ? judgementWords(judgement) : 'not judged';
  return (
    <span class={`verdict-sign ${sign?.tone ?? 'open'}`} role="img" aria-label={words} title={words}>
      <Icon name={sign?.icon ?? 'circle-large-outline'} />
    </span>
  );
}
