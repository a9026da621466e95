import type { ComponentChildren } from 'preact';
import type { Cell, TableColumn } from '../../src/protocol/table';
import { useFoundText } from '../text/found-text';
import { PlainText, RichText } from '../text/RichText';
import { FindingsCell } from './FindingsCell';
import { LabelsCell } from './LabelsCell';
import { cellIn } from './table-row';
import type { TableRow } from './table-row';

interface TableCellProps {
  row: TableRow;
  column: TableColumn;
  flags: number;
  /** The column that tells most: says in words what a row is that has no such field. */
  main: boolean;
  isId: boolean;
}

/** What a row has in a column. What it lacks is left empty. */
export function TableCell({ row, column, flags, main, isId }: TableCellProps): ComponentChildren {
  if (column.id === 'row') return <RowNumber row={row} />;
  if (column.id === 'flags') return flags > 0 ? flags.toLocaleString('en') : null;
  if (column.kind === 'labels') return <LabelsCell traces={row.traces} width={column.width} />;
  if (column.kind === 'findings') return <FindingsCell findings={row.findings} count={row.findingCount} />;
  const cell = cellIn(row, column.id);
  if (!cell) return main && row.excerpt.kind === 'words' ? <InWords words={row.excerpt.words} /> : null;
  if (column.kind === 'number') return cell.text;
  const field = fieldOf(column);
  return isId ? <Id text={cell.text} field={field} /> : <CellText cell={cell} field={field} />;
}

/** A column's field by its name in a query. */
function fieldOf({ id }: TableColumn): string {
  return id.replace(/^field:/, '');
}

function RowNumber({ row: { number, edited } }: { row: TableRow }) {
  return (
    <>
      {edited && <span class="edited" role="img" aria-label="edited, not saved" title="Edited, not saved" />}
      {(number + 1).toLocaleString('en')}
    </>
  );
}

function InWords({ words }: { words: string }) {
  return words === '' ? null : <span class="in-words">{words}</span>;
}

/** The end of an id tells it from its neighbours: where there is no room, its middle goes. */
const TELLING_END = 10;

function Id({ text, field }: { text: string; field: string }) {
  const found = useFoundText(text, { field }).length > 0;
  return (
    <span class={`row-id ${found ? 'found' : ''}`} title={text}>
      <span class="id-start">{text.slice(0, -TELLING_END)}</span>
      <span>{text.slice(-TELLING_END)}</span>
    </span>
  );
}

function CellText({ cell: { text, dialect }, field }: { cell: Cell; field: string }) {
  if (dialect === null) {
    return (
      <span class="plain ex">
        <PlainText text={text} field={field} />
      </span>
    );
  }
  return (
    <span class="ex">
      <RichText source={{ text, dialect }} field={field} inline />
    </span>
  );
}
