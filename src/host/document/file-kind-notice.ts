import * as vscode from 'vscode';
import type { FileKind } from '../../core/import/file-kind';
import type { Opening } from '../../protocol/page';
import type { DatasetDocument } from './dataset-document';

/** Of a file that is no JSON Lines: what it is, and whether a dataset can be made of it. */
export function otherKind(kind: FileKind | null): Opening['otherKind'] {
  if (!kind || kind.id === 'empty' || kind.way === 'open' || kind.way === 'open-read-only') return null;
  return { sentence: kind.sentence, convertible: kind.way === 'convert' };
}

/** Says of a file that is no JSON Lines what it is, and offers the way out. Its lines are shown all the same. */
export async function tellFileKind({ kind, uri }: DatasetDocument): Promise<void> {
  const other = otherKind(kind);
  if (!other) return;
  const convert = vscode.l10n.t('Convert to JSONL');
  const acts = other.convertible ? [convert] : [];
  if ((await vscode.window.showWarningMessage(other.sentence, ...acts)) !== convert) return;
  await vscode.commands.executeCommand('scholium.convertToJsonl', uri);
}

/** Rejects where there is nothing to convert, with what the file is. */
export async function convertOther({ kind, uri }: DatasetDocument): Promise<void> {
  const other = otherKind(kind);
  if (!other?.convertible)
    throw new Error(other?.sentence ?? vscode.l10n.t('This file is read as JSON Lines already.'));
  await vscode.commands.executeCommand('scholium.convertToJsonl', uri);
}
