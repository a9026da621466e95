import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../../src/core/profile/excerpt';
import type { ListedRow } from '../../src/protocol/table';
import { Icon } from '../Icon';
import type { PageState } from '../page-state';
import { RichText } from '../text/RichText';
import { STATUS_SIGNS } from './status-signs';
import { rowAt, ROW_HEIGHT, scrollHeight, scrollTopOf, topOf } from './row-window';
import { useRowWindow } from './use-row-window';

interface RowListProps {
  /** Rows in the queue. */
  rows: number;
  /** Number of the row that is read, and its position in the queue where it has one. */
  current: number;
  position: number | null;
  version: number;
  labelledHere: PageState['labelledHere'];
  load: (from: number, count: number) => Promise<ListedRow[]>;
  onPick: (row: number) => void;
}

/** Every row of the queue, however many: only those in sight exist in the page. */
export function RowList(props: RowListProps) {
  const { rows, current, position, version, labelledHere, load, onPick } = props;
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
    if (node && position !== null) keepInView(node, position, rows);
  }, [position, rows]);

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
          {shown.map((at) => {
            const row = loaded.get(at);
            return row ? (
              <RowItem
                key={at}
                row={row}
                labelledHere={labelledHere.get(row.number)}
                current={row.number === current}
                onPick={onPick}
              />
            ) : (
              <li class="row-item" key={at} />
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

interface RowItemProps {
  row: ListedRow;
  labelledHere: { status: ListedRow['status']; flags: number } | undefined;
  current: boolean;
  onPick: (row: number) => void;
}

function RowItem({ row, labelledHere, current, onPick }: RowItemProps) {
  const { status, flags } = labelledHere ?? row;
  const sign = STATUS_SIGNS[status];
  const errors = row.findingCount;
  return (
    <li
      class={`row-item ${current ? 'cur' : ''}`}
      aria-current={current ? 'true' : undefined}
      onClick={() => onPick(row.number)}
    >
      <span class="n num">{(row.number + 1).toLocaleString('en')}</span>
      <span class={`status ${status}`} role="img" aria-label={sign.word} title={sign.word}>
        <Icon name={sign.icon} />
      </span>
      <span class="ex">
        <RowExcerpt excerpt={row.excerpt} />
      </span>
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

function RowExcerpt({ excerpt }: { excerpt: Excerpt }) {
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
