import { useRef } from 'preact/hooks';
import type { ListedHit } from '../../src/protocol/evidence-page';
import { Icon } from '../Icon';
import { useRowScroll } from '../rows/use-row-scroll';
import { judgementWords, verdictSigns } from './evidence-words';

interface HitListProps {
  hits: ListedHit[];
  at: number;
  /** By their places; said of each hit where there are several. */
  benchmarks: readonly { name: string }[];
  onPick: (at: number) => void;
}

/** The hits that are shown, however many: only those in sight exist in the page. */
export function HitList({ hits, at, benchmarks, onPick }: HitListProps) {
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
              <HitItem hit={hit} benchmark={benchmarks[hit.benchmark]?.name ?? ''} />
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

function HitItem({ hit, benchmark }: { hit: ListedHit; benchmark: string }) {
  const { row, item, class: kind, score, decision, judgement, quarantined } = hit;
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
          <span class="item-name mut" title={`${benchmark}, item ${item}`}>
            <bdi dir="ltr">
              {benchmark} {item}
            </bdi>
          </span>
        </span>
        <span class="line mut">
          <span>{kind}</span>
          <span class="r num">
            {score.toFixed(3)} {decision}
          </span>
        </span>
      </span>
    </>
  );
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
