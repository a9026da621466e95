import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { describeFile } from '../../../src/core/import/file-kind';
import type { FileKind } from '../../../src/core/import/file-kind';
import { defaultImport } from '../../../src/core/import/import-options';
import type { ImportOptions } from '../../../src/core/import/import-options';
import { ImportReport } from '../../../src/core/import/import-report';
import { importRows } from '../../../src/core/import/import-rows';
import type { FileStore } from '../../../src/core/dataset/file-store';

export type GivenOptions = Partial<Omit<ImportOptions, 'table'>> & {
  table?: Partial<ImportOptions['table']>;
};

export function optionsWith({ table, ...rest }: GivenOptions): ImportOptions {
  return { ...defaultImport, ...rest, table: { ...defaultImport.table, ...table } };
}

export interface Imported {
  kind: FileKind;
  rows: string[];
  values: unknown[];
  report: ImportReport;
}

/** Everything that importing a file gives. */
export async function rowsOf(
  file: string,
  options: GivenOptions = {},
  files: FileStore = nodeFileStore,
): Promise<Imported> {
  const kind = await describeFile(files, file);
  const { size } = await files.facts(file);
  const report = new ImportReport();
  const open = await files.open(file);
  const rows: string[] = [];
  try {
    for await (const batch of importRows({ file: open, size, kind }, optionsWith(options), report)) {
      rows.push(...batch.map(String));
    }
  } finally {
    await open.close();
  }
  return { kind, rows, report, values: rows.map((row) => JSON.parse(row) as unknown) };
}
