import path from 'node:path';
import * as vscode from 'vscode';
import { conceptTree, rowsWith } from '../../core/concept/concept-tree';
import type { ConceptNode } from '../../core/concept/concept-tree';
import type { CountedEntry } from '../../core/concept/concept-report';
import type { DatasetDocument } from '../document/dataset-document';
import { plainLabel } from '../plain-label';

const CONCEPT_VIEW = 'scholium.concepts';

/** The tree of the library of the dataset that was in front last. */
export class ConceptView implements vscode.TreeDataProvider<ConceptNode>, vscode.Disposable {
  private document: DatasetDocument | null = null;
  private filter = '';
  private roots: ConceptNode[] = [];
  private parents = new Map<ConceptNode, ConceptNode>();
  private listening: vscode.Disposable | null = null;
  private readonly view: vscode.TreeView<ConceptNode>;
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;

  constructor() {
    this.view = vscode.window.createTreeView(CONCEPT_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.view.onDidChangeVisibility(({ visible }) => visible && void this.document?.concepts.count());
  }

  /** Shows the library of a dataset; null when none is open any more. */
  show(document: DatasetDocument | null): void {
    if (document === this.document) return;
    this.listening?.dispose();
    this.document = document;
    this.filter = '';
    this.listening = document?.concepts.onDidChange(() => this.draw()) ?? null;
    if (document && this.view.visible) void document.concepts.count();
    this.draw();
  }

  /** The dataset that the tree is about. */
  get shown(): DatasetDocument | null {
    return this.document;
  }

  async askForFilter(): Promise<void> {
    const given = await vscode.window.showInputBox({
      title: vscode.l10n.t('Concepts with these words'),
      prompt: vscode.l10n.t('Of names, texts and ids. Empty: all.'),
      value: this.filter,
    });
    if (given === undefined) return;
    this.filter = given.trim();
    this.draw();
  }

  async refresh(): Promise<void> {
    await this.document?.concepts.count(true);
  }

  getChildren(node?: ConceptNode): ConceptNode[] {
    return node?.children ?? this.roots;
  }

  getParent(node: ConceptNode): ConceptNode | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: ConceptNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const open = this.filter !== '' || this.roots.length <= 3 ? Expanded : Collapsed;
    const state = node.children.length === 0 ? None : this.roots.includes(node) ? open : Collapsed;
    const item = new vscode.TreeItem(node.title, state);
    item.id = `${this.filter} ${node.id}`;
    item.description = node.entry ? countsOf(node.entry) : usedOf(node);
    if (node.entry) {
      item.iconPath = new vscode.ThemeIcon(iconOf(node.entry));
      item.tooltip = wordsOf(node.entry);
    }
    item.contextValue = node.entry?.place ? 'entry' : 'group';
    item.accessibilityInformation = { label: `${node.title}, ${item.description}` };
    if (node.query !== '')
      item.command = {
        title: vscode.l10n.t('Find rows'),
        command: 'scholium.concepts.find',
        arguments: [node],
      };
    return item;
  }

  dispose(): void {
    this.listening?.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private draw(): void {
    const report = this.document?.concepts.report ?? null;
    this.roots = report ? conceptTree(report, this.filter) : [];
    this.parents = new Map();
    for (const root of this.roots) this.noteParents(root);
    const found = report?.entries.length ?? 0;
    const state = !report ? 'counting' : found === 0 ? 'empty' : 'some';
    void vscode.commands.executeCommand('setContext', 'scholium.concepts', this.document ? state : 'none');
    this.view.description = this.document?.name ?? '';
    this.view.message = this.messageOf(found);
    this.changes.fire();
  }

  private messageOf(found: number): string {
    const { concepts } = this.document ?? {};
    if (concepts?.failure) return vscode.l10n.t('The rows could not be counted: {0}', concepts.failure);
    if (concepts && !concepts.report) return vscode.l10n.t('Counting …');
    if (found > 0 && this.filter !== '') return vscode.l10n.t('Only those with: {0}', this.filter);
    return concepts?.stale && concepts.report
      ? vscode.l10n.t('Counts are of an earlier state. Refresh to count again.')
      : '';
  }

  private noteParents(node: ConceptNode): void {
    for (const child of node.children) {
      this.parents.set(child, node);
      this.noteParents(child);
    }
  }
}

/** Opens the row of the library that an entry is from. */
export async function openEntry(node: ConceptNode): Promise<void> {
  const place = node.entry?.place;
  if (!place) return;
  const uri = vscode.Uri.file(place.file);
  if (/\.(jsonl|ndjson)$/i.test(place.file))
    await vscode.commands.executeCommand('scholium.open', uri, place.row);
  else await vscode.window.showTextDocument(uri);
}

function countsOf(entry: CountedEntry): string {
  const rows = rowsWith(entry);
  const tagged = Object.values(entry.tagged).reduce((sum, count) => sum + count, 0);
  if (rows === 0) return vscode.l10n.t('unused');
  return [
    rows === 1 ? vscode.l10n.t('1 row') : vscode.l10n.t('{0} rows', rows.toLocaleString('en')),
    ...(entry.steps > 0 ? [vscode.l10n.t('{0} steps', entry.steps.toLocaleString('en'))] : []),
    ...(tagged > 0 ? [vscode.l10n.t('{0} tagged', tagged.toLocaleString('en'))] : []),
  ].join(', ');
}

function usedOf({ used, total }: ConceptNode): string {
  return vscode.l10n.t('{0} of {1} used', used.toLocaleString('en'), total.toLocaleString('en'));
}

const ICONS: Record<CountedEntry['kind'], string> = {
  concept: 'symbol-class',
  misconception: 'warning',
  hint: 'lightbulb',
  problem: 'question',
};

function iconOf({ kind }: CountedEntry): string {
  return ICONS[kind];
}

/** What the entry says, as plain text: a tooltip in Markdown could be made to do more. */
function wordsOf(entry: CountedEntry): string {
  const { id, text, path: place, place: where } = entry;
  const file = where && vscode.l10n.t('{0}, row {1}', path.basename(where.file), where.row + 1);
  return [text.slice(0, 600), place.join(' › '), id, file]
    .filter(Boolean)
    .map((line) => plainLabel(line ?? ''))
    .join('\n');
}
