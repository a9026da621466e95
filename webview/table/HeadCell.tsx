import { useRef } from 'preact/hooks';
import type { ColumnSummary, Sort, TableColumn } from '../../src/protocol/table';
import { Icon } from '../Icon';
import { isFixed } from './column-layout';
import { Histogram } from './Histogram';
import { usePointerDrag } from './use-pointer-drag';

/** Pixels by which a key makes a column wider. */
const KEY_STEP = 16;

/** What can be done with a column at its head. */
export interface HeadActs {
  sort(column: string): void;
  /** Drags the right edge by so many pixels; `done` when it is let go. */
  resize(at: number, by: number, done: boolean): void;
  /** Shows where the column would stand with the pointer at `x`; `done` puts it there. */
  drag(column: string, x: number | null, done: boolean): void;
  /** Moves the column by one place. */
  move(at: number, by: 1 | -1): void;
  showFacets(column: TableColumn, head: HTMLElement): void;
  focus(at: number): void;
  leave(): void;
}

interface HeadCellProps {
  column: TableColumn;
  /** 0-based, among the columns in sight. */
  at: number;
  summary: ColumnSummary | undefined;
  sort: Sort | null;
  query: string;
  inTabOrder: boolean;
  canResize: boolean;
  /** A dragged column would come here. */
  target: boolean;
  acts: HeadActs;
}

/** A column's head: its title and order, how its values are spread, and what they are in words. */
export function HeadCell(props: HeadCellProps) {
  const { column, at, summary, sort, query, inTabOrder, canResize, target, acts } = props;
  const cell = useRef<HTMLDivElement>(null);
  const order = orderOf(column, sort);
  const values = summary !== undefined && hasValues(summary);
  const moving = usePointerDrag({
    onMove: (_by, x) => acts.drag(column.id, x, false),
    onDrop: (_by, x) => acts.drag(column.id, x, true),
    onEnd: () => acts.drag(column.id, null, false),
  });
  const sortable = isSortable(column);
  const sortRows = () => sortable && acts.sort(column.id);
  const showFacets = () => cell.current && acts.showFacets(column, cell.current);
  const keys: Record<string, () => unknown> = {
    Enter: sortRows,
    ' ': sortRows,
    ArrowDown: showFacets,
    ArrowLeft: () => acts.focus(at - 1),
    ArrowRight: () => acts.focus(at + 1),
    Escape: () => acts.leave(),
    'Alt+ArrowLeft': () => acts.resize(at, -KEY_STEP, true),
    'Alt+ArrowRight': () => acts.resize(at, KEY_STEP, true),
    'Alt+Shift+ArrowLeft': () => acts.move(at, -1),
    'Alt+Shift+ArrowRight': () => acts.move(at, 1),
  };
  return (
    <div
      ref={cell}
      class={`${sortable ? '' : 'unsorted'} ${column.kind === 'number' ? 'nh' : ''} ${isFixed(column.id) ? 'fixed' : ''} ${target ? 'target' : ''}`}
      role="columnheader"
      data-column={column.id}
      tabIndex={inTabOrder ? 0 : -1}
      aria-colindex={at + 2}
      aria-sort={sortable ? (order ?? 'none') : undefined}
      title={`${column.title}: ${sortable ? 'sort ↵, ' : ''}${values ? 'values ↓, ' : ''}width ⌥← ⌥→${isFixed(column.id) ? '' : ', place ⌥⇧← ⌥⇧→'}`}
      {...moving.handlers}
      onClick={() => moving.dragged.current || sortRows()}
      onKeyDown={(event) => {
        const act = keys[`${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`];
        if (!act || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation(); // the key is not the rows', nor VS Code's
        act();
      }}
    >
      <span class="title">
        <b>{column.title}</b>
        {order && <Icon name={order === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
      </span>
      {summary && summary.bars.length > 0 ? (
        <span class="spread" onPointerDown={kept} onClick={pressed(showFacets)}>
          <Histogram bars={summary.bars} query={query} />
        </span>
      ) : (
        <span class="spread none" />
      )}
      <span class="cap" title={summary?.caption}>
        {summary?.caption}
      </span>
      {values && (
        <span class="values" aria-hidden="true" onPointerDown={kept} onClick={pressed(showFacets)}>
          <Icon name="chevron-down" />
        </span>
      )}
      {canResize && <Grip at={at} acts={acts} />}
    </div>
  );
}

function Grip({ at, acts }: { at: number; acts: HeadActs }) {
  const { handlers } = usePointerDrag({
    onMove: (by) => acts.resize(at, by, false),
    onDrop: (by) => acts.resize(at, by, true),
    onEnd: () => acts.resize(at, 0, false),
  });
  return (
    <span
      class="grip"
      aria-hidden="true"
      {...handlers}
      onPointerDown={(event) => {
        kept(event);
        handlers.onPointerDown(event);
      }}
      onClick={kept}
    />
  );
}

/** What is done to a part of the head is not also done to the head. */
function kept(event: Event): void {
  event.stopPropagation();
}

function pressed(act: () => void) {
  return (event: Event) => {
    kept(event);
    act();
  };
}

function orderOf({ id }: TableColumn, sort: Sort | null): 'ascending' | 'descending' | null {
  const { column, descending } = sort ?? { column: 'row', descending: false };
  if (column !== id) return null;
  return descending ? 'descending' : 'ascending';
}

/** What people and checks say of a row is found by a query (`label:none`), not sorted by. */
function isSortable({ id }: TableColumn): boolean {
  return id !== 'labels' && id !== 'findings' && id !== 'flags';
}

function hasValues({ facets, bars }: ColumnSummary): boolean {
  return facets.length + bars.length > 0;
}
