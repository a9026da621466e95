import * as vscode from 'vscode';
import { VIEW_TYPE } from './view-type';

const ASKED = 'default-editor-offered';

/** Offers, once for each workspace, to open JSONL files in Scholium without being asked. */
export async function offerDefaultEditor(state: vscode.Memento): Promise<void> {
  if (state.get(ASKED, false) || isDefault() || !vscode.workspace.workspaceFolders) return;
  await state.update(ASKED, true);
  const yes = vscode.l10n.t('Open in Scholium');
  const no = vscode.l10n.t('Keep Text');
  const question = vscode.l10n.t('Open .jsonl and .ndjson files of this workspace in Scholium by default?');
  if ((await vscode.window.showInformationMessage(question, yes, no)) === yes) await makeDefault();
}

/** Writes the association into the workspace's settings, where people can see and take it back. */
export async function makeDefault(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('workbench');
  const before = settings.inspect<Record<string, string>>('editorAssociations')?.workspaceValue ?? {};
  const associations = { ...before, '*.jsonl': VIEW_TYPE, '*.ndjson': VIEW_TYPE };
  await settings.update('editorAssociations', associations, vscode.ConfigurationTarget.Workspace);
}

function isDefault(): boolean {
  const associations = vscode.workspace
    .getConfiguration('workbench')
    .get<Record<string, string>>('editorAssociations', {});
  return associations['*.jsonl'] === VIEW_TYPE;
}
