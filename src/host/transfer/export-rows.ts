import path from 'node:path';
import * as vscode from 'vscode';
import { defaultCsv } from '../../core/export/export-options';
import type { ExportFormat, ExportResult, ExportRow } from '../../core/export/export-options';
import type { DocumentRow } from '../../core/edit/document-rows';
import type { DocumentSnapshot } from '../../core/edit/document-snapshot';
import { exportInThread } from '../../workers/export-client';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';
import { withCancel } from '../with-cancel';

/** What is exported: a dataset, or the rows that a filter leaves of it. */
export interface ExportSource {
  /** The file that the rows come from; what is exported is proposed beside it. */
  file: string;
  /** How many rows there are, as far as that is known. */
  count: number;
  rows(): AsyncIterable<ExportRow>;
}

interface FormatItem extends vscode.QuickPickItem {
  format: ExportFormat;
}

/** Asks for a format and a place, and writes the rows there. `exportWorker`: the built export-worker.js. */
export async function exportRows(
  source: ExportSource,
  { exportWorker, texts }: { exportWorker: string; texts: ReadOnlyTexts },
): Promise<void> {
  const chosen = await vscode.window.showQuickPick(formats(), {
    title: vscode.l10n.t('Export {0} rows of {1}', source.count.toLocaleString(), path.basename(source.file)),
    placeHolder: vscode.l10n.t('As'),
  });
  const target = chosen && (await askWhere(source.file, chosen.format));
  if (!chosen || !target) return;
  const request = { to: target.fsPath, replace: true, format: chosen.format, csv: defaultCsv }; // the dialog has asked
  const result = await withCancel(
    vscode.l10n.t('Exporting to {0}', path.basename(target.fsPath)),
    (signal, tell) =>
      exportInThread(exportWorker, request, source.rows(), signal, ({ rows, step }) =>
        tell(
          vscode.l10n.t('{0} rows', rows.toLocaleString()),
          step === 'writing' ? rows / Math.max(source.count, 1) : 0,
        ),
      ),
  );
  if (result) await tellResult(target, result, texts);
}

function formats(): FormatItem[] {
  return [
    { format: 'jsonl', label: 'JSONL', detail: vscode.l10n.t('Every row exactly as it is') },
    {
      format: 'parquet',
      label: 'Parquet',
      detail: vscode.l10n.t('Columns with types; nested values as JSON'),
    },
    {
      format: 'csv',
      label: 'CSV',
      detail: vscode.l10n.t('For spreadsheets, which cannot run what is in the cells; nested values as JSON'),
    },
  ];
}

async function askWhere(file: string, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const { dir, name } = path.parse(file);
  const ending = format === 'jsonl' ? '.export.jsonl' : `.${format}`;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(path.join(dir, name + ending)),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (target?.fsPath === file)
    throw new Error(vscode.l10n.t('Choose another file than the one that is open.'));
  return target;
}

async function tellResult(target: vscode.Uri, result: ExportResult, texts: ReadOnlyTexts): Promise<void> {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(target) !== undefined;
  if (inWorkspace) await vscode.commands.executeCommand('revealInExplorer', target);
  const name = path.basename(target.fsPath);
  const sentences = [vscode.l10n.t('{0}: {1} rows.', name, result.rows.toLocaleString())];
  if (result.leftOut === 0) {
    void vscode.window.showInformationMessage(sentences.join(' '));
    return;
  }
  sentences.push(vscode.l10n.t('{0} were left out: they are no JSON objects.', result.leftOut));
  const show = vscode.l10n.t('Show Which');
  void vscode.window.showWarningMessage(sentences.join(' '), show).then((chosen) => {
    const lines = result.problems.map(({ place, message }) => `${place}: ${message}`);
    return chosen === show ? texts.show(`${name}.txt`, lines.join('\n')) : undefined;
  });
}

const ROWS_AT_ONCE = 100;

/**
 * Asks for a format and a place, and writes these rows of a document (0-based, in this order) there as they are in a snapshot of
 * it; null: every row. The snapshot is closed in the end.
 */
export async function exportSnapshot(
  document: DatasetDocument,
  snapshot: DocumentSnapshot,
  numbers: readonly number[] | null,
  around: Parameters<typeof exportRows>[1],
): Promise<void> {
  try {
    const source = {
      file: document.uri.fsPath,
      count: numbers?.length ?? snapshot.rowCount,
      rows: () => (numbers ? rowsOf(snapshot, numbers) : everyRow(document, snapshot)),
    };
    await exportRows(source, around);
  } finally {
    await snapshot.close();
  }
}

async function* rowsOf(snapshot: DocumentSnapshot, numbers: readonly number[]): AsyncGenerator<ExportRow> {
  await snapshot.whole();
  for (const number of numbers) yield* whole(await snapshot.rows(number, 1));
}

/** Every row of a snapshot, those too that the index finds only now. */
export async function* everyRow(
  document: DatasetDocument,
  snapshot: DocumentSnapshot,
): AsyncGenerator<ExportRow> {
  const count = await snapshot.whole();
  const { failure } = document.progress;
  if (failure !== null) throw new Error(failure);
  for (let from = 0; from < count; from += ROWS_AT_ONCE)
    yield* whole(await snapshot.rows(from, Math.min(ROWS_AT_ONCE, count - from)));
}

function* whole(rows: DocumentRow[]): Generator<ExportRow> {
  for (const row of rows) {
    if (row.size > row.bytes.length) throw tooLong(row.number);
    yield row;
  }
}

function tooLong(row: number): Error {
  return new Error(
    vscode.l10n.t(
      'Row {0} is too long to go through the editor: use `scholium export` in a terminal.',
      row + 1,
    ),
  );
}
