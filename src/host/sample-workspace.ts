import { cp } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/** Copies the sample datasets to the extension's own storage, so that labels can be tried freely, and opens them. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const source = path.join(context.extensionPath, 'media', 'sample');
  const folder = path.join(context.globalStorageUri.fsPath, 'sample');
  await cp(source, folder, { recursive: true, force: false }); // what was labelled there stays
  const uri = vscode.Uri.file(folder);
  if (vscode.workspace.workspaceFolders?.some((open) => open.uri.fsPath === folder)) return;
  await vscode.commands.executeCommand('vscode.openFolder', uri, {
    forceNewWindow: vscode.workspace.workspaceFolders !== undefined,
  });
}
