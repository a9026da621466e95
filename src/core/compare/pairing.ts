import { NumberColumn } from './number-column';

const NOBODY = 0xffff_ffff;

/** Which row of the older file is which row of the newer one. Nine bytes for each row of the newer file, four of the older. */
export class Pairing {
  private readonly oldOf = new NumberColumn();
  private readonly sameBytes = new NumberColumn();
  private readonly newOf: Int32Array;
  private pairs = 0;

  constructor(oldRows: number) {
    this.newOf = new Int32Array(oldRows).fill(-1);
  }

  get oldRows(): number {
    return this.newOf.length;
  }

  get newRows(): number {
    return this.oldOf.length;
  }

  /** Whether every row of the older file is paired. */
  get oldIsPaired(): boolean {
    return this.pairs === this.oldRows;
  }

  /** Adds the next row of the newer file, equal to a row of the older one or, so far, to none. */
  addNewRow(equal: number | null): void {
    const row = this.newRows;
    if ((row & 31) === 0) this.sameBytes.push(0);
    this.oldOf.push(equal ?? NOBODY);
    if (equal === null) return;
    this.pair(equal, row);
    this.markSame(row);
  }

  /** Says that two rows with different bytes are versions of one row. */
  pair(oldRow: number, newRow: number): void {
    this.newOf[oldRow] = newRow;
    this.oldOf.set(newRow, oldRow);
    this.pairs++;
  }

  oldRowOf(newRow: number): number | null {
    const row = this.oldOf.at(newRow);
    return row === NOBODY ? null : row;
  }

  newRowOf(oldRow: number): number | null {
    const row = this.newOf[oldRow] ?? -1;
    return row === -1 ? null : row;
  }

  /** Whether a row of the newer file is, byte for byte, the row that it is paired with. */
  isSame(newRow: number): boolean {
    return ((this.sameBytes.at(newRow >>> 5) >>> (newRow & 31)) & 1) === 1;
  }

  private markSame(newRow: number): void {
    const word = newRow >>> 5;
    this.sameBytes.set(word, (this.sameBytes.at(word) | (1 << (newRow & 31))) >>> 0);
  }
}
