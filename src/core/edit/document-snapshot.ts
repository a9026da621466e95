import type { DatasetFile } from '../dataset/dataset-file';
import type { AddedRows } from './added-rows';
import { readDocumentRows } from './document-rows';
import type { DocumentRow } from './document-rows';
import type { RowList } from './row-list';

/** The rows of a document as they were at one moment, whatever is edited, saved or closed since. To be closed in the end. */
export class DocumentSnapshot {
  /** What its row numbers are good for; see `DatasetEdits.numbering`. */
  readonly numbering: number;
  private readonly dataset: DatasetFile;
  private readonly list: RowList;
  private readonly added: AddedRows | null;

  /** Takes over `added`, and a share of `dataset`. */
  constructor(dataset: DatasetFile, list: RowList, added: AddedRows | null, numbering: number) {
    this.dataset = dataset;
    this.list = list;
    this.added = added;
    this.numbering = numbering;
  }

  /** Rows, as far as the file is indexed. */
  get rowCount(): number {
    return this.list.rowCount(this.dataset.index.rows);
  }

  /** Resolves with the number of all rows, once the file is indexed. Rejects where it cannot be. */
  async whole(): Promise<number> {
    await this.dataset.indexed;
    const { failure, path } = this.dataset;
    if (failure !== null) throw new Error(`${path}: ${failure}`);
    return this.rowCount;
  }

  rows(from: number, count: number): Promise<DocumentRow[]> {
    return readDocumentRows(this.dataset, this.list, this.added, from, count);
  }

  async close(): Promise<void> {
    await this.added?.close();
    await this.dataset.close();
  }
}
