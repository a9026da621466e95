import { rename, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { readProject } from '../../core/project/read-project';

/** The text of a project file; null where there is none. Rejects when nothing can be put in a section of it. */
export async function projectText(file: string, section: string): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file);
  if (open?.isDirty) throw new Error(vscode.l10n.t('Save {0} first: it has edits of yours.', file));
  const bytes = await nodeFileStore.readAll(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  const broken = readProject(text).faults.find(({ path: where }) => where === '' || where === section);
  if (!broken) return text;
  throw new Error(vscode.l10n.t('Mend {0} first, line {1}: {2}', file, broken.line, broken.message));
}

/** Asks whether a project file may be made; `detail` says for what. */
export async function mayMakeProject(detail: string): Promise<boolean> {
  const make = vscode.l10n.t('Create');
  const words = vscode.l10n.t('This folder has no scholium.json yet. Create it?');
  return (await vscode.window.showInformationMessage(words, { modal: true, detail }, make)) === make;
}

/** The file has the old text or the new, whatever happens. */
export async function writeProject(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, text, { flush: true });
  await rename(beside, file);
}
