import { useMemo, useRef, useState } from 'preact/hooks';
import type { PageState } from '../page-state';
import type { ColumnLayout } from './column-layout';
import { moved, resized } from './column-layout';
import { HeadCell } from './HeadCell';
import type { HeadActs } from './HeadCell';
import type { TableColumn } from '../../src/protocol/table';

interface TableHeadProps {
  layout: ColumnLayout;
  state: PageState;
  onSort: (column: string) => void;
  /** Columns as they are drawn while one is dragged; null once it is let go. */
  onDraft: (columns: TableColumn[] | null) => void;
  /** Widths of the columns in sight changed. */
  onWidths: (columns: TableColumn[]) => void;
  /** One column goes to where another stands. */
  onMove: (column: string, to: string) => void;
  onFacets: (column: TableColumn, head: HTMLElement) => void;
  onLeave: () => void;
}

/** The heads of the columns. One is in the tab order; arrows go from one to the next. */
export function TableHead(props: TableHeadProps) {
  const { layout, state } = props;
  const { queue, statistics } = state;
  const row = useRef<HTMLDivElement>(null);
  const [inHand, setInHand] = useState(0);
  const [target, setTarget] = useState<string | null>(null);
  const before = useRef<ColumnLayout | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const acts = useMemo(() => headActs(latest, row, before, setInHand, setTarget), []);
  const last = layout.columns.length - 1;
  return (
    <div class="tr th" role="row" aria-rowindex={1} ref={row}>
      <span class="select fixed" role="columnheader" aria-colindex={1} aria-label="Selected" />
      {layout.columns.map((column, at) => (
        <HeadCell
          key={column.id}
          column={column}
          at={at}
          summary={statistics.byColumn.get(column.id)}
          sort={queue.sort}
          query={queue.query}
          inTabOrder={at === Math.min(inHand, last)}
          canResize={!(layout.filled && at === last)}
          target={target === column.id}
          acts={acts}
        />
      ))}
      {statistics.share > 0 && statistics.share < 1 && (
        <progress class="line" max={1} value={statistics.share} aria-label="Columns counted" />
      )}
    </div>
  );
}

function headActs(
  latest: { current: TableHeadProps },
  row: { current: HTMLElement | null },
  before: { current: ColumnLayout | null },
  setInHand: (at: number) => void,
  setTarget: (column: string | null) => void,
): HeadActs {
  const cells = () => Array.from(row.current?.querySelectorAll<HTMLElement>('[data-column]') ?? []);
  const focus = (at: number) => {
    const cell = cells()[at];
    if (!cell) return;
    setInHand(at);
    cell.focus();
  };
  const under = (x: number) =>
    cells().find((cell) => x < cell.getBoundingClientRect().right)?.dataset['column'] ?? null;
  return {
    focus,
    sort: (column) => latest.current.onSort(column),
    leave: () => latest.current.onLeave(),
    showFacets: (column, head) => latest.current.onFacets(column, head),
    resize: (at, by, done) => {
      before.current ??= latest.current.layout;
      const columns = resized(before.current, at, by);
      if (done) latest.current.onWidths(columns);
      latest.current.onDraft(done || by === 0 ? null : columns);
      if (done || by === 0) before.current = null;
    },
    drag: (column, x, done) => {
      const to = x === null ? null : under(x);
      const moves =
        to !== null && moved(latest.current.layout.columns, column, to) !== latest.current.layout.columns;
      setTarget(moves && !done ? to : null);
      if (moves && done) latest.current.onMove(column, to);
    },
    move: (at, by) => {
      const { columns } = latest.current.layout;
      const [column, to] = [columns[at], columns[at + by]];
      if (!column || !to || moved(columns, column.id, to.id) === columns) return;
      latest.current.onMove(column.id, to.id);
      setInHand(at + by);
      requestAnimationFrame(() => focus(at + by));
    },
  };
}
