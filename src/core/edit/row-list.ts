import { partOf, pushPiece, rowsIn, rowsInAll, WHOLE_FILE } from './piece';
import type { AddedPiece, Piece, Splice } from './piece';

/** Pieces of a block, at most. A splice copies the blocks that it touches, a look-up walks over all blocks. */
const BLOCK = 256;

interface Block {
  readonly pieces: readonly Piece[];
  readonly rows: number;
}

/** Where a document row comes from. */
export type RowOrigin = { kind: 'file'; row: number } | AddedPiece;

/**
 * The rows of a document in order, as pieces. It starts as the whole file, open at its end because the index may still
 * grow; rows added at the end stand before that open end. Blocks are never changed, so a copy costs next to nothing.
 */
export class RowList {
  private blocks: readonly Block[];

  constructor(pieces: readonly Piece[] = [WHOLE_FILE]) {
    this.blocks = inBlocks(pieces);
  }

  copy(): RowList {
    const copy = new RowList([]);
    copy.blocks = this.blocks;
    return copy;
  }

  /** The rows that are not in the file, ascending. */
  addedRows(): { row: number; piece: AddedPiece }[] {
    const rows: { row: number; piece: AddedPiece }[] = [];
    let row = 0;
    for (const piece of this.pieces) {
      if (piece.kind === 'added') rows.push({ row, piece });
      row += rowsIn(piece);
    }
    return rows;
  }

  get pieces(): Piece[] {
    return this.blocks.flatMap(({ pieces }) => pieces);
  }

  /** Whether the document is the file as it stands. */
  get isWholeFile(): boolean {
    const [first, second] = this.blocks[0]?.pieces ?? [];
    return second === undefined && first?.kind === 'file' && first.from === 0 && first.count === Infinity;
  }

  /** How many rows there are when the file has `fileRows`. */
  rowCount(fileRows: number): number {
    let rows = 0;
    for (const block of this.blocks) if (block.rows !== Infinity) rows += block.rows;
    const last = this.blocks.at(-1);
    if (last?.rows !== Infinity) return rows;
    const open = last.pieces.at(-1);
    rows += rowsInAll(last.pieces.slice(0, -1));
    return open?.kind === 'file' ? rows + Math.max(0, fileRows - open.from) : rows;
  }

  /** Where document row `row` comes from; null past the end. */
  origin(row: number): RowOrigin | null {
    const piece = this.slice(row, 1)[0];
    return piece?.kind === 'file' ? { kind: 'file', row: piece.from } : (piece ?? null);
  }

  /** The row of the file that document row `row` was made from; for a new row, that of the nearest one before it. */
  fileRowOf(row: number): number {
    for (let at = row; at >= 0; at--) {
      const origin = this.origin(at);
      const fileRow = origin?.kind === 'file' ? origin.row : origin?.of;
      if (fileRow !== undefined) return fileRow;
    }
    return 0;
  }

  /** The pieces of `count` document rows from `from` on. */
  slice(from: number, count: number): Piece[] {
    const found: Piece[] = [];
    let start = 0;
    for (const block of this.blocks) {
      if (start >= from + count) break;
      if (start + block.rows > from) pushParts(found, block.pieces, from - start, from + count - start);
      start += block.rows;
    }
    return found;
  }

  /** Replaces rows. Returns the splice that takes it back. Throws a RangeError when there are no such rows. */
  splice({ at, remove, insert }: Splice): Splice {
    const touched = this.touchedBlocks(at, at + remove);
    if (at < 0 || remove < 0 || !touched) throw new RangeError(`there are no rows ${at} to ${at + remove}`);
    const before = touched.pieces;
    const from = at - touched.start;
    const to = from + remove;
    const after: Piece[] = [];
    pushParts(after, before, 0, from);
    for (const piece of insert) pushPiece(after, piece);
    pushParts(after, before, to, Infinity);
    const removed: Piece[] = [];
    pushParts(removed, before, from, to);
    this.blocks = this.blocks.toSpliced(touched.first, touched.count, ...inBlocks(after));
    return { at, remove: rowsInAll(insert), insert: removed };
  }

  /** The blocks that a change of rows `from` to before `to` touches, with those that meet them: pieces may become one. */
  private touchedBlocks(from: number, to: number) {
    const pieces: Piece[] = [];
    let first = -1;
    let firstRow = 0;
    let start = 0;
    let block = 0;
    for (const { pieces: here, rows } of this.blocks) {
      if (start > to && pieces.length >= BLOCK / 4) break; // small blocks are put together
      if (start + rows >= from) {
        if (first === -1) [first, firstRow] = [block, start];
        for (const piece of here) pieces.push(piece);
      }
      start += rows;
      block++;
    }
    if (start < to && to !== Infinity) return null;
    return { first: Math.max(first, 0), count: first === -1 ? 0 : block - first, start: firstRow, pieces };
  }
}

function inBlocks(pieces: readonly Piece[]): Block[] {
  if (pieces.length <= BLOCK) return pieces.length === 0 ? [] : [{ pieces, rows: rowsInAll(pieces) }];
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at += BLOCK / 2) {
    const part = pieces.slice(at, at + BLOCK / 2);
    blocks.push({ pieces: part, rows: rowsInAll(part) });
  }
  return blocks;
}

/** Puts the rows `from` to before `to` of `pieces` (rows counted from their first) behind `into`. */
function pushParts(into: Piece[], pieces: readonly Piece[], from: number, to: number): void {
  let start = 0;
  for (const piece of pieces) {
    if (start >= to) return;
    const rows = rowsIn(piece);
    if (start + rows > from)
      pushPiece(into, partOf(piece, Math.max(0, from - start), Math.min(rows, to - start)));
    start += rows;
  }
}
