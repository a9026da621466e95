import * as vscode from 'vscode';

/** The git that VS Code's own extension found; else the one on the path. */
export async function gitProgram(): Promise<string> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return 'git';
  const git = await extension.activate();
  return git.enabled ? git.getAPI(1).git.path : 'git';
}

/** What is used of VS Code's git extension. */
interface GitExtension {
  enabled: boolean;
  getAPI(version: 1): { git: { path: string } };
}
