import * as vscode from 'vscode';

/** A burst of changes (a pull, a script that writes row by row) is answered once, this long (ms) after its last. */
const SETTLE_MS = 250;

/** Tells which of a folder's files that fit a glob pattern were made, written or deleted. */
export function watchFolder(
  folder: string,
  glob: string,
  react: (changed: string[]) => Promise<void>,
): vscode.Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), glob);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    const names = [...changed];
    changed = new Set();
    void react(names);
  };
  const notice = (uri: vscode.Uri) => {
    changed.add(uri.fsPath);
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  };
  watcher.onDidChange(notice);
  watcher.onDidCreate(notice);
  watcher.onDidDelete(notice);
  return vscode.Disposable.from(watcher, { dispose: () => clearTimeout(timer) });
}
