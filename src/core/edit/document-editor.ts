import type { AddedRows } from './added-rows';
import { LONGEST_EDITED_ROW } from './base-file';
import type { BaseFile, RowBytes } from './base-file';
import { withReturn } from './detach-steps';
import { rowsInAll } from './piece';
import type { AddedPiece, Piece, Splice } from './piece';
import type { ChangeableRows } from './row-changes';
import type { LineEnd } from './file-layout';
import { RowEditRefusal } from './row-edit-refusal';
import type { RowList } from './row-list';
import type { RowStyle } from './row-style';
import { spliceMany } from './splice-many';
import type { Spliced } from './splice-many';

/** A document as it is at one moment, for changes to look at and to be applied to. */
export class DocumentEditor implements ChangeableRows {
  readonly list: RowList;
  readonly numbering: number;
  private readonly base: BaseFile;
  private readonly added: AddedRows;

  constructor(base: BaseFile, list: RowList, added: AddedRows, numbering: number) {
    this.base = base;
    this.list = list;
    this.added = added;
    this.numbering = numbering;
  }

  get rowCount(): number {
    return this.list.rowCount(this.base.dataset.index.rows);
  }

  get usualLineEnd(): LineEnd {
    return this.base.layout.form.lineEnd;
  }

  usualStyle(): RowStyle | undefined {
    return this.base.usualStyle();
  }

  async row(row: number): Promise<RowBytes> {
    const origin = row < this.rowCount ? this.list.origin(row) : null;
    if (!origin) throw new RangeError(`There is no row ${row + 1}: the dataset has ${this.rowCount} rows.`);
    if (origin.kind === 'file') return this.base.row(origin.row);
    if (origin.size > LONGEST_EDITED_ROW) {
      throw new RowEditRefusal(
        'too-long',
        `Row ${row + 1} has more than 16 MiB: too long to be edited here.`,
      );
    }
    const bytes = await this.added.read(origin);
    const carriageReturn = bytes.at(-1) === 0x0d;
    return { bytes: carriageReturn ? bytes.subarray(0, -1) : bytes, carriageReturn };
  }

  /** What the last row would end with if it were not last. */
  async lastLineEnd(): Promise<LineEnd> {
    if (this.rowCount === 0) return this.usualLineEnd;
    try {
      return (await this.row(this.rowCount - 1)).carriageReturn ? '\r\n' : '\n';
    } catch (error) {
      if (error instanceof RowEditRefusal) return this.usualLineEnd; // too long to be read
      throw error;
    }
  }

  slice(from: number, count: number): Piece[] {
    return this.list.slice(from, count);
  }

  keep(rows: RowBytes[]): Promise<AddedPiece[]> {
    return this.added.append(rows.map(withReturn));
  }

  /** The list with splices applied, the splices as applied, and those that take them back. */
  async apply(splices: readonly Splice[]): Promise<Spliced> {
    let count = this.rowCount;
    for (const { at, remove, insert } of splices) {
      if (at + remove > count)
        throw new RangeError(`There is no row ${at + remove}: the dataset has ${count} rows.`);
      count += rowsInAll(insert) - remove;
    }
    const { list, forward, backward } = await spliceMany(this.list, splices, withOrigin);
    return { list, forward, backward: backward.toReversed() };
  }
}

/** A row in the place of another is made from that one. */
function withOrigin({ remove, insert }: Splice, [removed]: readonly Piece[]): readonly Piece[] {
  const [piece] = insert;
  if (remove !== 1 || insert.length !== 1 || piece?.kind !== 'added' || piece.of !== undefined) return insert;
  const of = removed?.kind === 'file' ? removed.from : removed?.of;
  return of === undefined ? insert : [{ ...piece, of }];
}
