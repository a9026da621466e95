import path from 'node:path';
import * as vscode from 'vscode';
import type { LogEvent } from '../../core/annotation/event';
import { logFileName, logFolder } from '../../core/annotation/log-name';
import { linesToAppend, readSuggestions } from '../../core/annotation/suggestion-log';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { DatasetDocument } from '../document/dataset-document';
import { tellShown } from './shown-suggestions';

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
  await tellShown(vscode.l10n.t('{0} new suggestions by {1}.', imported, [...models.keys()].join(', ')));
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
