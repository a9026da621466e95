import * as vscode from 'vscode';

/** Says where the work is; `share` from 0 to 1. */
export type Tell = (message: string, share: number) => void;

/** Does work behind a notification that can cancel it. Undefined when it was cancelled. */
export async function withCancel<T>(
  title: string,
  work: (signal: AbortSignal, tell: Tell) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    let told = 0;
    const tell: Tell = (message, share) => {
      progress.report({ message, increment: Math.max(0, (share - told) * 100) });
      told = Math.max(told, share);
    };
    try {
      return await work(stop.signal, tell);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      throw error;
    }
  });
}
