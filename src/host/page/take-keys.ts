import type * as vscode from 'vscode';

/**
 * Puts a panel in front, with the keys in its page. A page that has them is left alone: VS Code takes its focus for a moment when it
 * gives it, and a key that is pressed in that moment is lost.
 */
export async function takeKeys(panel: vscode.WebviewPanel, page: Focusable): Promise<void> {
  if (!panel.active || !(await hasFocus(page))) panel.reveal(undefined, false);
}

/** The same once a question of ours is answered. Whoever went elsewhere meanwhile, or closed the page, stays there. */
export async function takeKeysBack(panel: vscode.WebviewPanel, page: Focusable): Promise<void> {
  if (panel.active && !(await hasFocus(page)) && panel.active) panel.reveal(undefined, false);
}

interface Focusable {
  hasFocus(): Promise<boolean>;
}

/** A page that is being read anew never says (ms). */
const PATIENCE = 500;

async function hasFocus(page: Focusable): Promise<boolean> {
  const silent = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE).unref());
  return Promise.race([page.hasFocus().catch(() => true), silent]); // a closed page needs no keys
}
