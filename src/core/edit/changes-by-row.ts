import { rowsIn } from './piece';
import type { AddedPiece, Piece } from './piece';

/** A document as changes of its file's rows, each told by the row that it is about: what is needed to make them elsewhere. */
export interface ChangesByRow {
  /** Another text for a row. */
  edited: { row: number; piece: AddedPiece }[];
  /** Rows that no longer stand where they stood. */
  deleted: { from: number; count: number }[];
  /** Rows that stand behind another row now: new texts, and rows of the file that were copied or moved. */
  inserted: { after: number | null; piece: AddedPiece | { kind: 'copy'; row: number } }[];
}

/** Works out the changes that make `pieces` of a file with `fileRows` rows. As many rows as can be are taken to have stayed. */
export function changesByRow(pieces: readonly Piece[], fileRows: number): ChangesByRow {
  const changes: ChangesByRow = { edited: [], deleted: [], inserted: [] };
  const staying = stayingPieces(pieces);
  let next = 0;
  for (const piece of pieces) {
    const from = fileRowOf(piece);
    const end = from === null ? 0 : Math.min(from + rowsIn(piece), fileRows);
    const stays = from !== null && staying.has(piece) && end > next;
    const after = next === 0 ? null : next - 1;
    if (piece.kind === 'file') insertCopies(changes, after, piece.from, stays ? Math.min(next, end) : end);
    else if (!stays) changes.inserted.push({ after, piece });
    if (!stays) continue;
    if (from > next) changes.deleted.push({ from: next, count: from - next });
    if (piece.kind === 'added') changes.edited.push({ row: from, piece });
    next = end;
  }
  if (next < fileRows) changes.deleted.push({ from: next, count: fileRows - next });
  return changes;
}

function fileRowOf(piece: Piece): number | null {
  return piece.kind === 'file' ? piece.from : (piece.of ?? null);
}

/** Rows of the file that stand here as well: a piece may begin with copies of rows that stand before it. */
function insertCopies(changes: ChangesByRow, after: number | null, from: number, end: number): void {
  for (let row = from; row < end; row++) changes.inserted.push({ after, piece: { kind: 'copy', row } });
}

/** The pieces of a longest rising sequence of file rows: the others were moved or copied. */
function stayingPieces(pieces: readonly Piece[]): Set<Piece> {
  const chains: Chain[] = []; // the chain of each length that ends with the smallest row
  for (const piece of pieces) {
    const row = fileRowOf(piece);
    if (row === null) continue;
    const at = firstEndingAt(chains, row);
    const before = chains[at - 1] ?? null;
    if (at === chains.length || row < (chains[at]?.row ?? 0)) chains[at] = { piece, row, before };
  }
  const staying = new Set<Piece>();
  for (let chain = chains.at(-1) ?? null; chain; chain = chain.before) staying.add(chain.piece);
  return staying;
}

interface Chain {
  piece: Piece;
  row: number;
  before: Chain | null;
}

/** The position of the first chain that ends at or behind a row. */
function firstEndingAt(chains: readonly Chain[], row: number): number {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
