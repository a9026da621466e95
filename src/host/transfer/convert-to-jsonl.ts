import path from 'node:path';
import * as vscode from 'vscode';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { ConvertRequest, ConvertResult } from '../../core/import/convert';
import { describeFile } from '../../core/import/file-kind';
import { defaultImport } from '../../core/import/import-options';
import type { ImportOptions } from '../../core/import/import-options';
import { jsonlBeside } from '../../core/import/output-name';
import { convertInThread, previewInThread } from '../../workers/import-client';
import { chooseImport } from './import-choice';
import type { ReadOnlyTexts } from '../read-only-texts';
import { withCancel } from '../with-cancel';

export interface ConvertSurroundings {
  /** The built import-worker.js. */
  importWorker: string;
  texts: ReadOnlyTexts;
  /** Opens a dataset in Scholium. */
  open(uri: vscode.Uri): Promise<void>;
}

const PREVIEW_ROWS = 20;

/** Makes a JSONL file of the file that was chosen, and opens it. */
export async function convertToJsonl(given: unknown, around: ConvertSurroundings): Promise<void> {
  const source = await fileToConvert(given);
  if (!source) return;
  const kind = await describeFile(nodeFileStore, source.fsPath);
  if (kind.way === 'none') throw new Error(kind.sentence);
  if (kind.way === 'open') return around.open(source);
  // what is in an archive shows only when it is unpacked: all of it is taken
  const options = kind.way === 'open-read-only' ? defaultImport : await askHow(source.fsPath, around);
  const target = options && (await whereTo(source));
  if (!options || !target) return;
  const request: ConvertRequest = {
    from: source.fsPath,
    to: target.uri.fsPath,
    replace: target.replace,
    options,
  };
  const result = await withCancel(
    vscode.l10n.t('Converting {0}', path.basename(source.fsPath)),
    (signal, tell) =>
      convertInThread(around.importWorker, request, signal, ({ rows, bytes, totalBytes }) =>
        tell(vscode.l10n.t('{0} rows', rows.toLocaleString()), bytes / Math.max(totalBytes, 1)),
      ),
  );
  if (!result) return;
  await around.open(target.uri);
  void tellResult(path.basename(target.uri.fsPath), result, around.texts);
}

async function fileToConvert(given: unknown): Promise<vscode.Uri | undefined> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme === 'file') return uri;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      openLabel: vscode.l10n.t('Convert to JSONL'),
      filters: {
        [vscode.l10n.t('Datasets')]: ['json', 'csv', 'tsv', 'parquet', 'jsonl', 'ndjson', 'gz', 'zst'],
        [vscode.l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  return chosen;
}

async function askHow(
  file: string,
  { importWorker, texts }: ConvertSurroundings,
): Promise<ImportOptions | null> {
  const name = path.basename(file);
  const preview = await withCancel(vscode.l10n.t('Looking at {0}', name), (signal) =>
    previewInThread(importWorker, file, defaultImport, PREVIEW_ROWS, signal),
  );
  return preview ? chooseImport(name, preview, texts) : null;
}

/** Beside the source; where there is a file already, somebody decides. */
async function whereTo(source: vscode.Uri): Promise<{ uri: vscode.Uri; replace: boolean } | null> {
  const beside = vscode.Uri.file(jsonlBeside(source.fsPath));
  const free = await nodeFileStore.facts(beside.fsPath).then(
    () => false,
    () => true,
  );
  if (free) return { uri: beside, replace: false };
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: beside,
    filters: { JSONL: ['jsonl', 'ndjson'] },
    title: vscode.l10n.t('There is a {0} already. Where to?', path.basename(beside.fsPath)),
  });
  if (chosen?.fsPath === source.fsPath) {
    throw new Error(vscode.l10n.t('A file cannot be converted into itself.'));
  }
  return chosen ? { uri: chosen, replace: true } : null; // the dialog has asked
}

async function tellResult(name: string, result: ConvertResult, texts: ReadOnlyTexts): Promise<void> {
  const { rows, leftOut, problemCount, notes } = result;
  const sentences = [vscode.l10n.t('{0}: {1} rows.', name, rows.toLocaleString())];
  if (leftOut > 0) sentences.push(vscode.l10n.t('{0} could not be converted.', leftOut.toLocaleString()));
  if (problemCount > leftOut) sentences.push(vscode.l10n.t('{0} came over changed.', problemCount - leftOut));
  if (problemCount === 0 && notes.length === 0) {
    void vscode.window.showInformationMessage(sentences.join(' '));
    return;
  }
  const show = vscode.l10n.t('Show What Is Different');
  const chosen = await vscode.window.showWarningMessage(sentences.join(' '), show);
  if (chosen === show) await texts.show(`${name}.txt`, reportText(result), { preview: false });
}

function reportText({ kind, problems, problemCount, notes }: ConvertResult): string {
  const more = problemCount - problems.length;
  return [
    kind.sentence,
    ...notes,
    ...problems.map(({ place, message }) => `${place}: ${message}`),
    ...(more > 0 ? [vscode.l10n.t('{0} more.', more)] : []),
  ].join('\n');
}
