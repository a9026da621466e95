import { ByteWindow } from './byte-window';
import type { ImportOptions, RowBatch } from './import-options';
import { atRow } from './import-report';
import type { ImportReport } from './import-report';
import { choose } from './row-shape';

const LINE_FEED = 0x0a;

/** The lines of JSONL as they are, broken ones too; with a choice of fields, the rows that are JSON. */
export async function* lineRows(
  chunks: AsyncIterable<Uint8Array>,
  { fields }: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  const window = new ByteWindow(chunks);
  let number = 0;
  for (let searched = 0; await window.more();) {
    const batch: RowBatch = [];
    let start = 0;
    let feed = window.bytes.indexOf(LINE_FEED, searched);
    for (; feed !== -1; feed = window.bytes.indexOf(LINE_FEED, start)) {
      take(batch, window.bytes.subarray(start, feed));
      start = feed + 1;
    }
    window.drop(start);
    searched = window.bytes.length;
    if (batch.length > 0) yield batch;
  }
  const last: RowBatch = [];
  if (window.bytes.length > 0) take(last, window.bytes);
  if (last.length > 0) yield last;

  function take(batch: RowBatch, line: Buffer): void {
    const row = line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
    if (fields === null) batch.push(row);
    else if (isJson(row)) batch.push(choose(row, fields));
    else if (row.toString().trim() !== '') report.lost(atRow(number), 'It is not JSON.');
    number++;
  }
}

function isJson(row: Buffer): boolean {
  try {
    JSON.parse(row.toString('latin1'));
    return true;
  } catch {
    return false;
  }
}
