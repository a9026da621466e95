import * as vscode from 'vscode';
import type { FlagThread } from '../../core/annotation/flag-thread';
import { spanInString } from '../../core/row/value-span';
import type { RowInLines } from '../../core/row/rows-in-lines';

/** A comment of VS Code that is a line of somebody's log. */
interface FlagComment extends vscode.Comment {
  /** The event's id of the flag. */
  flag: string;
}

/** Where a flag stands in the line of its row: the step that it is about, else the line's beginning. */
export function rangeOf({ target }: FlagThread['flag'], { line, text }: RowInLines): vscode.Range {
  const span = target.kind === 'step' ? spanInString(text, target.path, target) : null;
  return new vscode.Range(line, span?.start ?? 0, line, span?.end ?? 0);
}

/** `Flag of step 3: reasoning, major`; the step from 1. */
export function threadLabel({ flag: { target, value } }: FlagThread): string {
  const what = `${value.category}, ${value.severity}`;
  if (target.kind === 'step') return vscode.l10n.t('Flag of step {0}: {1}', target.step + 1, what);
  return target.kind === 'trace'
    ? vscode.l10n.t('Flag of a trace: {0}', what)
    : vscode.l10n.t('Flag of the row: {0}', what);
}

/** What was said, oldest first. The texts come from logs: they are shown as they are, as no Markdown. */
export function commentsOf({ flag, replies }: FlagThread): FlagComment[] {
  const said = (event: FlagThread['flag'] | FlagThread['replies'][number], label?: string): FlagComment => ({
    flag: flag.id,
    body: event.value.comment,
    author: { name: event.annotator },
    timestamp: new Date(event.time),
    mode: vscode.CommentMode.Preview,
    ...(label === undefined ? {} : { label }),
  });
  return [said(flag), ...replies.map((reply) => said(reply, stateWords(reply.value.state)))];
}

function stateWords(state: 'open' | 'resolved' | undefined): string | undefined {
  if (state === undefined) return undefined;
  return state === 'resolved' ? vscode.l10n.t('resolved it') : vscode.l10n.t('opened it again');
}
