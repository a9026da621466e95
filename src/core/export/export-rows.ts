import { atRow, ImportReport } from '../import/import-report';
import type { Member } from '../import/object-members';
import { ColumnSurvey, fieldsOfRow } from './column-survey';
import type { Column } from './column-survey';
import { CsvRows } from './csv-rows';
import type { ExportProgress, ExportRequest, ExportResult, ExportRow } from './export-options';
import { createFile } from './new-file';
import type { NewFile } from './new-file';
import { ParquetFile } from './parquet-file';

const LINE_FEED = Buffer.from('\n');
const TELL_EVERY_ROWS = 1000;

type Tell = (progress: ExportProgress) => void;

/**
 * Writes rows to a file, through a temporary one beside it. For CSV and Parquet `rows` is called twice and has to give the same both times:
 * the columns are found first. Rejects when there is a file already, and when stopped; then nothing is left behind.
 */
export async function exportRows(
  rows: () => AsyncIterable<ExportRow>,
  request: ExportRequest,
  signal: AbortSignal,
  onProgress: Tell,
): Promise<ExportResult> {
  const report = new ImportReport();
  const target = await createFile(request.to, request.replace);
  try {
    const write = await writerFor(request, target, rows, signal, onProgress);
    let written = 0;
    for await (const row of watched(rows(), 'writing', signal, onProgress)) {
      if (await write.row(row, report)) written++;
    }
    await write.end();
    await target.finish();
    const { leftOut, problems, total, notes } = report;
    return { rows: written, leftOut, problems, problemCount: total, notes };
  } catch (error) {
    await target.discard();
    throw error;
  }
}

interface RowWriter {
  /** False when the row was left out. */
  row(row: ExportRow, report: ImportReport): Promise<boolean>;
  end(): Promise<void>;
}

async function writerFor(
  { format, csv }: ExportRequest,
  target: NewFile,
  rows: () => AsyncIterable<ExportRow>,
  signal: AbortSignal,
  onProgress: Tell,
): Promise<RowWriter> {
  if (format === 'jsonl') return lineWriter(target);
  const columns = await survey(watched(rows(), 'looking', signal, onProgress));
  if (format === 'parquet') {
    const file = new ParquetFile(columns, target);
    return fieldWriter(
      (fields) => file.add(fields),
      () => file.finish(),
    );
  }
  const lines = new CsvRows(
    columns.map(({ name }) => name),
    csv,
  );
  await target.write(lines.header());
  return fieldWriter(
    (fields) => target.write(lines.row(fields)),
    async () => undefined,
  );
}

/** Every row as it is. */
function lineWriter(target: NewFile): RowWriter {
  return {
    row: async ({ bytes }) => {
      await target.write(bytes);
      await target.write(LINE_FEED);
      return true;
    },
    end: async () => undefined,
  };
}

function fieldWriter(add: (fields: Member[]) => Promise<void>, end: () => Promise<void>): RowWriter {
  return {
    row: async ({ bytes, number }, report) => {
      const fields = fieldsOfRow(bytes);
      if (fields) await add(fields);
      else if (Buffer.from(bytes).toString().trim() !== '')
        report.lost(atRow(number), 'It is no JSON object.');
      return fields !== null;
    },
    end,
  };
}

async function survey(rows: AsyncIterable<ExportRow>): Promise<Column[]> {
  const found = new ColumnSurvey();
  for await (const { bytes } of rows) found.add(fieldsOfRow(bytes) ?? []);
  return found.columns;
}

async function* watched(
  rows: AsyncIterable<ExportRow>,
  step: ExportProgress['step'],
  signal: AbortSignal,
  onProgress: Tell,
): AsyncGenerator<ExportRow> {
  let count = 0;
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
    if (++count % TELL_EVERY_ROWS === 0) onProgress({ step, rows: count });
  }
  onProgress({ step, rows: count });
}
