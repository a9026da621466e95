import path from 'node:path';
import * as vscode from 'vscode';
import type { KeepRule } from '../../core/contamination/duplicate-groups';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { areParts } from '../../core/link/splits';
import type { DatasetDocument } from '../document/dataset-document';

interface FileItem extends vscode.QuickPickItem {
  file: string | null;
}

/** Files beside a dataset that are offered. */
const MOST_OFFERED = 500;

/** Asks in which files besides the dataset, and begins to look for duplicates. False when somebody thinks better of it. */
export async function findDuplicates(document: DatasetDocument): Promise<boolean> {
  const beside = await filesBeside(document);
  const others = beside.length === 0 ? [] : await chooseFiles(document, beside);
  if (!others) return false;
  void document.evidence.duplicates.find(others);
  return true;
}

/** Asks which row of a group stays. */
export async function chooseKept(document: DatasetDocument): Promise<void> {
  const { duplicates } = document.evidence;
  const rules: KeepRule[] = [
    { rule: 'first' },
    { rule: 'longest' },
    ...duplicates.measures.map((by): KeepRule => ({ rule: 'best', by })),
  ];
  const chosen = await vscode.window.showQuickPick(
    rules.map((rule) => ({ rule, label: keepWords(rule), detail: keepDetail(rule) })),
    { title: vscode.l10n.t('Of rows with the same problem, let stay') },
  );
  if (chosen) void duplicates.keepBy(chosen.rule);
}

/** A keep-rule, as a heading. */
export function keepWords(rule: KeepRule): string {
  if (rule.rule === 'best') return vscode.l10n.t('the best by {0}', rule.by);
  return rule.rule === 'longest' ? vscode.l10n.t('the longest') : vscode.l10n.t('the first');
}

function keepDetail({ rule }: KeepRule): string {
  if (rule === 'first')
    return vscode.l10n.t('In the order of the rows; rows of other files come before those of this one');
  return rule === 'longest'
    ? vscode.l10n.t('By the characters of the problem; of equals the first')
    : vscode.l10n.t('The highest value; of equals the first, rows without a value last');
}

/** The other parts of the dataset come first, and are chosen to begin with. */
async function filesBeside({ uri }: DatasetDocument): Promise<FileItem[]> {
  const [folder, own] = [path.dirname(uri.fsPath), path.basename(uri.fsPath)];
  const names = (await nodeFileStore.list(folder)).filter(
    (name) => name !== own && /\.(?:jsonl|ndjson)$/i.test(name),
  );
  const items = names.slice(0, MOST_OFFERED).map((name): FileItem => ({
    label: name,
    file: path.join(folder, name),
    picked: areParts(own, name),
    ...(areParts(own, name) ? { description: vscode.l10n.t('another part of this dataset') } : {}),
  }));
  return items.toSorted((a, b) => Number(b.picked) - Number(a.picked));
}

async function chooseFiles(document: DatasetDocument, beside: FileItem[]): Promise<string[] | undefined> {
  const elsewhere = { label: vscode.l10n.t('Choose other files…'), file: null };
  const chosen = await vscode.window.showQuickPick([...beside, elsewhere], {
    canPickMany: true,
    title: vscode.l10n.t('Find duplicates in {0}, and in', document.name),
    placeHolder: vscode.l10n.t('Choose none to search within {0} alone', document.name),
  });
  if (!chosen) return undefined;
  const files = chosen.flatMap(({ file }) => file ?? []);
  if (!chosen.some(({ file }) => file === null)) return files;
  const more = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Files in which duplicates are looked for as well'),
    defaultUri: vscode.Uri.file(path.dirname(document.uri.fsPath)),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
    canSelectMany: true,
  });
  if (!more) return undefined;
  const all = new Set([...files, ...more.map(({ fsPath }) => fsPath)]);
  all.delete(document.uri.fsPath);
  return [...all];
}
