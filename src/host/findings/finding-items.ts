import * as vscode from 'vscode';
import { isSettled } from '../../core/annotation/finding-verdict';
import type { FindingVerdict } from '../../core/annotation/finding-verdict';
import type { Severity } from '../../core/check/finding';
import type { FindingGroup, Grouping } from '../../core/check/finding-groups';
import { pathText } from '../../core/row/json';
import { plainLabel } from '../plain-label';
import type { FindingSource } from './finding-source';
import type { FindingNode } from './finding-view';

const ICONS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' };
const VERDICT_ICONS: Record<FindingVerdict['verdict'], string> = {
  right: 'check',
  'false-alarm': 'circle-slash',
  accepted: 'pass',
};

/** A node of the tree of findings as VS Code shows it. */
export function itemOf(node: FindingNode, grouping: Grouping): vscode.TreeItem {
  switch (node.kind) {
    case 'file':
      return fileItem(node.source);
    case 'group':
      return groupItem(node.source, node.group);
    case 'finding':
      return findingItem(node, grouping);
    case 'more':
      return new vscode.TreeItem(
        vscode.l10n.t('and {0} more: filter them, or find their rows', node.count.toLocaleString('en')),
      );
  }
}

/** What a finding is known by in the tree. */
export function idOf({ source, judged }: FindingNode & { kind: 'finding' }): string {
  const { row, rule, path, span, message } = judged.finding;
  return JSON.stringify([source.uri.toString(), row, rule, path, span?.start ?? 0, message]);
}

function fileItem({ name, uri, total, findings }: FindingSource): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = uri.toString();
  item.description = countWords(total, total - findings.filter(({ verdict }) => isSettled(verdict)).length);
  item.tooltip = vscode.workspace.asRelativePath(uri);
  item.iconPath = new vscode.ThemeIcon('database');
  return item;
}

function groupItem({ uri }: FindingSource, group: FindingGroup): vscode.TreeItem {
  const { by, name, severity, findings, open } = group;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${uri.toString()} ${name}`;
  item.description = countWords(findings.length, open);
  item.iconPath = new vscode.ThemeIcon(ICONS[severity]);
  item.contextValue = by === 'rule' ? 'findingRule' : 'findingGroup';
  if (by === 'file') item.tooltip = vscode.workspace.asRelativePath(uri);
  return item;
}

function countWords(all: number, open: number): string {
  const count = all.toLocaleString('en');
  return open === all ? count : vscode.l10n.t('{0}, {1} open', count, open.toLocaleString('en'));
}

function findingItem(node: FindingNode & { kind: 'finding' }, grouping: Grouping): vscode.TreeItem {
  const { finding, verdict } = node.judged;
  const { row, path, rule, severity, message, evidence } = finding;
  const label = vscode.l10n.t('Row {0}: {1}', (row + 1).toLocaleString('en'), message);
  const item = new vscode.TreeItem(plainLabel(label));
  item.id = idOf(node);
  const about = [...(grouping === 'rule' ? [] : [rule]), pathText(path)].filter(Boolean).join(' ');
  item.description = plainLabel(verdict ? `${wordsOf(verdict)} ${about}` : about);
  item.iconPath = new vscode.ThemeIcon(verdict ? VERDICT_ICONS[verdict.verdict] : ICONS[severity]);
  item.tooltip = [message, evidence, rule, verdict ? wordsOf(verdict) : ''].filter(Boolean).join('\n');
  item.contextValue = node.source.document ? (verdict ? 'findingJudged' : 'findingOpen') : 'findingClosed';
  item.command = { title: vscode.l10n.t('Go to row'), command: 'scholium.findings.open', arguments: [node] };
  return item;
}

/** `false alarm, anna: the unit is meant` */
function wordsOf({ verdict, comment, by }: FindingVerdict): string {
  const words: Record<FindingVerdict['verdict'], string> = {
    right: vscode.l10n.t('right'),
    'false-alarm': vscode.l10n.t('false alarm'),
    accepted: vscode.l10n.t('accepted'),
  };
  return `${words[verdict]}, ${by}${comment === '' ? '' : `: ${comment}`}`;
}
