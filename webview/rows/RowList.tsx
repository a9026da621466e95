import { useRef } from 'preact/hooks';
import type { Excerpt } from '../../src/core/profile/excerpt';
import type { RowPass } from '../../src/core/queue/queue-order';
import type { ListedRow } from '../../src/protocol/table';
import { Icon } from '../Icon';
import type { PageState } from '../page-state';
import { RichText } from '../text/RichText';
import { FindingsBadge } from './FindingsBadge';
import { STATUS_SIGNS } from './status-signs';
import { useRowScroll } from './use-row-scroll';
import { useRowWindow } from './use-row-window';

interface RowListProps {
  /** Rows in the queue. */
  rows: number;
  /** The row that is read, and its position in the queue where it has one. */
  current: RowPass;
  position: number | null;
  version: number;
  labelledHere: PageState['labelledHere'];
  load: (from: number, count: number) => Promise<ListedRow[]>;
  onPick: (row: RowPass) => void;
}

/** Every row of the queue, however many: only those in sight exist in the page. */
export function RowList(props: RowListProps) {
  const { rows, current, position, version, labelledHere, load, onPick } = props;
  const box = useRef<HTMLElement>(null);
  const scroll = useRowScroll(box, rows, position);
  const { first, inSight } = scroll;
  const loaded = useRowWindow(first, inSight, rows, version, load);
  const shown = Array.from({ length: inSight }, (_, at) => first + at);
  return (
    <nav class="rows" aria-label="Rows" ref={box} tabIndex={0} onScroll={scroll.onScroll}>
      <div class="rows-height" style={{ height: `${scroll.scrollHeight}px` }}>
        <ol style={{ transform: `translateY(${scroll.top}px)` }} start={first + 1}>
          {shown.map((at) => {
            const row = loaded.get(at);
            return row ? (
              <RowItem
                key={at}
                row={row}
                labelledHere={row.again ? undefined : labelledHere.get(row.number)}
                current={row.number === current.number && row.again === current.again}
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
  onPick: (row: RowPass) => void;
}

function RowItem({ row, labelledHere, current, onPick }: RowItemProps) {
  const { status, flags } = labelledHere ?? row;
  const sign = STATUS_SIGNS[status];
  return (
    <li
      class={`row-item ${current ? 'cur' : ''}`}
      aria-current={current ? 'true' : undefined}
      onClick={() => onPick(row)}
    >
      <span class="n num">{(row.number + 1).toLocaleString('en')}</span>
      <span class={`status ${status}`} role="img" aria-label={sign.word} title={sign.word}>
        <Icon name={sign.icon} />
      </span>
      <span class="ex">
        <RowExcerpt excerpt={row.excerpt} />
      </span>
      <span class="badges">
        <FindingsBadge count={row.findingCount} listed={row.findings} />
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
    <RichText source={excerpt.source} field="problem" inline />
  ) : (
    <span class="mut">{excerpt.words}</span>
  );
}
