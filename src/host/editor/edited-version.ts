import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ComparePanels } from '../compare/compare-panels';
import type { DatasetDocument } from '../document/dataset-document';

/** Opens a comparison of the file on disk with the rows as they are edited here, which are written to a file for it. */
export async function versionToCompare(document: DatasetDocument, compare: ComparePanels): Promise<void> {
  const folder = path.join(document.scratchFolder, randomBytes(6).toString('hex'));
  await mkdir(folder, { recursive: true });
  const mine = path.join(folder, document.name);
  await document.saveAs(mine, {});
  const { name } = document;
  const here = { file: mine, name, version: vscode.l10n.t('with your edits'), isOpenable: false };
  const onDisk = { file: document.uri.fsPath, name, version: vscode.l10n.t('on disk'), isOpenable: false };
  compare.open(here, onDisk, folder);
}
