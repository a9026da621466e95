import * as vscode from 'vscode';
import { targetName } from '../../core/cut/step-target';
import { flagThreads } from '../../core/annotation/flag-thread';
import type { FlagThread } from '../../core/annotation/flag-thread';
import type { DatasetDocument } from '../document/dataset-document';
import { plainLabel } from '../plain-label';

const FLAG_VIEW = 'scholium.flags';
/** More than these nobody looks through: a query narrows them. */
const MOST_SHOWN = 2000;

/** The open flags of the dataset that was in front last, by row; resolved ones too when asked for. */
export class FlagView implements vscode.TreeDataProvider<FlagThread>, vscode.Disposable {
  private document: DatasetDocument | null = null;
  private threads: FlagThread[] = [];
  private resolvedToo = false;
  private listening: vscode.Disposable | null = null;
  private readonly view: vscode.TreeView<FlagThread>;
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;

  constructor() {
    this.view = vscode.window.createTreeView(FLAG_VIEW, { treeDataProvider: this });
  }

  /** Shows the flags of a dataset; null when none is open any more. */
  show(document: DatasetDocument | null): void {
    if (document === this.document) return;
    this.listening?.dispose();
    this.document = document;
    this.listening =
      document?.onDidChange(({ kind }) => {
        if (kind === 'decided' || kind === 'rows' || kind === 'reopened') this.draw();
      }) ?? null;
    this.draw();
  }

  /** The dataset that the view is about. */
  get shown(): DatasetDocument | null {
    return this.document;
  }

  /** Shows or hides flags that are resolved. */
  toggleResolved(): void {
    this.resolvedToo = !this.resolvedToo;
    this.draw();
  }

  getChildren(thread?: FlagThread): FlagThread[] {
    return thread ? [] : this.threads;
  }

  getTreeItem(thread: FlagThread): vscode.TreeItem {
    const { flag, replies, open } = thread;
    const item = new vscode.TreeItem(`${placeOf(thread)}: ${flag.value.category}`);
    item.id = flag.id;
    item.description = plainLabel(flag.value.comment);
    item.iconPath = new vscode.ThemeIcon(
      open ? (flag.value.severity === 'major' ? 'error' : 'warning') : 'pass',
    );
    item.tooltip = [
      `${flag.annotator}: ${flag.value.comment || flag.value.severity}`,
      ...replies.map(({ annotator, value }) => `${annotator}: ${value.comment || (value.state ?? '')}`),
    ].join('\n');
    item.command = { title: vscode.l10n.t('Go to row'), command: 'scholium.flags.open', arguments: [thread] };
    return item;
  }

  dispose(): void {
    this.listening?.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private draw(): void {
    const { fold } = this.document?.annotations ?? {};
    const all = fold ? fold.flaggedRows.flatMap((key) => flagThreads(fold.standing(key))) : [];
    const shown = all.filter(({ open }) => open || this.resolvedToo);
    shown.sort((a, b) => a.flag.row.number - b.flag.row.number || (a.flag.id < b.flag.id ? -1 : 1));
    this.threads = shown.slice(0, MOST_SHOWN);
    const open = all.filter((thread) => thread.open).length;
    const tooltip = open === 1 ? vscode.l10n.t('1 open flag') : vscode.l10n.t('{0} open flags', open);
    this.view.badge = open > 0 ? { value: open, tooltip } : undefined;
    this.view.description = this.document?.name ?? '';
    const state = !this.document ? 'none' : shown.length === 0 ? 'empty' : 'some';
    void vscode.commands.executeCommand('setContext', 'scholium.flags', state);
    this.changes.fire();
  }
}

/** `Row 12, step 3`; row and step from 1. The row is where it was when it was flagged. */
function placeOf({ flag: { row, target } }: FlagThread): string {
  const number = (row.number + 1).toLocaleString('en');
  return target.kind === 'step'
    ? vscode.l10n.t('Row {0}, step {1}', number, targetName(target))
    : vscode.l10n.t('Row {0}', number);
}
