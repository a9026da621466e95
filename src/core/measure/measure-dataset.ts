import { walkRows } from '../dataset/row-reader';
import type { FileStore } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import { decodeRow, parseRow } from '../row/parse';
import { MeasureTally } from './measure-tally';
import type { MeasureReport } from './measure-report';

/** Reads every row once, in memory of one row and of the counts. `onBytes` hears how many bytes were read. */
export async function measureDataset(
  files: FileStore,
  { file, profile }: { file: string; profile: Profile },
  onBytes: (bytes: number) => void,
): Promise<MeasureReport> {
  const tally = new MeasureTally();
  const open = await files.open(file);
  let bytes = 0;
  try {
    for await (const raw of walkRows(open)) {
      bytes += raw.size + 1;
      onBytes(bytes);
      const parsed = raw.size > raw.bytes.length ? null : parseRow(decodeRow(raw.bytes));
      if (parsed?.kind === 'value') tally.add(parsed.value, readRow(parsed.value, profile));
    }
  } finally {
    await open.close();
  }
  return tally.report();
}
