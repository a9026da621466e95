import * as vscode from 'vscode';
import type { Finding } from '../../core/check/finding';
import { movedLine, touchedLines } from '../../core/check/line-changes';
import type { LineChange } from '../../core/check/line-changes';
import type { DatasetDocument } from '../document/dataset-document';

/** Typed lines are checked when nothing was typed for so long (ms). */
const CHECK_AFTER_MS = 250;
/** Of a text with more changed lines, none is checked before it is saved. */
const MOST_LINES = 200;

/** After more changes that move lines, nothing is told of where rows stand before the text is saved. */
const MOST_MOVES = 2000;

/** What was typed into the text of an open dataset since it was as the file is. */
class UnsavedText {
  /** Those that move lines, in their order; null when they are too many. */
  moves: LineChange[] | null = [];
  /** Null when they are too many to be checked. */
  touched: ReadonlySet<number> | null = new Set();
  /** By line, of the touched ones that were checked. */
  findings = new Map<number, Finding[]>();
  timer: NodeJS.Timeout | undefined;

  takeAll(changes: readonly LineChange[]): void {
    for (const change of changes) this.touch(change);
    const moves = changes.filter(({ start, end, lines }) => lines > 1 || end > start);
    if (moves.length === 0) return;
    if (this.moves)
      this.moves = this.moves.length + moves.length > MOST_MOVES ? null : [...this.moves, ...moves];
    const found = [...this.findings];
    this.findings = new Map();
    for (const [line, findings] of found) {
      const now = movedLine(line, moves);
      if (now !== null) this.findings.set(now, atRow(findings, now));
    }
  }

  private touch(change: LineChange): void {
    if (!this.touched) return;
    this.touched = change.lines > MOST_LINES ? null : touchedLines(this.touched, change);
    if (this.touched && this.touched.size > MOST_LINES) this.touched = null;
    if (!this.touched) this.findings = new Map(); // what was typed since may have put it right
  }
}

function atRow(findings: readonly Finding[], row: number): Finding[] {
  return findings.map((finding) => ({ ...finding, row }));
}

/** The texts of open datasets while they have unsaved changes: where the rows of the file stand, and what the checks find in the lines that were typed. */
export class UnsavedTexts implements vscode.Disposable {
  private readonly documents = new Map<string, DatasetDocument>();
  private readonly texts = new Map<string, UnsavedText>();
  private readonly changed = new vscode.EventEmitter<DatasetDocument>();
  private readonly checked = new vscode.EventEmitter<DatasetDocument>();
  private readonly subscriptions = [
    this.changed,
    this.checked,
    vscode.workspace.onDidChangeTextDocument((event) => this.take(event)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
  ];
  /** Lines may stand elsewhere. */
  readonly onDidChange = this.changed.event;
  /** What was typed is checked, or the text is as the file is again. */
  readonly onDidCheck = this.checked.event;

  follow(document: DatasetDocument): void {
    const name = document.uri.toString();
    this.documents.set(name, document);
    const listening = document.onDidChange(({ kind }) => {
      if (kind === 'checked' || kind === 'reopened') this.forgetSaved(document.uri);
      if (kind === 'reopened') this.checkAgain(document);
    });
    document.onDidDispose(() => {
      listening.dispose();
      if (this.documents.get(name) !== document) return;
      this.documents.delete(name);
      this.forget(document.uri);
    });
  }

  /** The line that a row of the file stands in; null for one that is gone. */
  lineOf(uri: vscode.Uri, row: number): number | null {
    const moves = this.movesIn(uri);
    return moves && movedLine(row, moves);
  }

  /** By how many lines rows are moved at most. */
  shift(uri: vscode.Uri): number {
    return (this.movesIn(uri) ?? []).reduce(
      (sum, { start, end, lines }) => sum + Math.abs(lines - 1 - (end - start)),
      0,
    );
  }

  /** What is found in the lines that were typed and checked, by line. */
  typed(uri: vscode.Uri): ReadonlyMap<number, Finding[]> {
    return this.texts.get(uri.toString())?.findings ?? new Map<number, Finding[]>();
  }

  /** What is found in a line, as far as it is checked. */
  findingsAt(document: DatasetDocument, line: number): readonly Finding[] {
    const { uri, checks } = document;
    const typed = this.typed(uri).get(line);
    if (typed) return typed;
    const moves = this.movesIn(uri);
    if (moves?.length === 0) return checks.findings.of(line);
    const moved = this.shift(uri);
    for (let row = Math.max(0, line - moved); row <= line + moved; row++)
      if (this.lineOf(uri, row) === line) return checks.findings.of(row);
    return [];
  }

  dispose(): void {
    for (const { timer } of this.texts.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private movesIn(uri: vscode.Uri): readonly LineChange[] | null {
    const text = this.texts.get(uri.toString());
    return text ? text.moves : [];
  }

  /** VS Code tells what changed before it calls the text unsaved; that it is saved, or as it was, it tells without a change. */
  private take({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const dataset = this.documents.get(document.uri.toString());
    if (!dataset) return;
    if (contentChanges.length === 0) this.forgetSaved(document.uri);
    else this.typedInto(document, dataset, contentChanges.map(asLines));
    this.changed.fire(dataset);
  }

  private typedInto(document: vscode.TextDocument, dataset: DatasetDocument, changes: LineChange[]): void {
    const name = document.uri.toString();
    const text = this.texts.get(name) ?? new UnsavedText();
    this.texts.set(name, text);
    text.takeAll(changes);
    this.checkSoon(document, dataset, text);
  }

  private checkSoon(document: vscode.TextDocument, dataset: DatasetDocument, text: UnsavedText): void {
    clearTimeout(text.timer);
    text.timer = setTimeout(() => void this.check(document, dataset, text), CHECK_AFTER_MS);
  }

  /** Other checks find other things in what was typed. */
  private checkAgain(dataset: DatasetDocument): void {
    const name = dataset.uri.toString();
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
    const text = this.texts.get(name);
    if (document && text) this.checkSoon(document, dataset, text);
  }

  private async check(
    document: vscode.TextDocument,
    dataset: DatasetDocument,
    text: UnsavedText,
  ): Promise<void> {
    if (!document.isDirty) return this.forget(document.uri); // the file changed, and the text with it
    const { version } = document;
    const lines = [...(text.touched ?? [])].filter((line) => line < document.lineCount);
    const found = new Map<number, Finding[]>();
    for (const line of lines) {
      const bytes = Buffer.from(document.lineAt(line).text);
      const findings = await dataset.checks.inRow({ number: line, bytes, size: bytes.length });
      if (document.version !== version || this.texts.get(document.uri.toString()) !== text) return;
      if (findings === null) return this.checkSoon(document, dataset, text);
      found.set(line, findings);
    }
    text.findings = found;
    this.checked.fire(dataset);
  }

  /** A text without unsaved changes is as the file is. */
  private forgetSaved(uri: vscode.Uri): void {
    const text = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (text?.isDirty !== true) this.forget(uri);
  }

  private forget(uri: vscode.Uri): void {
    const name = uri.toString();
    clearTimeout(this.texts.get(name)?.timer);
    if (!this.texts.delete(name)) return;
    const dataset = this.documents.get(name);
    if (dataset) this.checked.fire(dataset);
  }
}

function asLines({ range, text }: vscode.TextDocumentContentChangeEvent): LineChange {
  return {
    start: range.start.line,
    end: range.end.line,
    lines: text.split('\n').length,
    atStart: range.start.character === 0 && range.end.character === 0,
  };
}
