import type { OpenFile } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import { isObject } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { ValueTally } from './value-tally';

/** All rows of a file that are objects; the others are no rows to learn from. `onRow` is told how many bytes each has. */
export async function tallyFile(file: OpenFile, onRow: (bytes: number) => void): Promise<ValueTally> {
  const rows = new ValueTally();
  for await (const { bytes, size } of walkRows(file)) {
    const parsed = size > bytes.length ? null : parseRow(decodeRow(bytes));
    if (parsed?.kind === 'value' && isObject(parsed.value)) rows.add(parsed.value);
    onRow(size + 1);
  }
  return rows;
}
