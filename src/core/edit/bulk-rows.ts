import type { BulkChange, BulkOutcome } from './bulk-edit';
import { changeRow } from './bulk-edit';
import type { RowBytes } from './base-file';
import { Slices } from '../scan/slices';
import type { Splice } from './piece';
import type { ChangeableRows, RowChange } from './row-changes';
import { RowEditRefusal } from './row-edit-refusal';
import type { RowStyle } from './row-style';

/** What a bulk edit did, or would do. Rows are 0-based document rows. */
export interface BulkReport {
  changed: number;
  unchanged: number;
  refused: { row: number; message: string }[];
}

export interface BulkOptions {
  /** Rows looked at so far. */
  onProgress?: (rows: number) => void;
  signal?: AbortSignal;
  /** Makes the change of one row; in a thread that can be stopped, where a regular expression may run for ever. */
  changeRow?: (row: Uint8Array, usual: RowStyle | undefined) => BulkOutcome | Promise<BulkOutcome>;
}

const BATCH_BYTES = 1024 * 1024;

/**
 * A change of many rows, as one edit with one undo. `rows` ascend. `report` is filled while it runs. When it is aborted,
 * nothing is changed.
 */
export function bulkChange(
  rows: Iterable<number>,
  change: BulkChange,
  report: BulkReport,
  options: BulkOptions = {},
): RowChange {
  const changeOne = options.changeRow ?? ((row, usual) => changeRow(row, change, usual));
  return async (document) => {
    const batches = new Batches(document);
    const slices = new Slices();
    let looked = 0;
    for (const row of rows) {
      options.signal?.throwIfAborted();
      const old = await readRow(document, row);
      const outcome =
        typeof old === 'string' ? refused(old) : await changeOne(old.bytes, document.usualStyle());
      count(report, row, outcome);
      if (outcome.kind === 'changed' && typeof old !== 'string')
        await batches.add(row, { ...old, bytes: outcome.bytes });
      looked++;
      if (slices.over) options.onProgress?.(looked);
      await slices.pause();
    }
    return batches.end();
  };
}

export function emptyReport(): BulkReport {
  return { changed: 0, unchanged: 0, refused: [] };
}

async function readRow(document: ChangeableRows, row: number): Promise<RowBytes | string> {
  try {
    return await document.row(row);
  } catch (error) {
    if (error instanceof RowEditRefusal) return error.message;
    throw error;
  }
}

function refused(message: string): BulkOutcome {
  return { kind: 'refused', message };
}

function count(report: BulkReport, row: number, outcome: BulkOutcome): void {
  if (outcome.kind === 'refused') report.refused.push({ row, message: outcome.message });
  else report[outcome.kind]++;
}

/** Puts row texts on the disk many at a time: each time waits for the disk. */
class Batches {
  private readonly document: ChangeableRows;
  private readonly splices: Splice[] = [];
  private rows: { row: number; text: RowBytes }[] = [];
  private size = 0;

  constructor(document: ChangeableRows) {
    this.document = document;
  }

  async add(row: number, text: RowBytes): Promise<void> {
    this.rows.push({ row, text });
    this.size += text.bytes.length;
    if (this.size > BATCH_BYTES) await this.flush();
  }

  async end(): Promise<Splice[]> {
    await this.flush();
    return this.splices;
  }

  private async flush(): Promise<void> {
    if (this.rows.length === 0) return;
    const pieces = await this.document.keep(this.rows.map(({ text }) => text));
    for (const [at, { row }] of this.rows.entries()) {
      const piece = pieces[at];
      if (piece) this.splices.push({ at: row, remove: 1, insert: [piece] });
    }
    this.rows = [];
    this.size = 0;
  }
}
