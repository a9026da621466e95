import type { DatasetFile } from '../dataset/dataset-file';
import type { RawRow } from '../dataset/row-reader';
import type { AddedRows } from './added-rows';
import { LONGEST_EDITED_ROW } from './base-file';
import { rowsIn } from './piece';
import type { AddedPiece, FilePiece, Piece } from './piece';
import type { RowList, RowOrigin } from './row-list';

/** A row of the document. `number` is its place in the document, `origin` where its bytes are. */
export interface DocumentRow extends RawRow {
  origin: RowOrigin;
}

/** Reads document rows; fewer when the file's index ends before. `added` may be null where the list has no row in it. */
export async function readDocumentRows(
  dataset: DatasetFile,
  list: RowList,
  added: AddedRows | null,
  from: number,
  count: number,
): Promise<DocumentRow[]> {
  const pieces = list.slice(from, Math.min(count, list.rowCount(dataset.index.rows) - from));
  const fileRows = await readFileRows(dataset, pieces);
  const rows: DocumentRow[] = [];
  let number = from;
  for (const piece of pieces) {
    if (piece.kind === 'added') rows.push(await readAdded(added, piece, number));
    else for (const row of fromFile(fileRows, piece, number)) rows.push(row);
    number += rowsIn(piece);
  }
  return rows;
}

/** File rows with at most this many unwanted rows between them are read in one go. */
const NEAR = 8;

async function readFileRows(dataset: DatasetFile, pieces: readonly Piece[]): Promise<Map<number, RawRow>> {
  const runs = pieces.filter((piece) => piece.kind === 'file').sort((a, b) => a.from - b.from);
  const rows = new Map<number, RawRow>();
  for (let at = 0; at < runs.length;) {
    const start = runs[at]?.from ?? 0;
    let end = start;
    for (let run = runs[at]; run && run.from <= end + NEAR; run = runs[++at]) {
      end = Math.max(end, run.from + run.count);
    }
    for (const row of await dataset.rows(start, end - start)) rows.set(row.number, row);
  }
  return rows;
}

function fromFile(rows: Map<number, RawRow>, { from, count }: FilePiece, number: number): DocumentRow[] {
  const found: DocumentRow[] = [];
  for (let row = from; row < from + count; row++) {
    const raw = rows.get(row);
    if (raw) found.push({ ...raw, number: number + row - from, origin: { kind: 'file', row } });
  }
  return found;
}

async function readAdded(added: AddedRows | null, piece: AddedPiece, number: number): Promise<DocumentRow> {
  if (!added) throw new Error('there are no added rows');
  const read = await added.read(piece, LONGEST_EDITED_ROW);
  const whole = read.length === piece.size;
  const bytes = whole && read.at(-1) === 0x0d ? read.subarray(0, -1) : read;
  return { number, bytes, size: whole ? bytes.length : piece.size, origin: piece };
}
