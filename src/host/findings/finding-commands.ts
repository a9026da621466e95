import * as vscode from 'vscode';
import type { FindingValue } from '../../core/annotation/event';
import { groupings } from '../../core/check/finding-groups';
import type { Grouping } from '../../core/check/finding-groups';
import { printText } from '../../core/query/print-query';
import type { JsonPath } from '../../core/row/json';
import { decodeRow } from '../../core/row/parse';
import { partOfString } from '../../core/row/value-span';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetEditor } from '../editor/dataset-editor';
import { checkWorkspace } from './check-workspace';
import type { WorkspaceChecks } from './check-workspace';
import { fixFindings } from './fix-findings';
import type { FindingLeaf, FindingNode, FindingView } from './finding-view';
import { judgeFindings } from './judge-findings';
import type { Said } from './judge-findings';

export interface FindingSurroundings {
  editor: DatasetEditor;
  view: FindingView;
  annotator: AnnotatorIdentity;
  /** How files that are not open are checked. */
  closed: WorkspaceChecks;
}

/** What can be done in the view of findings, by the command's name behind `scholium.findings.`. */
export function findingCommands(
  around: FindingSurroundings,
): Record<string, (...args: unknown[]) => unknown> {
  const { editor, view } = around;
  const judge = (verdict: FindingValue['verdict']) => (node: unknown, selected: unknown) =>
    judgeNodes(around, meant(view, node, selected), { verdict, comment: '' });
  return {
    open: (node) => openFinding(editor, meant(view, node)[0]),
    right: judge('right'),
    falseAlarm: judge('false-alarm'),
    accept: judge('accepted'),
    reopen: judge('open'),
    fix: (node, selected) => fixNodes(around, meant(view, node, selected)),
    comment: (node, selected) => judgeWithComment(around, meant(view, node, selected)),
    findRows: (node) => findRows(editor, meant(view, node)[0]),
    run: () => editor.documents.forEach((document) => document.recheck()),
    checkWorkspace: () => checkAll(around),
    stop: () => editor.documents.forEach(({ checks }) => checks.cancel()),
    groupBy: () => chooseGrouping(view),
    filter: () => askForFilter(view),
    clearFilter: () => view.filterBy(''),
    toggleSettled: () => view.toggleSettled(),
  };
}

/** Nodes come from the view itself, or are those selected in it where a key was pressed; anything may come from elsewhere. */
function meant(view: FindingView, node: unknown, selected?: unknown): FindingNode[] {
  if (!isNode(node)) return [...view.selection];
  return Array.isArray(selected) && selected.includes(node) ? selected.filter(isNode) : [node];
}

function isNode(given: unknown): given is FindingNode {
  return (
    typeof given === 'object' && given !== null && 'kind' in given && ('source' in given || 'count' in given)
  );
}

/** The findings of what was meant: of a group, all that it shows. */
function leavesOf(nodes: readonly FindingNode[]): FindingLeaf[] {
  const leaves = nodes.flatMap((node) => {
    if (node.kind === 'finding') return [node];
    return node.kind === 'group' ? node.shown.filter((each) => each.kind === 'finding') : [];
  });
  return [...new Set(leaves)];
}

async function openFinding(editor: DatasetEditor, node: FindingNode | undefined): Promise<void> {
  if (node?.kind !== 'finding') return;
  const { source, judged } = node;
  const { row, path, span } = judged.finding;
  if (!source.document) await vscode.commands.executeCommand('scholium.open', source.uri, row);
  const document = [...editor.documents].find(({ uri }) => uri.toString() === source.uri.toString());
  const page = document && editor.pageOn(document);
  if (!page) throw new Error(vscode.l10n.t('Open {0} first.', source.name));
  page.goToFinding(row, path, span ? await unitsInField(document, row, path, span) : 0);
}

/** Where a finding stands in its field's text; findings are about rows of the file. */
async function unitsInField(
  document: DatasetDocument,
  fileRow: number,
  path: JsonPath,
  span: { start: number; end: number },
): Promise<number> {
  const [number = fileRow] = document.documentRows([fileRow]);
  const [raw] = await document.rows(number, 1);
  return (raw && partOfString(decodeRow(raw.bytes), path, span)?.start) ?? 0;
}

async function judgeNodes(
  { view, annotator }: FindingSurroundings,
  nodes: FindingNode[],
  said: Said,
): Promise<void> {
  const leaves = leavesOf(nodes);
  if (leaves.length === 0) throw new Error(vscode.l10n.t('Select a finding in the view of findings first.'));
  if (!(await isMeant(leaves.length))) return;
  const next = view.idAfter(leaves);
  for (const document of new Set(leaves.map(({ source }) => source.document))) {
    if (!document) throw new Error(vscode.l10n.t('Open the dataset first: a verdict is kept beside it.'));
    const own = leaves.filter(({ source }) => source.document === document);
    await judgeFindings(
      document,
      own.map(({ judged }) => judged.finding),
      said,
      annotator,
    );
  }
  if (next !== null) await view.select(next);
}

/** Changes the rows so that nothing is found there any more, where it is safe to. */
async function fixNodes({ editor, view }: FindingSurroundings, nodes: FindingNode[]): Promise<void> {
  const leaves = leavesOf(nodes);
  if (leaves.length === 0) throw new Error(vscode.l10n.t('Select a finding in the view of findings first.'));
  const next = view.idAfter(leaves);
  let fixed = 0;
  for (const document of new Set(leaves.map(({ source }) => source.document))) {
    if (!document) throw new Error(vscode.l10n.t('Open the dataset first: its rows are changed in it.'));
    const own = leaves.filter(({ source }) => source.document === document);
    fixed += await fixFindings(
      editor,
      document,
      own.map(({ judged }) => judged.finding),
    );
  }
  if (fixed === 0)
    throw new Error(vscode.l10n.t('None of these can be put right without you: open the row and edit it.'));
  if (next !== null) await view.select(next);
}

/** Open datasets are checked by themselves. */
async function checkAll({ editor, view, closed }: FindingSurroundings): Promise<void> {
  const open = new Set([...editor.documents].map(({ uri }) => uri.toString()));
  const sources = await checkWorkspace(closed, open);
  if (!sources) return;
  view.showClosed(sources);
  await vscode.commands.executeCommand('scholium.findings.focus');
}

/** More than these at once are asked about. */
const MANY = 20;

async function isMeant(count: number): Promise<boolean> {
  if (count <= MANY) return true;
  const judge = vscode.l10n.t('Judge {0}', count);
  const detail = vscode.l10n.t(
    'They go into your own log. Undo in the dataset takes all of it back at once.',
  );
  const words = vscode.l10n.t('Judge {0} findings at once?', count);
  return (await vscode.window.showInformationMessage(words, { modal: true, detail }, judge)) === judge;
}

async function judgeWithComment(around: FindingSurroundings, nodes: FindingNode[]): Promise<void> {
  const verdicts: { label: string; verdict: FindingValue['verdict'] }[] = [
    { label: vscode.l10n.t('Right: something is wrong there'), verdict: 'right' },
    { label: vscode.l10n.t('False alarm: nothing is wrong there'), verdict: 'false-alarm' },
    { label: vscode.l10n.t('Accepted: it may stay as it is'), verdict: 'accepted' },
  ];
  const chosen = await vscode.window.showQuickPick(verdicts, { title: vscode.l10n.t('Judge a finding') });
  if (!chosen) return;
  const comment = await vscode.window.showInputBox({
    title: chosen.label,
    prompt: vscode.l10n.t('Why? It stands in your log, and is shown with the finding.'),
  });
  if (comment !== undefined) await judgeNodes(around, nodes, { verdict: chosen.verdict, comment });
}

/** Goes through the rows with findings of a rule, in the dataset itself. */
async function findRows(editor: DatasetEditor, node: FindingNode | undefined): Promise<void> {
  if (node?.kind !== 'group' || node.group.by !== 'rule') return;
  const page = node.source.document && editor.pageOn(node.source.document);
  if (!page) throw new Error(vscode.l10n.t('Open {0} first.', node.source.name));
  await page.find(`finding:${printText(node.group.name)}`);
}

async function chooseGrouping(view: FindingView): Promise<void> {
  const words: Record<Grouping, string> = {
    rule: vscode.l10n.t('By rule'),
    severity: vscode.l10n.t('By severity'),
    file: vscode.l10n.t('By file, row by row'),
  };
  const choices = groupings.map((grouping) => ({
    label: words[grouping],
    description: grouping === view.groupedBy ? vscode.l10n.t('now') : '',
    grouping,
  }));
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Group findings') });
  if (chosen) view.groupBy(chosen.grouping);
}

async function askForFilter(view: FindingView): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter findings'),
    prompt: vscode.l10n.t('Words of the rule, the message, the field or the evidence. Empty shows all.'),
    value: view.filterText,
  });
  if (text !== undefined) view.filterBy(text.trim());
}
