import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { statusOfRow } from '../../src/core/annotation/labelling';
import type { RowStatus } from '../../src/core/annotation/labelling';
import { decisionsOn } from '../loaded-row';
import type { StandingDecision } from '../../src/protocol/page';
import type { LoadedRow } from '../loaded-row';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { excerptOf } from './excerpt';
import { rowAt, ROW_HEIGHT, scrollHeight, scrollTopOf, topOf } from './row-window';
import { useRowWindow } from './use-row-window';

interface RowListProps {
  rows: number;
  current: number;
  version: number;
  labelledHere: ReadonlyMap<number, StandingDecision[]>;
  load: (from: number, count: number) => Promise<LoadedRow[]>;
  onPick: (row: number) => void;
}

const SIGNS: Record<RowStatus, { icon: string; word: string }> = {
  untouched: { icon: 'circle-large-outline', word: 'not labelled' },
  begun: { icon: 'circle-large', word: 'begun' },
  done: { icon: 'pass', word: 'labelled' },
  skipped: { icon: 'debug-step-over', word: 'skipped' },
  'bad-problem': { icon: 'circle-slash', word: 'bad problem' },
};

/** Every row of the dataset, however many: only those in sight exist in the page. */
export function RowList({ rows, current, version, labelledHere, load, onPick }: RowListProps) {
  const box = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const inSight = Math.ceil(height / ROW_HEIGHT) + 1;
  const first = rowAt(top, rows, height);
  const loaded = useRowWindow(first, inSight, rows, version, load);

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const observer = new ResizeObserver(() => setHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const node = box.current;
    if (node) keepInView(node, current, rows);
  }, [current, rows]);

  const shown = Array.from({ length: Math.min(inSight, rows - first) }, (_, at) => first + at);
  return (
    <nav
      class="rows"
      aria-label="Rows"
      ref={box}
      tabIndex={0}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div class="rows-height" style={{ height: `${scrollHeight(rows)}px` }}>
        <ol style={{ transform: `translateY(${topOf(first, top, rows, height)}px)` }} start={first + 1}>
          {shown.map((number) => (
            <RowItem
              key={number}
              number={number}
              row={loaded.get(number) ?? null}
              labelledHere={labelledHere.get(number)}
              current={number === current}
              onPick={onPick}
            />
          ))}
        </ol>
      </div>
    </nav>
  );
}

interface RowItemProps {
  number: number;
  row: LoadedRow | null;
  labelledHere: StandingDecision[] | undefined;
  current: boolean;
  onPick: (row: number) => void;
}

function RowItem({ number, row, labelledHere, current, onPick }: RowItemProps) {
  const decisions = row ? decisionsOn(labelledHere ?? row.packet.standing, []) : [];
  const status = row ? statusOfRow(row.reading.traces, decisions) : 'untouched';
  const flags = decisions.filter(({ what }) => what === 'flag').length;
  const errors = row?.packet.findings.length ?? 0;
  return (
    <li
      class={`row-item ${current ? 'cur' : ''}`}
      aria-current={current ? 'true' : undefined}
      onClick={() => onPick(number)}
    >
      <span class="n num">{(number + 1).toLocaleString('en')}</span>
      <span class={`status ${status}`} role="img" aria-label={SIGNS[status].word} title={SIGNS[status].word}>
        <Icon name={SIGNS[status].icon} />
      </span>
      <span class="ex">{row && <Excerpt row={row} />}</span>
      <span class="badges">
        {errors > 0 && (
          <span class="badge error" role="img" aria-label={`${errors} findings`} title={`${errors} findings`}>
            <Icon name="error" />
          </span>
        )}
        {flags > 0 && (
          <span class="badge flag" role="img" aria-label={`${flags} flags`} title={`${flags} flags`}>
            <Icon name="tag" />
          </span>
        )}
      </span>
    </li>
  );
}

function Excerpt({ row }: { row: LoadedRow }) {
  const excerpt = excerptOf(row);
  return excerpt.kind === 'text' ? (
    <RichText source={excerpt.source} inline />
  ) : (
    <span class="mut">{excerpt.words}</span>
  );
}

function keepInView(node: HTMLElement, current: number, rows: number): void {
  const height = node.clientHeight;
  const first = rowAt(node.scrollTop, rows, height);
  const whole = Math.floor(height / ROW_HEIGHT);
  if (current > first && current < first + whole) return;
  node.scrollTop = scrollTopOf(current <= first ? current : current - whole + 1, rows, height);
}
