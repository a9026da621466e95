import * as vscode from 'vscode';

const SETTING = 'suggestions';

/** Says which suggestions came; they are shown only to those who want them. */
export async function tellShown(words: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('scholium');
  if (settings.get(SETTING, false)) return void vscode.window.showInformationMessage(words);
  const show = vscode.l10n.t('Show Them after My Own Label');
  const off = vscode.l10n.t('{0} They are not shown: suggestions are off.', words);
  if ((await vscode.window.showInformationMessage(off, show)) === show)
    await settings.update(SETTING, true, vscode.ConfigurationTarget.Workspace);
}
