import * as vscode from 'vscode';
import type { FlagThread } from '../../core/annotation/flag-thread';
import type { DatasetEditor } from '../editor/dataset-editor';
import type { FlagComments } from './flag-comments';
import type { FlagView } from './flag-view';

/** What can be done in the view of flags and in the comments that flags are in the text editor, by the command's name behind `scholium.flags.`. */
export function flagCommands(
  editor: DatasetEditor,
  view: FlagView,
  comments: FlagComments,
): Record<string, (...args: unknown[]) => unknown> {
  return {
    open: (thread) => isThread(thread) && openThread(editor, view, thread),
    toggleResolved: () => view.toggleResolved(),
    comment: (typed) => comments.answer(typed, false),
    resolve: (typed) => comments.answer(typed, true),
    reopen: (typed) => comments.answer(typed, true),
  };
}

/** Goes to the row that was flagged, wherever it stands now, and to the step in it. */
async function openThread(editor: DatasetEditor, view: FlagView, { flag }: FlagThread): Promise<void> {
  const page = view.shown && editor.pageOn(view.shown);
  if (!page) throw new Error(vscode.l10n.t('Open the dataset again: its flags are no longer shown.'));
  await page.goToDecided(flag.row, { target: flag.target, question: null });
}

/** Threads come from the view itself; anything may come from whoever runs the command. */
function isThread(given: unknown): given is FlagThread {
  return typeof given === 'object' && given !== null && 'flag' in given && 'replies' in given;
}
