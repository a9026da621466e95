import { useMemo } from 'preact/hooks';
import type { TableColumn } from '../../src/protocol/table';
import { Icon } from '../Icon';
import { isFixed } from './column-layout';
import { TableCell } from './TableCell';
import type { TableRow } from './table-row';

interface TableRowViewProps {
  row: TableRow | undefined;
  position: number;
  /** What is said of a row that is on its way: its number, where that is known. */
  number: number | null;
  columns: TableColumn[];
  main: TableColumn | undefined;
  current: boolean;
  selected: boolean;
  /** Flags, where they changed since the row was listed. */
  flags: number | null;
}

/** Element id of the row at a position, for `aria-activedescendant`. */
export function rowElementId(position: number): string {
  return `table-row-${position}`;
}

/** One row of the table; as high when it is still on its way. */
export function TableRowView(props: TableRowViewProps) {
  const { row, position, number, columns, main, current, selected, flags } = props;
  return useMemo(
    () => (
      <div
        class={`tr ${current ? 'cur' : ''} ${selected ? 'sel' : ''}`}
        role="row"
        id={rowElementId(position)}
        data-position={position}
        aria-rowindex={position + 2}
        aria-selected={selected}
        aria-busy={row === undefined}
      >
        <span class="select fixed" role="gridcell" aria-colindex={1}>
          <span class="box" aria-hidden="true">
            {selected && <Icon name="check" />}
          </span>
        </span>
        {columns.map((column, at) => (
          <span
            key={column.id}
            class={`${column.kind === 'number' ? 'n' : column.kind} ${isFixed(column.id) ? 'fixed' : ''}`}
            role="gridcell"
            aria-colindex={at + 2}
          >
            {row ? (
              <TableCell
                row={row}
                column={column}
                flags={flags ?? row.flags}
                main={column === main}
                isId={column.kind === 'id'}
              />
            ) : (
              column.id === 'row' && number !== null && (number + 1).toLocaleString('en')
            )}
          </span>
        ))}
      </div>
    ),
    [row, position, number, columns, main, current, selected, flags],
  );
}
