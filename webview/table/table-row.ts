import type { Cell, ListedRow } from '../../src/protocol/table';

/** A listed row that knows which columns its cells are of. */
export interface TableRow extends ListedRow {
  asked: string[];
}

/** A row's cell in a column; null where the row lacks the field, or the column was not asked for. */
export function cellIn(row: TableRow, column: string): Cell | null {
  return row.cells[row.asked.indexOf(column)] ?? null;
}
