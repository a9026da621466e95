import path from 'node:path';
import * as vscode from 'vscode';
import type { LogEvent } from '../../core/annotation/event';
import { logFileName, logFolder } from '../../core/annotation/log-name';
import { linesToAppend, readSuggestions } from '../../core/annotation/suggestion-log';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { DatasetDocument } from '../document/dataset-document';

const SETTING = 'suggestions';

/** Asks for a file of models' events, and puts them into the models' logs beside the dataset. */
export async function importSuggestions(document: DatasetDocument): Promise<void> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Labels of a model for {0}', document.name),
      openLabel: vscode.l10n.t('Import'),
      filters: { JSONL: ['jsonl'] },
    })) ?? [];
  if (!chosen) return;
  const models = readSuggestions(path.basename(chosen.fsPath), await textOf(chosen.fsPath));
  let imported = 0;
  for (const [model, events] of models) imported += await append(document, model, events);
  await document.reloadAnnotations();
  await tell(imported, [...models.keys()]);
}

/** How many lines were new. */
async function append(document: DatasetDocument, model: string, events: LogEvent[]): Promise<number> {
  const file = path.join(logFolder(document.uri.fsPath), logFileName(model));
  const lines = linesToAppend(events, file, await textOf(file));
  if (lines === '') return 0;
  const log = await nodeFileStore.openLog(file);
  try {
    await log.append(Buffer.from(lines));
  } finally {
    await log.close();
  }
  return lines.trim().split('\n').length;
}

async function textOf(file: string): Promise<string> {
  const bytes = await nodeFileStore.readAll(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return new Uint8Array();
    throw error;
  });
  return new TextDecoder().decode(bytes);
}

/** Says what came of it; suggestions are shown only to those who want them. */
async function tell(imported: number, models: string[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('scholium');
  const words = vscode.l10n.t('{0} new suggestions by {1}.', imported, models.join(', '));
  if (settings.get(SETTING, false)) return void vscode.window.showInformationMessage(words);
  const show = vscode.l10n.t('Show Them after My Own Label');
  const off = vscode.l10n.t('{0} They are not shown: suggestions are off.', words);
  if ((await vscode.window.showInformationMessage(off, show)) === show)
    await settings.update(SETTING, true, vscode.ConfigurationTarget.Workspace);
}
