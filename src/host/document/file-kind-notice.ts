import * as vscode from 'vscode';
import type { DatasetDocument } from './dataset-document';

/** Says of a file that is no JSON Lines what it is, and offers the way out. Its lines are shown all the same. */
export async function tellFileKind({ kind, uri }: DatasetDocument): Promise<void> {
  if (!kind || kind.id === 'empty' || kind.way === 'open' || kind.way === 'open-read-only') return;
  const convert = vscode.l10n.t('Convert to JSONL');
  const acts = kind.way === 'convert' ? [convert] : [];
  if ((await vscode.window.showWarningMessage(kind.sentence, ...acts)) !== convert) return;
  await vscode.commands.executeCommand('scholium.convertToJsonl', uri);
}
