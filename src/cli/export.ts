import path from 'node:path';
import { counted } from '../core/counted';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import { defaultCsv } from '../core/export/export-options';
import type { ExportFormat, ExportRow } from '../core/export/export-options';
import { exportRows } from '../core/export/export-rows';
import type { Command } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { reasonOf } from './reason';
import { writeLine } from './output';

const FORMATS: Record<string, ExportFormat> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.parquet': 'parquet',
};

/** The format that a file's name asks for; null where it is none of them. */
export function exportFormat(file: string): ExportFormat | null {
  return FORMATS[path.extname(file).toLowerCase()] ?? null;
}

/** Writes the rows of a dataset to a file of another format. */
export const exportCommand: Command = {
  usage: 'export FILE --to OUT.csv|OUT.parquet|OUT.jsonl [--replace] [--format jsonl]',
  run: async (files, { to, replace, format: output }) => {
    const [file = ''] = files;
    const format = exportFormat(to ?? '');
    if (files.length > 1) throw new UsageError('export takes one FILE');
    if (to === undefined || format === null) throw new UsageError('--to is a .csv, .parquet or .jsonl file');
    const request = { to: path.resolve(to), replace, format, csv: defaultCsv };
    const result = await exportRows(
      () => rowsOf(path.resolve(file)),
      request,
      new AbortController().signal,
      () => undefined,
    ).catch((error: unknown) => {
      throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
    });
    if (output === 'jsonl') writeLine(JSON.stringify({ file, to, ...result }));
    else {
      writeLine(`${file}: ${counted(result.rows, 'row')} to ${to}, ${result.leftOut} left out.`);
      for (const { place, message } of result.problems) writeLine(`${file}: ${place}: ${message}`);
    }
    return result.leftOut > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** Whole rows, however long. */
async function* rowsOf(file: string): AsyncGenerator<ExportRow> {
  const open = await nodeFileStore.open(file);
  try {
    yield* walkRows(open, Infinity);
  } finally {
    await open.close();
  }
}
