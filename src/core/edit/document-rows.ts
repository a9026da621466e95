import type { RawRow } from '../dataset/row-reader';
import type { AddedRows } from './added-rows';
import { LONGEST_EDITED_ROW } from './base-file';
import type { BaseFile } from './base-file';
import { rowsIn } from './piece';
import type { AddedPiece } from './piece';
import type { RowList, RowOrigin } from './row-list';

/** A row of the document. `number` is its place in the document, `origin` where its bytes are. */
export interface DocumentRow extends RawRow {
  origin: RowOrigin;
}

/** Reads document rows; fewer when the file's index ends before. */
export async function readDocumentRows(
  base: BaseFile,
  list: RowList,
  added: AddedRows,
  from: number,
  count: number,
): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = [];
  let number = from;
  for (const piece of list.slice(from, Math.min(count, list.rowCount(base.dataset.index.rows) - from))) {
    if (piece.kind === 'added') rows.push(await readAdded(added, piece, number));
    else {
      for (const { number: row, bytes, size } of await base.dataset.rows(piece.from, piece.count)) {
        rows.push({ number: number + row - piece.from, bytes, size, origin: { kind: 'file', row } });
      }
    }
    number += rowsIn(piece);
  }
  return rows;
}

async function readAdded(added: AddedRows, piece: AddedPiece, number: number): Promise<DocumentRow> {
  const read = await added.read(piece, LONGEST_EDITED_ROW);
  const whole = read.length === piece.size;
  const bytes = whole && read.at(-1) === 0x0d ? read.subarray(0, -1) : read;
  return { number, bytes, size: whole ? bytes.length : piece.size, origin: piece };
}
