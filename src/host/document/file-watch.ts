import path from 'node:path';
import type * as vscode from 'vscode';
import { logFolder } from '../../core/annotation/log-name';
import type { ComparePanels } from '../compare/compare-panels';
import type { DatasetDocument } from './dataset-document';
import { watchFolder } from './folder-watch';
import { askAboutChange } from '../editor/edit-conflict';

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
  const failed = (error: unknown) => log.error(`${document.name}: could not be read again`, error);
  const watch = (folder: string, glob: string, react: (changed: string[]) => Promise<void>) =>
    watchFolder(folder, glob, (changed) => react(changed).catch(failed));
  const subscriptions = [
    watch(path.dirname(file), globEscaped(path.basename(file)), async () => {
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
}

function globEscaped(pattern: string): string {
  return pattern.replace(/[[\]{}?*]/g, '[$&]');
}
