import type { OpenFile } from '../dataset/file-store';
import { ByteWindow, fileChunks } from './byte-window';
import type { FileKind } from './file-kind';
import type { ImportOptions, RowBatch } from './import-options';
import type { ImportReport } from './import-report';
import { isLibraryTable, jsonTables } from './json-tables';
import { lineRows } from './line-rows';
import { rowsOfTask } from './nested-texts';
import { parquetRows } from './parquet-rows';
import { choose, onOneLine, withKey } from './row-shape';
import { splitValues } from './split-values';
import type { Container, SplitValue } from './split-values';
import { tableRows } from './table-rows';
import { isAllUtf8, textChunks, utf8Chunks } from './text-encoding';

/** Rows are handed on in batches of about this many bytes. */
const BATCH = 64 * 1024;

/** A file to import from, and what it was found to be. */
export interface ImportSource {
  file: OpenFile;
  size: number;
  kind: FileKind;
}

/** The rows of a file that is to become JSONL. Rejects when it is of a kind that has none. */
export function importRows(
  source: ImportSource,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  const { file, size, kind } = source;
  switch (kind.id) {
    case 'jsonl':
      return lineRows(utf8Of(source), options, report);
    case 'json-list':
    case 'json-keyed':
    case 'json-concatenated':
    case 'json-object':
      return valueRows(source, options, report);
    case 'json-tables':
      return mainRows(source, options, report);
    case 'table':
      return tableRows(
        textsOf(source, report),
        options.table.delimiter ?? kind.delimiter ?? ',',
        options,
        report,
      );
    case 'parquet':
      return parquetRows(file, size, options, report);
    default:
      throw new Error(kind.sentence);
  }
}

const CONTAINERS: Partial<Record<FileKind['id'], Container>> = {
  'json-list': 'list',
  'json-object': 'list',
  'json-keyed': 'keyed',
};

async function* valueRows(
  source: ImportSource,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  const { kind } = source;
  const window = new ByteWindow(utf8Of(source), kind.from);
  await skip(window, kind.rowsIn?.offset ?? 0);
  if (kind.rowsIn)
    report.note(`Only the list in “${kind.rowsIn.field}” was taken, not what stands around it.`);
  let batch: RowBatch = [];
  let size = 0;
  for await (const value of splitValues(window, CONTAINERS[kind.id] ?? 'none', report)) {
    for (const whole of asRows(value, options, report)) {
      const row = choose(whole, options.fields);
      batch.push(row);
      size += row.length;
    }
    if (size < BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The rows of the tables that are no libraries. */
async function* mainRows(
  source: ImportSource,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  const window = new ByteWindow(utf8Of(source), source.kind.from);
  for await (const { name, rows } of jsonTables(window, report)) {
    if (isLibraryTable(name)) continue;
    yield rows.map((row) => choose(asRow(row, options, report), options.fields));
  }
}

/** The tables that rows of the others refer to, whole: concepts, hints, misconceptions. None in a file of another kind. */
export async function* libraryTables(
  source: ImportSource,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<{ name: string; rows: RowBatch }> {
  if (source.kind.id !== 'json-tables') return;
  const window = new ByteWindow(utf8Of(source), source.kind.from);
  for await (const { name, rows } of jsonTables(window, report))
    if (isLibraryTable(name)) yield { name, rows: rows.map((row) => asRow(row, options, report)) };
}

function asRows(value: SplitValue, options: ImportOptions, report: ImportReport): Buffer[] {
  const nested = value.key && rowsOfTask(value.bytes, value.key);
  if (!nested) return [asRow(value, options, report)];
  report.note('Each text in the lists became a row, with its task and its number of digits.');
  return nested;
}

function asRow(value: SplitValue, { keyField }: ImportOptions, report: ImportReport): Buffer {
  const line = onOneLine(value.bytes);
  if (!value.key) return line;
  const { row, field } = withKey(line, { field: keyField, value: value.key });
  if (field !== keyField)
    report.note(`Rows have a field “${keyField}” of their own: the key is in “${field}”.`);
  return row;
}

async function skip(window: ByteWindow, count: number): Promise<void> {
  for (let left = count; left > 0;) {
    if (window.bytes.length === 0 && !(await window.more())) return;
    const step = Math.min(left, window.bytes.length);
    window.drop(step);
    left -= step;
  }
}

function utf8Of({ file, kind }: ImportSource): AsyncGenerator<Uint8Array> {
  return utf8Chunks(fileChunks(file, kind.from), kind.encoding);
}

/** A table's text. UTF-8 is what its beginning says; a single byte later on can say otherwise. */
async function* textsOf({ file, kind }: ImportSource, report: ImportReport): AsyncGenerator<string> {
  let { encoding } = kind;
  if (encoding === 'utf-8' && kind.from === 0 && !(await isAllUtf8(file))) encoding = 'windows-1252';
  if (encoding !== 'utf-8') report.note(`The file is not in UTF-8: it was read as ${encoding}.`);
  yield* textChunks(fileChunks(file, kind.from), encoding);
}
