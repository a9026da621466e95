import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { gitProgram } from './git-program';
import { fileAtHead } from './compare-head';
import type { ComparePanels } from './compare-panels';
import type { CompareSide } from './compare-run';

/**
 * Compares a dataset with another file: with the other one of two that are selected in the explorer, the one written last being
 * the newer, else with one that is asked for.
 */
export async function compareWithFile(
  panels: ComparePanels,
  file: vscode.Uri | undefined,
  selected: unknown,
): Promise<void> {
  const two = Array.isArray(selected) ? selected.filter((uri) => uri instanceof vscode.Uri) : [];
  const [first, second] = two.length === 2 ? await byAge(two) : [await askForOlder(file), file];
  if (!first) return;
  if (!second) throw new Error(NO_FILE());
  if (first.toString() === second.toString())
    throw new Error(vscode.l10n.t('{0} cannot be compared with itself.', nameOf(second)));
  panels.open(sideOf(first), sideOf(second));
}

/** Compares a dataset as it is on disk with what git has of it in HEAD. */
export async function compareWithHead(
  panels: ComparePanels,
  file: vscode.Uri | undefined,
  storage: vscode.Uri,
): Promise<void> {
  if (!file) throw new Error(NO_FILE());
  const now = { ...sideOf(file), version: vscode.l10n.t('now') };
  if (!vscode.workspace.isTrusted) {
    throw new Error(
      vscode.l10n.t('Trust this workspace first: git can be told by a repository to run programs.'),
    );
  }
  const scratch = await freshFolder(vscode.Uri.joinPath(storage, 'compare').fsPath);
  try {
    const head = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading {0} of HEAD', now.name) },
      async () => fileAtHead(await gitProgram(), file.fsPath, scratch),
    );
    const older = { file: head.file, name: now.name, version: `HEAD ${head.commit}`, isOpenable: false };
    panels.open(older, now, scratch);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}

const NO_FILE = () => vscode.l10n.t('Open or select a .jsonl file first.');

function sideOf(uri: vscode.Uri): CompareSide {
  if (uri.scheme !== 'file')
    throw new Error(vscode.l10n.t('Scholium compares files on the disk, not {0}.', uri.scheme));
  const folder = vscode.workspace.asRelativePath(path.dirname(uri.fsPath));
  return { file: uri.fsPath, name: nameOf(uri), version: folder, isOpenable: true };
}

function nameOf(uri: vscode.Uri): string {
  return path.basename(uri.fsPath);
}

async function byAge(two: vscode.Uri[]): Promise<vscode.Uri[]> {
  const times = await Promise.all(two.map(async (uri) => (await stat(uri.fsPath)).mtimeMs));
  const [first = 0, second = 0] = times;
  return first > second ? two.toReversed() : two;
}

async function askForOlder(file: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (!file) throw new Error(NO_FILE());
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Older version of {0}', nameOf(file)),
    openLabel: vscode.l10n.t('Compare'),
    defaultUri: vscode.Uri.joinPath(file, '..'),
    canSelectMany: false,
    filters: { [vscode.l10n.t('JSON Lines')]: ['jsonl', 'ndjson'] },
  });
  return picked?.[0];
}

/** What a window that crashed left behind is removed after this long (ms). */
const LEFT_BEHIND = 24 * 60 * 60 * 1000;

/** A folder of its own below `parent`. */
async function freshFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent).catch(() => [])) {
    const old = path.join(parent, name);
    const facts = await stat(old).catch(() => null);
    if (facts && Date.now() - facts.mtimeMs > LEFT_BEHIND) await rm(old, { recursive: true, force: true });
  }
  return path.join(parent, randomUUID());
}
