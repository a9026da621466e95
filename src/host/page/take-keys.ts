import type * as vscode from 'vscode';

/**
 * Puts a panel in front, with the keys in its page. A page that has them is left alone: VS Code takes its focus for a moment when it
 * gives it, and a key that is pressed in that moment is lost.
 */
export async function takeKeys(
  panel: vscode.WebviewPanel,
  page: { hasFocus(): Promise<boolean> },
): Promise<void> {
  if (panel.active && (await page.hasFocus())) return;
  panel.reveal(undefined, false);
}
