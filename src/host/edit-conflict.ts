import * as vscode from 'vscode';
import { ConflictError } from '../core/edit/file-identity';
import type { SaveOptions } from '../core/edit/save';
import type { DatasetDocument } from './dataset-document';

/** Saves; when somebody else changed the file meanwhile, asks what is to be done. Rejects when nothing was saved. */
export async function saveOrAsk(document: DatasetDocument, options: SaveOptions): Promise<void> {
  try {
    await document.save(options);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const reload = vscode.l10n.t('Reload, Drop My Edits');
    const answer = await vscode.window.showWarningMessage(error.message, { modal: true }, reload);
    if (answer !== reload) throw error;
    await document.reload();
  }
}

/** The file became another one while it has unsaved edits here. */
export async function askAboutChange(document: DatasetDocument): Promise<void> {
  const reload = vscode.l10n.t('Reload, Drop My Edits');
  const message = vscode.l10n.t(
    '{0} was changed on disk by another program, and has unsaved edits here.',
    document.name,
  );
  if ((await vscode.window.showWarningMessage(message, reload)) === reload) await document.reload();
}
