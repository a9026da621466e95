/** A run of rows that stand in the dataset's file one after the other. `count` is Infinity for "the rest of the file". */
export interface FilePiece {
  readonly kind: 'file';
  /** 0-based file row */
  readonly from: number;
  readonly count: number;
}

/** One row kept in the added-rows file. */
export interface AddedPiece {
  readonly kind: 'added';
  /** byte offset in the added-rows file */
  readonly offset: number;
  /** bytes, without the line feed; a carriage return before it counts */
  readonly size: number;
  /** The file row that this row was made from; none for a new row. */
  readonly of?: number;
}

/** A part of a document: rows of the file, or one added row. */
export type Piece = FilePiece | AddedPiece;

/** `remove` rows from document row `at` on give way to `insert`. `remove` is Infinity for "up to the end". */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly Piece[];
}

export const WHOLE_FILE: FilePiece = { kind: 'file', from: 0, count: Infinity };

export function rowsIn(piece: Piece): number {
  return piece.kind === 'file' ? piece.count : 1;
}

export function rowsInAll(pieces: readonly Piece[]): number {
  let rows = 0;
  for (const piece of pieces) rows += rowsIn(piece);
  return rows;
}

/** The rows `from` to before `to` of a piece, counted from its own first row; null when there are none. */
export function partOf(piece: Piece, from: number, to: number): Piece | null {
  if (from >= to) return null;
  if (piece.kind === 'added' || (from === 0 && to === piece.count)) return piece;
  return { kind: 'file', from: piece.from + from, count: to - from };
}

/** Puts a piece behind others; as one with the last when it continues it in the file. */
export function pushPiece(pieces: Piece[], piece: Piece | null): void {
  if (piece === null || rowsIn(piece) === 0) return;
  const last = pieces.at(-1);
  if (last?.kind === 'file' && piece.kind === 'file' && last.from + last.count === piece.from) {
    pieces[pieces.length - 1] = { kind: 'file', from: last.from, count: last.count + piece.count };
  } else pieces.push(piece);
}
