import * as vscode from 'vscode';
import { isSettled } from '../../core/annotation/finding-verdict';
import { countOpen, groupFindings } from '../../core/check/finding-groups';
import type { FindingFilter, FindingGroup, Grouping, JudgedFinding } from '../../core/check/finding-groups';
import { plainLabel } from '../plain-label';
import type { DatasetDocument } from '../document/dataset-document';
import { idOf, itemOf } from './finding-items';
import { sourceOf } from './finding-source';
import type { FindingSource } from './finding-source';

const FINDING_VIEW = 'scholium.findings';
/** More of one group nobody looks through: the filter, or a query, narrows them. */
const MOST_SHOWN = 1000;
/** How often the tree is drawn anew while findings come in. */
const DRAW_EVERY_MS = 250;

type FileNode = { kind: 'file'; source: FindingSource; groups: GroupNode[] };
type GroupNode = {
  kind: 'group';
  source: FindingSource;
  group: FindingGroup;
  parent: FileNode | null;
  shown: (FindingLeaf | MoreNode)[];
};
type MoreNode = { kind: 'more'; count: number; parent: GroupNode };
export type FindingLeaf = {
  kind: 'finding';
  source: FindingSource;
  judged: JudgedFinding;
  parent: GroupNode;
};
export type FindingNode = FileNode | GroupNode | FindingLeaf | MoreNode;

/** What the checks found in the open datasets, and in others of the workspace once they were checked: in groups, to be judged. */
export class FindingView implements vscode.TreeDataProvider<FindingNode>, vscode.Disposable {
  private grouping: Grouping = 'rule';
  private filter: FindingFilter = { text: '', settledToo: false };
  private readonly documents = new Map<DatasetDocument, vscode.Disposable>();
  private closed: FindingSource[] = [];
  private roots: (FileNode | GroupNode)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly view: vscode.TreeView<FindingNode>;
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;

  constructor() {
    const options = { treeDataProvider: this, canSelectMany: true, showCollapseAll: true };
    this.view = vscode.window.createTreeView(FINDING_VIEW, options);
    this.draw();
  }

  /** Shows the findings of a dataset for as long as it is open. */
  follow(document: DatasetDocument): void {
    const listening = document.onDidChange(({ kind }) => {
      if (kind === 'rows' || kind === 'checking') this.drawSoon();
      else if (kind === 'checked' || kind === 'decided' || kind === 'reopened') this.draw();
    });
    this.documents.set(document, listening);
    document.onDidDispose(() => {
      this.documents.get(document)?.dispose();
      this.documents.delete(document);
      this.draw();
    });
    this.drawSoon();
  }

  /** The findings of datasets that are not open; they take the place of those of the last time. */
  showClosed(sources: FindingSource[]): void {
    this.closed = sources;
    this.drawSoon();
  }

  get selection(): readonly FindingNode[] {
    return this.view.selection;
  }

  get groupedBy(): Grouping {
    return this.grouping;
  }

  groupBy(grouping: Grouping): void {
    this.grouping = grouping;
    this.draw();
  }

  get filterText(): string {
    return this.filter.text;
  }

  filterBy(text: string): void {
    this.filter = { ...this.filter, text };
    this.draw();
  }

  /** Shows or hides what was judged a false alarm, or accepted. */
  toggleSettled(): void {
    this.filter = { ...this.filter, settledToo: !this.filter.settledToo };
    this.draw();
  }

  /** The finding after these, or before them where they are the last: what is selected once they are judged. */
  idAfter(leaves: readonly FindingLeaf[]): string | null {
    const ids = this.leaves().map(idOf);
    const judged = new Set(leaves.map(idOf));
    const last = ids.findLastIndex((id) => judged.has(id));
    const next = ids.find((id, at) => at > last && !judged.has(id));
    return next ?? ids.findLast((id, at) => at < last && !judged.has(id)) ?? null;
  }

  /** Selects a finding in the tree as it is now, so that one key after the other judges them. */
  async select(id: string): Promise<void> {
    this.draw();
    const leaf = this.leaves().find((each) => idOf(each) === id);
    if (leaf && this.view.visible) await this.view.reveal(leaf, { select: true, focus: true });
  }

  getChildren(node?: FindingNode): FindingNode[] {
    if (!node) return this.roots;
    if (node.kind === 'file') return node.groups;
    return node.kind === 'group' ? node.shown : [];
  }

  getParent(node: FindingNode): FindingNode | null {
    return node.kind === 'file' ? null : node.parent;
  }

  getTreeItem(node: FindingNode): vscode.TreeItem {
    return itemOf(node, this.grouping);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listening of this.documents.values()) listening.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private leaves(): FindingLeaf[] {
    const groups = this.roots.flatMap((root) => (root.kind === 'file' ? root.groups : [root]));
    return groups.flatMap(({ shown }) => shown.filter((node) => node.kind === 'finding'));
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => this.draw(), DRAW_EVERY_MS);
  }

  private get sources(): FindingSource[] {
    const open = [...this.documents.keys()].map(sourceOf);
    const shown = new Set(open.map(({ uri }) => uri.toString()));
    return [...open, ...this.closed.filter(({ uri }) => !shown.has(uri.toString()))];
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { sources } = this;
    const inFiles = sources.length > 1 && this.grouping !== 'file';
    this.roots = sources.flatMap((source): (FileNode | GroupNode)[] => {
      const file: FileNode = { kind: 'file', source, groups: [] };
      file.groups = this.groupsOf(source, inFiles ? file : null);
      if (!inFiles) return file.groups;
      return file.groups.length > 0 ? [file] : [];
    });
    this.tell(sources);
    this.changes.fire();
  }

  private groupsOf(source: FindingSource, parent: FileNode | null): GroupNode[] {
    return groupFindings(source.findings, this.grouping, this.filter, source.name).map((group) => {
      const node: GroupNode = { kind: 'group', source, group, parent, shown: [] };
      const shown = group.findings.slice(0, MOST_SHOWN);
      node.shown = shown.map((judged) => ({ kind: 'finding', source, judged, parent: node }));
      const more = group.findings.length - shown.length;
      if (more > 0) node.shown.push({ kind: 'more', count: more, parent: node });
      return node;
    });
  }

  private tell(sources: FindingSource[]): void {
    const settled = sources.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => isSettled(verdict)),
    ).length;
    const open = sources.reduce((sum, { total }) => sum + total, 0) - settled;
    const tooltip = open === 1 ? vscode.l10n.t('1 open finding') : vscode.l10n.t('{0} open findings', open);
    this.view.badge = open > 0 ? { value: open, tooltip } : undefined;
    this.view.description = this.filter.text === '' ? countsOf(sources) : `“${plainLabel(this.filter.text)}”`;
    this.view.message = this.message(sources, settled);
    const running = sources.some(({ share }) => share !== null);
    const empty = running ? 'running' : this.filter.text === '' ? 'empty' : 'filtered';
    setContext('scholium.findings', sources.length === 0 ? 'none' : this.roots.length > 0 ? 'some' : empty);
    setContext('scholium.findings.running', running);
  }

  private message(sources: FindingSource[], settled: number): string {
    const running = sources.find(({ share }) => share !== null);
    if (running) {
      const share = Math.floor(100 * (running.share ?? 0));
      return vscode.l10n.t('Checking {0}: {1} %', running.name, share);
    }
    const said: string[] = [];
    if (sources.some(({ stopped }) => stopped))
      said.push(vscode.l10n.t('The checks were stopped: not every row was read.'));
    for (const { name, total, findings } of sources)
      if (total > findings.length)
        said.push(
          vscode.l10n.t(
            'Of {0} findings in {1} the first {2} are listed; finding:RULE in a query finds the rows of all.',
            ...[total.toLocaleString('en'), name, findings.length.toLocaleString('en')],
          ),
        );
    if (settled > 0 && !this.filter.settledToo) said.push(vscode.l10n.t('{0} settled and hidden.', settled));
    return said.join(' ');
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

/** `2 errors, 1 warning` */
function countsOf(sources: readonly FindingSource[]): string {
  const { t } = vscode.l10n;
  const { error, warning, info } = countOpen(sources.flatMap(({ findings }) => findings));
  return [
    error === 1 ? t('1 error') : error > 0 ? t('{0} errors', error.toLocaleString('en')) : '',
    warning === 1 ? t('1 warning') : warning > 0 ? t('{0} warnings', warning.toLocaleString('en')) : '',
    info > 0 ? t('{0} info', info.toLocaleString('en')) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
