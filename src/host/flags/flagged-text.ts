import * as vscode from 'vscode';
import { AnnotationLog } from '../../core/annotation/annotation-log';
import type { Annotator } from '../../core/annotation/annotation-log';
import { flagThreads, replyTo } from '../../core/annotation/flag-thread';
import type { FlagThread } from '../../core/annotation/flag-thread';
import { logFolder } from '../../core/annotation/log-name';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { identityRule } from '../../core/profile/profile-identity';
import { rowsInLines } from '../../core/row/rows-in-lines';
import type { RowInLines } from '../../core/row/rows-in-lines';
import type { DatasetDocument } from '../document/dataset-document';
import { watchFolder } from '../document/folder-watch';
import { targetDigest } from '../page/row-packets';
import { closedFileProfile } from '../project/closed-file-profile';
import type { FlagCommentSurroundings } from './flag-comments';
import { commentsOf, rangeOf, threadLabel } from './flag-words';

/** A flag that stands on a line of the text. */
interface Placed {
  thread: FlagThread;
  row: RowInLines;
}

/** One dataset that is open as text, and the comments that its flags are there. */
export class FlaggedText implements vscode.Disposable {
  private readonly text: vscode.TextDocument;
  private readonly controller: vscode.CommentController;
  private readonly around: FlagCommentSurroundings;
  /** by flag */
  private placed = new Map<string, Placed>();
  private readonly shown = new Map<string, vscode.CommentThread>();
  /** The log of a dataset that is open in Scholium is that one's; of another, one's own. */
  private own: AnnotationLog | null = null;
  private dataset: DatasetDocument | null = null;
  private listening: vscode.Disposable[] = [];
  private drawings = 0;
  private disposed = false;

  constructor(
    text: vscode.TextDocument,
    controller: vscode.CommentController,
    around: FlagCommentSurroundings,
  ) {
    this.text = text;
    this.controller = controller;
    this.around = around;
    this.look();
  }

  /** The dataset was opened or closed in Scholium: its log is read from there, or here. */
  look(): void {
    this.stopListening();
    const { uri } = this.text;
    this.dataset =
      [...this.around.editor.documents].find((each) => each.uri.toString() === uri.toString()) ?? null;
    if (this.dataset) {
      this.listening = [
        this.dataset.onDidChange(({ kind }) => {
          if (kind === 'decided' || kind === 'rows' || kind === 'reopened') this.draw();
        }),
      ];
      return this.draw();
    }
    const log = (this.own = new AnnotationLog(nodeFileStore, uri.fsPath));
    const read = async () => {
      await log.load();
      this.draw();
    };
    this.listening = [
      watchFolder(logFolder(uri.fsPath), '*.jsonl', async (changed) => {
        if (await log.hasNews(changed)) await read().catch(this.failed);
      }),
    ];
    read().catch(this.failed);
  }

  /** Puts the flags on the lines where their rows stand now. */
  draw(): void {
    this.place().catch(this.failed);
  }

  /** Answers a flag: one line in the annotator's log. */
  async answer(by: Annotator, flag: string, comment: string, change: boolean): Promise<void> {
    const placed = this.placed.get(flag);
    const reply = placed && replyTo(placed.thread, comment, change);
    if (!reply) return;
    const { key, hash, line: number, value } = placed.row;
    const text = targetDigest(reply.target, value);
    await this.annotations.decide(by, { key, hash, number }, [{ decision: reply, text }]);
    const [row] = this.dataset?.documentRows([number]) ?? [];
    if (row !== undefined) this.dataset?.decided(row, this);
    else this.dataset?.decidedMany();
    if (!this.dataset) this.draw();
  }

  dispose(): void {
    this.disposed = true;
    this.stopListening();
    for (const thread of this.shown.values()) thread.dispose();
    this.shown.clear();
  }

  private get annotations(): AnnotationLog {
    return this.dataset?.annotations ?? (this.own as AnnotationLog);
  }

  private stopListening(): void {
    for (const subscription of this.listening) subscription.dispose();
    this.listening = [];
    void this.own?.close();
    this.own = null;
  }

  private async place(): Promise<void> {
    const drawing = ++this.drawings;
    const isStale = () => this.disposed || drawing !== this.drawings;
    const { fold } = this.annotations;
    const threads = fold.flaggedRows.flatMap((key) => flagThreads(fold.standing(key)));
    const rows = threads.length === 0 ? new Map<string, RowInLines>() : await this.rowsOf(threads, isStale);
    if (isStale()) return;
    this.placed = new Map(
      threads.flatMap((thread) => {
        const row = rows.get(thread.flag.row.key);
        return row ? [[thread.flag.id, { thread, row }]] : [];
      }),
    );
    this.show();
  }

  /** Only rows that are flagged are looked at, where they stood when they were last spoken of. */
  private async rowsOf(
    threads: readonly FlagThread[],
    isStale: () => boolean,
  ): Promise<Map<string, RowInLines>> {
    const profile =
      this.dataset?.inForce.profile ?? (await closedFileProfile(this.around, this.text.uri.fsPath)).profile;
    const { text } = this;
    const sought = new Map(
      threads.map(({ flag, replies }) => [flag.row.key, (replies.at(-1) ?? flag).row] as const),
    );
    const lines = {
      count: text.lineCount,
      line: (at: number) => (at < text.lineCount ? text.lineAt(at).text : undefined),
    };
    return rowsInLines(lines, identityRule(profile), [...sought.values()], isStale);
  }

  private show(): void {
    for (const [flag, thread] of this.shown) {
      if (this.placed.has(flag)) continue;
      thread.dispose();
      this.shown.delete(flag);
    }
    for (const [flag, { thread, row }] of this.placed) {
      const shown = this.shown.get(flag) ?? this.begin(flag, row, thread);
      const range = rangeOf(thread.flag, row);
      if (!shown.range?.isEqual(range)) shown.range = range;
      shown.comments = commentsOf(thread);
      shown.label = threadLabel(thread);
      shown.contextValue = thread.open ? 'open' : 'resolved';
      shown.state = thread.open ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    }
  }

  private begin(flag: string, row: RowInLines, thread: FlagThread): vscode.CommentThread {
    const { uri } = this.text;
    const begun = this.controller.createCommentThread(uri, rangeOf(thread.flag, row), commentsOf(thread));
    begun.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    this.shown.set(flag, begun);
    return begun;
  }

  private readonly failed = (error: unknown) => {
    this.around.log.error(`${this.text.uri.fsPath}: its flags could not be shown`, error);
  };
}
