import * as vscode from 'vscode';
import { digest } from '../../core/row/key';
import { gitProgram } from '../compare/git-program';
import { rowInHistory } from '../compare/row-in-history';
import type { DatasetDocument } from '../document/dataset-document';

/** A repository with a very long history is not gone through for longer than this (ms). */
const PATIENCE = 15_000;

/**
 * The bytes that a row had when its hash was `hash`: those in the file, where only an edit that is not saved changed them, else those
 * that git knows. Null when neither has them. In a workspace that is not trusted git is not run.
 */
export async function earlierRow(
  document: DatasetDocument,
  row: number,
  hash: string,
): Promise<Uint8Array | null> {
  const saved = await document.savedBytes(row);
  if (saved && digest(saved) === hash) return saved;
  if (!vscode.workspace.isTrusted) return null;
  return rowInHistory(await gitProgram(), document.uri.fsPath, hash, AbortSignal.timeout(PATIENCE));
}
