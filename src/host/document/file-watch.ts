import path from 'node:path';
import * as vscode from 'vscode';
import { logFolder } from '../../core/annotation/log-name';
import type { ComparePanels } from '../compare/compare-panels';
import type { DatasetDocument } from './dataset-document';
import { askAboutChange } from '../editor/edit-conflict';

/** A burst of changes (a pull, a script that writes row by row) is answered once, this long (ms) after its last. */
const SETTLE_MS = 250;

const LOGS = '*.jsonl';
const LIBRARIES = '*.{json,jsonl,ndjson}';

/**
 * Notices when the dataset or somebody's annotation log changes on disk. Watches folders, not files: a file that is
 * replaced by a rename would no longer be seen.
 */
export function watchDocument(
  document: DatasetDocument,
  compare: ComparePanels,
  log: vscode.LogOutputChannel,
): void {
  const file = document.uri.fsPath;
  const subscriptions = [
    watch(path.dirname(file), path.basename(file), async () => {
      const became = await document.lookAtDisk();
      if (became !== 'same') log.info(`${document.name} has ${became} on disk`);
      if (became !== 'replaced') return;
      if (document.dirty) await askAboutChange(document, compare);
      else await document.reload();
    }),
    watch(path.dirname(file), LIBRARIES, async (changed) => {
      if (changed.some((name) => path.resolve(name) !== path.resolve(file))) document.libraryChanged();
    }),
    watch(logFolder(file), LOGS, async (changed) => {
      if (await document.annotations.hasNews(changed)) await document.reloadAnnotations();
    }),
  ];
  document.onDidDispose(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });

  function watch(
    folder: string,
    pattern: string,
    react: (changed: string[]) => Promise<void>,
  ): vscode.Disposable {
    const glob = new vscode.RelativePattern(vscode.Uri.file(folder), globEscaped(pattern));
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    let changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    const settle = () => {
      const names = [...changed];
      changed = new Set();
      react(names).catch((error: unknown) => log.error(`${document.name}: could not be read again`, error));
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
}

function globEscaped(pattern: string): string {
  return pattern === LOGS || pattern === LIBRARIES ? pattern : pattern.replace(/[[\]{}?*]/g, '[$&]');
}
