import * as vscode from 'vscode';
import { flagThreads } from '../../core/annotation/flag-thread';
import { isSettled } from '../../core/annotation/finding-verdict';
import type { Finding } from '../../core/check/finding';
import { gutterMark, movedLine } from '../../core/check/gutter-mark';
import type { GutterMark, LineChange } from '../../core/check/gutter-mark';
import type { DatasetDocument } from '../document/dataset-document';
import { gutterDecoration } from './gutter-icons';

/** Scrolling, typing and findings that come in are answered once, this long (ms) after the first of them. */
const DRAW_AFTER_MS = 60;
/** Rows above and below those that are seen, so that scrolling finds them marked. */
const ROWS_BESIDE = 60;

/** What was flagged in a row, in words. */
type Flags = ReadonlyMap<number, string[]>;

/** Marks, in the text editors on open datasets, the rows with findings and flags: those that are seen, and no others. */
export class Gutter implements vscode.Disposable {
  private readonly documents = new Map<string, DatasetDocument>();
  private readonly flags = new Map<DatasetDocument, Flags>();
  /** Of texts with unsaved changes: what changed since they were as the file is. */
  private readonly changes = new Map<string, LineChange[]>();
  private readonly decorations = new Map<string, vscode.TextEditorDecorationType>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    const soon = () => this.drawSoon();
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(soon),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.changes.delete(uri.toString())),
    ];
  }

  /** Marks the rows of a dataset for as long as it is open. */
  follow(document: DatasetDocument): void {
    const name = document.uri.toString();
    this.documents.set(name, document);
    const listening = document.onDidChange(({ kind }) => {
      if (kind === 'decided' || kind === 'rows' || kind === 'reopened') this.flags.delete(document);
      if (kind === 'checked' || kind === 'reopened') this.forgetChanges(document.uri);
      this.drawSoon();
    });
    document.onDidDispose(() => {
      listening.dispose();
      if (this.documents.get(name) === document) this.documents.delete(name);
      this.flags.delete(document);
      this.drawSoon();
    });
    this.drawSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const decoration of this.decorations.values()) decoration.dispose();
  }

  /** VS Code tells what changed before it calls the text unsaved; that it is saved, or as it was, it tells without a change. */
  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const name = document.uri.toString();
    if (!this.documents.has(name)) return;
    const before = this.changes.get(name) ?? [];
    if (contentChanges.length > 0) this.changes.set(name, [...before, ...contentChanges.map(asLines)]);
    else this.forgetChanges(document.uri);
    this.drawSoon();
  }

  /** A text without unsaved changes is as the file is. */
  private forgetChanges(uri: vscode.Uri): void {
    const name = uri.toString();
    const text = vscode.workspace.textDocuments.find((each) => each.uri.toString() === name);
    if (text?.isDirty !== true) this.changes.delete(name);
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const editor of vscode.window.visibleTextEditors) this.draw(editor);
    }, DRAW_AFTER_MS);
  }

  private draw(editor: vscode.TextEditor): void {
    const document = this.documents.get(editor.document.uri.toString());
    const marked = new Map<string, vscode.DecorationOptions[]>();
    if (document)
      for (const { mark, line, row } of this.marksIn(editor, document)) {
        const kind = kindOf(mark);
        if (!this.decorations.has(kind)) this.decorations.set(kind, gutterDecoration(mark));
        const range = new vscode.Range(line, 0, line, 1);
        marked.set(kind, [...(marked.get(kind) ?? []), { range, hoverMessage: this.wordsOf(document, row) }]);
      }
    for (const [kind, decoration] of this.decorations)
      editor.setDecorations(decoration, marked.get(kind) ?? []);
  }

  private *marksIn(
    { document: text, visibleRanges }: vscode.TextEditor,
    document: DatasetDocument,
  ): Generator<{ mark: GutterMark; line: number; row: number }> {
    const changes = this.changes.get(text.uri.toString()) ?? [];
    const moved = changes.reduce(
      (sum, { start, end, lines }) => sum + Math.abs(lines - 1 - (end - start)),
      0,
    );
    const seen = (line: number) => visibleRanges.some(({ start, end }) => isNear(line, start.line, end.line));
    const first = Math.min(...visibleRanges.map(({ start }) => start.line)) - ROWS_BESIDE - moved;
    const last = Math.max(...visibleRanges.map(({ end }) => end.line)) + ROWS_BESIDE + moved;
    for (let row = Math.max(0, first); row <= last; row++) {
      const mark = gutterMark(openFindings(document, row), this.flagsOf(document).has(row));
      const line = mark && movedLine(row, changes);
      if (mark && line !== null && seen(line) && line < text.lineCount) yield { mark, line, row };
    }
  }

  /** The open flags of a dataset by row; a row is where it was when it was flagged. */
  private flagsOf(document: DatasetDocument): Flags {
    const known = this.flags.get(document);
    if (known) return known;
    const { fold } = document.annotations;
    const flags = new Map<number, string[]>();
    for (const { flag, open } of fold.flaggedRows.flatMap((key) => flagThreads(fold.standing(key)))) {
      if (!open) continue;
      const { category, comment } = flag.value;
      const words = `${category}, ${flag.annotator}${comment === '' ? '' : `: ${comment}`}`;
      flags.set(flag.row.number, [...(flags.get(flag.row.number) ?? []), words]);
    }
    this.flags.set(document, flags);
    return flags;
  }

  /** What stands in a row's mark, for whoever rests the pointer on the row's beginning. Problems tell the findings themselves. */
  private wordsOf(document: DatasetDocument, row: number): vscode.MarkdownString[] {
    const flags = this.flagsOf(document).get(row) ?? [];
    return flags.map((words) => new vscode.MarkdownString().appendText(vscode.l10n.t('Flagged: {0}', words)));
  }
}

function openFindings(document: DatasetDocument, row: number): Pick<Finding, 'severity'>[] {
  const { findings } = document.checks;
  const open = findings.of(row).filter((finding) => !isSettled(document.verdictOn(finding)));
  const beyond = findings.worstBeyond(row);
  return beyond === null ? open : [...open, { severity: beyond }];
}

function isNear(line: number, start: number, end: number): boolean {
  return line >= start - ROWS_BESIDE && line <= end + ROWS_BESIDE;
}

function kindOf({ severity, flagged }: GutterMark): string {
  return `${severity ?? 'none'} ${flagged}`;
}

function asLines({ range, text }: vscode.TextDocumentContentChangeEvent): LineChange {
  return {
    start: range.start.line,
    end: range.end.line,
    lines: text.split('\n').length,
    atStart: range.start.character === 0 && range.end.character === 0,
  };
}
