import { ReadableRow } from '../../core/field/field';
import { compareRows, sortKeyReader } from '../../core/query/sort-keys';
import type { SortDirection, SortKey } from '../../core/query/sort-keys';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { DatasetDocument } from '../document/dataset-document';

interface KeyedRow {
  key: SortKey;
  row: number;
}

/**
 * The document's rows in the order of a sort: `fileRows` as a thread put them, with the rows that are not in the file put in
 * their places by a binary search.
 */
export async function sortedRows(
  document: DatasetDocument,
  fileRows: Uint32Array,
  added: readonly number[],
  field: string,
  direction: SortDirection,
): Promise<number[]> {
  const rows: number[] = [];
  for (const fileRow of fileRows) rows.push(...document.documentRows([fileRow]));
  const reader = sortKeyReader(field, document.inForce.profile);
  if (!reader) return [...rows, ...added];
  const keyed = async (row: number): Promise<KeyedRow> => {
    const [raw] = await document.rows(row, 1);
    const parsed = raw && parseRow(decodeRow(raw.bytes));
    const value = parsed?.kind === 'value' ? parsed.value : null;
    return { row, key: value === null ? null : reader(new ReadableRow(value, document.inForce.profile)) };
  };
  for (const row of added) await insert(rows, await keyed(row), keyed, direction);
  return rows;
}

async function insert(
  rows: number[],
  added: KeyedRow,
  keyed: (row: number) => Promise<KeyedRow>,
  direction: SortDirection,
): Promise<void> {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = await keyed(rows[middle] ?? 0);
    if (compareRows(other, added, direction) <= 0) low = middle + 1;
    else high = middle;
  }
  rows.splice(low, 0, added.row);
}
