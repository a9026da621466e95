import type { RowIndex } from '../dataset/row-index';
import { decodeRow, parseRow } from '../row/parse';
import { RowEditRefusal } from './row-edit-refusal';
import { styleFrom, styleOf } from './row-style';
import type { RowStyle } from './row-style';

/** Rows looked at for how a dataset is written. */
const ROWS = 50;

interface StyledRows {
  dataset: { index: RowIndex };
  row(row: number): { bytes: Uint8Array };
}

/** How a dataset's first rows are written, for rows that do not show it themselves; undefined where none of them is JSON. */
export function usualStyleOf(rows: StyledRows): RowStyle | undefined {
  let style: RowStyle | undefined;
  const count = Math.min(ROWS, rows.dataset.index.rows);
  for (let row = 0; row < count && (style?.ascii ?? null) === null; row++) {
    const here = styleOfRow(rows, row);
    if (here) style = style ? styleFrom(style, here) : here;
  }
  return style;
}

function styleOfRow(rows: StyledRows, row: number): RowStyle | null {
  try {
    const { bytes } = rows.row(row);
    if (parseRow(decodeRow(bytes)).kind !== 'value') return null;
    return styleOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RowEditRefusal) return null; // too long to be looked at
    throw error;
  }
}
