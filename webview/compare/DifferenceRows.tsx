import { useRef } from 'preact/hooks';
import { placeOf } from '../../src/core/compare/field-diff';
import { pathText } from '../../src/core/row/json';
import { useRowScroll } from '../rows/use-row-scroll';
import { RichText } from '../text/RichText';
import { excerptOf } from '../../src/core/profile/excerpt';
import { KindIcon } from './kind-signs';
import type { LoadedDifference, LoadedSide } from './loaded-difference';
import { useDifferenceWindow } from './use-difference-window';

interface DifferenceRowsProps {
  /** The most rows that a version has: what the column of numbers must hold. */
  rows: number;
  total: number;
  at: number;
  version: number;
  load: (from: number, count: number) => Promise<LoadedDifference[]>;
  onPick: (at: number) => void;
}

/** Every difference, however many: only those in sight exist in the page. */
export function DifferenceRows({ rows, total, at, version, load, onPick }: DifferenceRowsProps) {
  const box = useRef<HTMLElement>(null);
  const scroll = useRowScroll(box, total, at);
  const { first, inSight } = scroll;
  const loaded = useDifferenceWindow(first, inSight, total, version, load);
  const shown = Array.from({ length: inSight }, (_, place) => first + place);
  return (
    <nav
      class="rows"
      style={{ '--w-row': `${rows.toLocaleString('en').length + 2}ch` }}
      aria-label="Differences"
      ref={box}
      tabIndex={0}
      onScroll={scroll.onScroll}
    >
      <div class="rows-height" style={{ height: `${scroll.scrollHeight}px` }}>
        <ol style={{ transform: `translateY(${scroll.top}px)` }} start={first + 1}>
          {shown.map((place) => (
            <li
              key={place}
              class={`row-item ${place === at ? 'cur' : ''}`}
              aria-current={place === at ? 'true' : undefined}
              onClick={() => onPick(place)}
            >
              <Item difference={loaded.get(place) ?? null} />
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

function Item({ difference }: { difference: LoadedDifference | null }) {
  if (!difference) return null;
  const { kind, older, newer, id } = difference;
  const side = newer ?? older;
  const excerpt = side && <Excerpt side={side} />;
  return (
    <>
      <KindIcon kind={kind} named />
      <span class="n num">
        {rowNumber(side)}
        {older && newer && older.number !== newer.number && <span class="from">{rowNumber(older)}</span>}
      </span>
      <span class="what">
        {kind === 'changed' || id !== null ? (
          <>
            {id === null ? (
              <span class="line">{excerpt}</span>
            ) : (
              <span class="line id" title={id}>
                <bdi dir="ltr">{id}</bdi>
              </span>
            )}
            <span class="line">{kind === 'changed' ? <Fields difference={difference} /> : excerpt}</span>
          </>
        ) : (
          <span class="lines">{excerpt}</span>
        )}
      </span>
    </>
  );
}

/** Which fields changed, as many as a line holds. */
function Fields({ difference: { changes, older, newer } }: { difference: LoadedDifference }) {
  if (!changes)
    return <span class="mut">{older?.cut || newer?.cut ? 'a long row' : 'text that is not JSON'}</span>;
  if (changes.length === 0) return <span class="mut">same value, other bytes</span>;
  const names = changes.slice(0, 12).map((change) => pathText(placeOf(change)) || 'the whole row');
  return (
    <code class="mut" title={names.join('\n')}>
      {names.join(', ')}
    </code>
  );
}

function Excerpt({ side }: { side: LoadedSide }) {
  const excerpt = excerptOf(side.parsed, side.reading, side.cut);
  return excerpt.kind === 'text' ? (
    <span class="ex">
      <RichText source={excerpt.source} inline />
    </span>
  ) : (
    <span class="mut">{excerpt.words}</span>
  );
}

function rowNumber(side: LoadedSide | null): string {
  return side ? (side.number + 1).toLocaleString('en') : '';
}
