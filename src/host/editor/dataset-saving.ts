import * as vscode from 'vscode';
import type { SaveOptions } from '../../core/edit/save';

/** A file larger than this many bytes takes long enough to write that people want to see how far it is. */
const LONG_SAVE = 200e6;

/** Writes a dataset, with progress and a way to stop where that takes a while. Stopping leaves the file as it was. */
export async function saveWithProgress(
  name: string,
  size: number,
  cancellation: vscode.CancellationToken,
  save: (options: SaveOptions) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const stopped = cancellation.onCancellationRequested(() => stop.abort());
  try {
    if (size < LONG_SAVE) return await save({ signal: stop.signal });
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Saving {0}', name),
        cancellable: true,
      },
      async (progress, pressed) => {
        pressed.onCancellationRequested(() => stop.abort());
        let told = 0;
        const onProgress = (bytes: number) => {
          const percent = Math.min(100, Math.floor((100 * bytes) / size));
          if (percent > told) progress.report({ increment: percent - told });
          told = Math.max(told, percent);
        };
        await save({ signal: stop.signal, onProgress });
      },
    );
  } finally {
    stopped.dispose();
  }
}
