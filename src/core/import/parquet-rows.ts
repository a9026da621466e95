import { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
import type { AsyncBuffer, DecodedArray, FileMetaData, SchemaTree } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { OpenFile } from '../dataset/file-store';
import type { ImportOptions, RowBatch } from './import-options';
import type { ImportReport } from './import-report';
import { asStored, plainParsers, ParquetJson } from './parquet-values';

/** Rows are read in stretches of about this many bytes (uncompressed), however large the row groups of the file are. */
const STRETCH = 32 * 1024 * 1024;
/** The first stretch is small, so that a preview comes soon. */
const FIRST_ROWS = 50;
const LARGEST_STRETCH = 20_000;

/** The rows of a Parquet file as JSON objects, without holding more than a stretch of a row group. */
export async function* parquetRows(
  file: OpenFile,
  size: number,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  const source = asBuffer(file, size);
  const metadata = asStored(await parquetMetadataAsync(source, { geoparquet: false }));
  const columns = chosenColumns(metadata, options);
  const scan = await parquetScan({
    file: source,
    metadata,
    columns: [...new Set(columns.map(({ tree }) => tree.element.name))],
    compressors,
    parsers: plainParsers,
    utf8: false,
    geoparquet: false,
  });
  const values = new ParquetJson(report);
  for (const range of stretches(metadata)) {
    const data: DecodedArray[] = [];
    for (const { tree } of columns) data.push(await scan.readColumn({ column: tree.element.name, ...range }));
    yield rowsOf(data, columns, range.rowEnd - range.rowStart, values);
  }
}

interface Column {
  tree: SchemaTree;
  /** `"name":` */
  key: string;
}

function chosenColumns(metadata: FileMetaData, { fields }: ImportOptions): Column[] {
  const trees = parquetSchema(metadata).children;
  const choice = fields ?? trees.map(({ element: { name } }) => ({ name, as: name }));
  return choice.flatMap(({ name, as }) => {
    const tree = trees.find(({ element }) => element.name === name);
    return tree ? [{ tree, key: `${JSON.stringify(as)}:` }] : [];
  });
}

/** Stretches of rows, none over the border of a row group. */
function* stretches(metadata: FileMetaData): Generator<{ rowStart: number; rowEnd: number }> {
  let start = 0;
  let most = FIRST_ROWS;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const fitting = Math.ceil((rows * STRETCH) / Math.max(Number(group.total_byte_size), 1));
    const end = start + rows;
    while (start < end) {
      const rowEnd = Math.min(end, start + Math.max(1, Math.min(most, fitting)));
      yield { rowStart: start, rowEnd };
      start = rowEnd;
      most = LARGEST_STRETCH;
    }
  }
}

function rowsOf(data: DecodedArray[], columns: Column[], count: number, values: ParquetJson): RowBatch {
  const rows: RowBatch = [];
  for (let row = 0; row < count; row++) {
    const parts = columns.map(({ tree, key }, at) => key + values.text(data[at]?.[row], tree));
    rows.push(Buffer.from(`{${parts.join(',')}}`));
  }
  return rows;
}

function asBuffer(file: OpenFile, size: number): AsyncBuffer {
  return {
    byteLength: size,
    slice: async (from, to = size) => {
      const start = from < 0 ? Math.max(0, size + from) : from;
      const bytes = await file.read(start, Math.max(0, to - start));
      const copy = new ArrayBuffer(bytes.length); // the library keeps offsets into a buffer of its own
      new Uint8Array(copy).set(bytes);
      return copy;
    },
  };
}
