import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TableColumn } from '../../src/protocol/table';
import type { PageState } from '../page-state';
import { useRowScroll } from '../rows/use-row-scroll';
import { ROW_HEIGHT } from '../rows/row-window';
import { useRowWindow } from '../rows/use-row-window';
import type { TableSession } from '../table-session';
import { columnsInSight, layoutOf, moved, numberWidth, SELECT_WIDTH, withWidths } from './column-layout';
import { EmptyTable } from './EmptyTable';
import { FacetMenu } from './FacetMenu';
import { hasTerm, withoutTerm, withTerm } from '../../src/core/query/query-terms';
import { TableHead } from './TableHead';
import { rowElementId, TableRowView } from './TableRowView';
import { useBoxWidth } from './use-box-width';
import { useTableKeys } from './use-table-keys';
import { pressRow } from './press-row';

/** Height of the columns' heads in CSS pixels, as the style has it. */
const HEAD_HEIGHT = 76;
const MENU_WIDTH = 296;
/** A cursor that stays this long on a row may be about to open it. */
const AT_REST_MS = 150;

/** Many rows, one a line of fixed height. The focus stays on the grid; its cursor is the page's. */
export function TableView({ state, table }: { state: PageState; table: TableSession }) {
  const { queue, position, selected, listVersion, labelledHere, opening } = state;
  const box = useRef<HTMLDivElement>(null);
  const { columns, layout, setDraft } = useColumns(box, state.columns, numberWidth(state.progress.rows), {
    chosen: table.columnsChosen,
  });
  const scroll = useRowScroll(box, queue.rows, position, HEAD_HEIGHT);
  const load = useCallback(
    async (from: number, count: number) => {
      const asked = table.columnIds;
      return (await table.list(from, count, asked)).map((row) => ({ ...row, asked }));
    },
    [table],
  );
  const loaded = useRowWindow(scroll.first, scroll.inSight, queue.rows, listVersion, load);
  const [menu, setMenu] = useState<{ column: TableColumn; left: number } | null>(null);
  const focus = () => box.current?.focus({ preventScroll: true });
  useTableKeys(box);
  useEffect(() => {
    const timer = setTimeout(() => void table.prepareRow(), AT_REST_MS);
    return () => clearTimeout(timer);
  }, [table, position, listVersion]);
  useLayoutEffect(() => {
    table.pageLength = Math.floor(scroll.height / ROW_HEIGHT);
  }, [table, scroll.height]);

  const closeMenu = () => {
    setMenu(null);
    focus();
  };
  const summary = menu && state.statistics.byColumn.get(menu.column.id);
  const everyRow = queue.query === '' && queue.sort === null;
  const shown = Array.from({ length: scroll.inSight }, (_, at) => scroll.first + at);
  return (
    <div class="table">
      <div
        class="grid"
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={`Rows of ${opening.name}`}
        aria-rowcount={queue.rows + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={shown.includes(position) ? rowElementId(position) : undefined}
        style={{ '--cols': [SELECT_WIDTH, ...layout.widths].map((width) => `${width}px`).join(' ') }}
        onScroll={scroll.onScroll}
        onClick={(event) => pressRow(table, event)}
        onDblClick={(event) => pressRow(table, event)}
      >
        <TableHead
          layout={layout}
          state={state}
          onSort={(column) => void table.sortBy(column)}
          onDraft={setDraft}
          onWidths={(changed) => table.setColumns(withWidths(state.columns, changed))}
          onMove={(column, to) => table.setColumns(moved(state.columns, column, to))}
          onFacets={(column, head) => setMenu({ column, left: menuLeft(head, box.current) })}
          onLeave={focus}
        />
        <div class="grid-rows" role="rowgroup" style={{ height: `${scroll.scrollHeight}px` }}>
          <div role="presentation" class="window" style={{ transform: `translateY(${scroll.top}px)` }}>
            {shown.map((at) => {
              const row = loaded.get(at);
              return (
                <TableRowView
                  key={at}
                  row={row}
                  position={at}
                  number={row?.number ?? (everyRow ? at : null)}
                  columns={columns}
                  main={columns[layout.main]}
                  current={at === position}
                  selected={row !== undefined && selected.has(row.number)}
                  flags={row ? (labelledHere.get(row.number)?.flags ?? null) : null}
                />
              );
            })}
          </div>
        </div>
      </div>
      {queue.rows === 0 && <EmptyTable state={state} />}
      {menu && summary && (
        <FacetMenu
          column={menu.column}
          summary={summary}
          query={queue.query}
          left={menu.left}
          onChoose={(term) => void table.setQuery(toggled(queue.query, term))}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}

/** The columns in sight, and their widths; while one is dragged, as they would be. */
function useColumns(
  box: { current: HTMLElement | null },
  all: TableColumn[],
  forNumber: number,
  choice: { chosen: boolean },
) {
  const width = useBoxWidth(box);
  const [draft, setDraft] = useState<TableColumn[] | null>(null);
  useEffect(() => setDraft(null), [all]);
  const fitting = columnsInSight(all, width, choice);
  const columns = useMemo(() => fitting, [all, fitting.map(({ id }) => id).join('\n')]);
  const layout = useMemo(
    () => layoutOf(draft ?? columns, width, forNumber),
    [draft, columns, width, forNumber],
  );
  return { columns, layout, setDraft };
}

function toggled(query: string, term: string): string {
  return hasTerm(query, term) ? withoutTerm(query, term) : withTerm(query, term);
}

/** Under its column, and inside the table. */
function menuLeft(head: HTMLElement, box: HTMLElement | null): number {
  const edges = box?.getBoundingClientRect();
  if (!edges) return 0;
  const left = head.getBoundingClientRect().left - edges.left;
  return Math.max(0, Math.min(left, edges.width - MENU_WIDTH));
}
