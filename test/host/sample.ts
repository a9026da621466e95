import * as path from 'node:path';
import * as vscode from 'vscode';

const PATIENCE = 15_000;

/** A file of the workspace, which is a copy of the sample datasets. */
export function sampleFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.file(path.join(folder.uri.fsPath, name));
}

export async function openInScholium(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, 'scholium.dataset');
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Looks again and again until there is what is looked for. */
export async function found<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`not found: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What Scholium says of a file, once it says so much. */
export function problemsOf(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return found(() => {
    const said = vscode.languages.getDiagnostics(uri);
    return said.length === count ? said : undefined;
  });
}
