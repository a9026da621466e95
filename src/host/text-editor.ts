import * as vscode from 'vscode';

/** Opens the file as text with the cursor in a row (0-based). */
export async function openAsText(uri: vscode.Uri, row: number): Promise<void> {
  const selection = new vscode.Range(row, 0, row, 0);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { selection, preview: false });
}

/** Closes the text tabs of a file that is now open in Scholium. One with unsaved edits stays. */
export async function closeTextTabs(uri: vscode.Uri): Promise<void> {
  const group = vscode.window.tabGroups.activeTabGroup;
  const same = group.tabs.filter((tab) => !tab.isActive && !tab.isDirty && fileOf(tab) === uri.toString());
  await vscode.window.tabGroups.close(same);
}

function fileOf({ input }: vscode.Tab): string | null {
  return input instanceof vscode.TabInputText ? input.uri.toString() : null;
}

/** The row that the cursor of a text editor on `uri` is in, where there is one. */
export function rowOfCursor(uri: vscode.Uri): number | null {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : null;
}
