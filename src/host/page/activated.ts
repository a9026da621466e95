import type * as vscode from 'vscode';

/** Resolves once a panel is the one in front that has the focus: VS Code knows it a moment later than its page does. */
export function activated(panel: vscode.WebviewPanel): Promise<void> {
  if (panel.active) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = panel.onDidChangeViewState(() => {
      if (!panel.active) return;
      listening.dispose();
      resolve();
    });
  });
}
