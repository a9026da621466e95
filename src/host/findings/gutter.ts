import * as vscode from 'vscode';
import { flagThreads } from '../../core/annotation/flag-thread';
import { isSettled } from '../../core/annotation/finding-verdict';
import type { Finding } from '../../core/check/finding';
import { gutterMark } from '../../core/check/gutter-mark';
import type { GutterMark } from '../../core/check/gutter-mark';
import type { DatasetDocument } from '../document/dataset-document';
import { gutterDecoration } from './gutter-icons';
import type { UnsavedTexts } from './unsaved-texts';

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
  private readonly decorations = new Map<string, vscode.TextEditorDecorationType>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly unsaved: UnsavedTexts;
  private timer: NodeJS.Timeout | undefined;

  constructor(unsaved: UnsavedTexts) {
    this.unsaved = unsaved;
    const soon = () => this.drawSoon();
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(soon),
      unsaved.onDidChange(soon),
      unsaved.onDidCheck(soon),
    ];
  }

  /** Marks the rows of a dataset for as long as it is open. */
  follow(document: DatasetDocument): void {
    const name = document.uri.toString();
    this.documents.set(name, document);
    const listening = document.onDidChange(({ kind }) => {
      if (kind === 'decided' || kind === 'rows' || kind === 'reopened') this.flags.delete(document);
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
        const hoverMessage = row === null ? [] : this.wordsOf(document, row);
        marked.set(kind, [...(marked.get(kind) ?? []), { range, hoverMessage }]);
      }
    for (const [kind, decoration] of this.decorations)
      editor.setDecorations(decoration, marked.get(kind) ?? []);
  }

  /** Of rows of the file where they stand now, and of lines that were typed. */
  private *marksIn(
    { document: text, visibleRanges }: vscode.TextEditor,
    document: DatasetDocument,
  ): Generator<{ mark: GutterMark; line: number; row: number | null }> {
    const seen = (line: number) =>
      line < text.lineCount && visibleRanges.some(({ start, end }) => isNear(line, start.line, end.line));
    const typed = this.unsaved.typed(text.uri);
    const moved = this.unsaved.shift(text.uri);
    const first = Math.min(...visibleRanges.map(({ start }) => start.line)) - ROWS_BESIDE - moved;
    const last = Math.max(...visibleRanges.map(({ end }) => end.line)) + ROWS_BESIDE + moved;
    const rows = new Set<number>();
    for (let row = Math.max(0, first); row <= last; row++) {
      const line = this.unsaved.lineOf(text.uri, row);
      if (line === null || !seen(line)) continue;
      rows.add(line);
      const found = typed.get(line)?.filter((finding) => isOpen(finding, document));
      const mark = gutterMark(found ?? openFindings(document, row), this.flagsOf(document).has(row));
      if (mark) yield { mark, line, row };
    }
    for (const [line, found] of typed) {
      const mark = gutterMark(
        found.filter((finding) => isOpen(finding, document)),
        false,
      );
      if (mark && seen(line) && !rows.has(line)) yield { mark, line, row: null };
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
  const open = findings.of(row).filter((finding) => isOpen(finding, document));
  const beyond = findings.worstBeyond(row);
  return beyond === null ? open : [...open, { severity: beyond }];
}

function isOpen(finding: Finding, document: DatasetDocument): boolean {
  return !isSettled(document.verdictOn(finding));
}

function isNear(line: number, start: number, end: number): boolean {
  return line >= start - ROWS_BESIDE && line <= end + ROWS_BESIDE;
}

function kindOf({ severity, flagged }: GutterMark): string {
  return `${severity ?? 'none'} ${flagged}`;
}
