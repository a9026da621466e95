import { rowsIn } from './piece';
import type { FilePiece, Piece } from './piece';

/**
 * From file rows to the document rows that they stand in: none for rows that were deleted or edited, several for rows that
 * were duplicated. Made once for a list of pieces; a look-up is a binary search.
 */
export class FileRowMap {
  private readonly runs: { piece: FilePiece; row: number }[] = [];
  /** the end of the file rows in the runs up to each, so that the search back can stop */
  private readonly reach: number[] = [];

  constructor(pieces: readonly Piece[]) {
    let row = 0;
    for (const piece of pieces) {
      if (piece.kind === 'file') this.runs.push({ piece, row });
      row += rowsIn(piece);
    }
    this.runs.sort((a, b) => a.piece.from - b.piece.from);
    let reach = 0;
    for (const { piece } of this.runs) this.reach.push((reach = Math.max(reach, piece.from + piece.count)));
  }

  /** The document rows of file rows, ascending. */
  documentRows(fileRows: Iterable<number>): number[] {
    const rows: number[] = [];
    for (const fileRow of fileRows) this.find(fileRow, rows);
    return rows.sort((a, b) => a - b);
  }

  private find(fileRow: number, into: number[]): void {
    for (let at = this.lastFrom(fileRow); at >= 0 && (this.reach[at] ?? 0) > fileRow; at--) {
      const run = this.runs[at];
      if (!run) return;
      const within = fileRow - run.piece.from;
      if (within < run.piece.count) into.push(run.row + within);
    }
  }

  /** The last run that begins at or before a file row; -1 when there is none. */
  private lastFrom(fileRow: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.piece.from ?? Infinity) <= fileRow) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
