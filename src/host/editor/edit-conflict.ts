import * as vscode from 'vscode';
import { ConflictError } from '../../core/edit/file-identity';
import type { SaveOptions } from '../../core/edit/save';
import { errorMessage } from '../../core/error-message';
import type { ComparePanels } from '../compare/compare-panels';
import type { DatasetDocument } from '../document/dataset-document';
import { versionToCompare } from './edited-version';
import { VIEW_TYPE } from './view-type';

/** What is done when somebody else changed a file that has unsaved edits here. */
type Answer = 'reload' | 'keep' | 'compare' | null;

/** Saves; when somebody else changed the file meanwhile, asks what is to be done. Rejects when nothing was saved. */
export async function saveOrAsk(
  document: DatasetDocument,
  compare: ComparePanels,
  options: SaveOptions,
): Promise<void> {
  try {
    await document.save(options);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const answer = await ask(error.message, { modal: true });
    await carryOut(answer, document, compare);
    if (answer === 'keep') return document.save(options);
    if (answer !== 'reload') throw error; // nothing was written: the edits stay unsaved
  }
}

/** The file became another one while it has unsaved edits here. */
export async function askAboutChange(document: DatasetDocument, compare: ComparePanels): Promise<void> {
  const message = vscode.l10n.t(
    '{0} was changed on disk by another program, and has unsaved edits here.',
    document.name,
  );
  const answer = await ask(message, {});
  if (answer === 'reload') await revertInEditor(document);
  else await carryOut(answer, document, compare);
}

/** By VS Code itself, which then knows that nothing is left to save. It reverts the editor in front. */
async function revertInEditor({ uri }: DatasetDocument): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPE);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

async function ask(message: string, options: vscode.MessageOptions): Promise<Answer> {
  const choices = {
    keep: vscode.l10n.t('Keep Mine'),
    compare: vscode.l10n.t('Compare'),
    reload: vscode.l10n.t('Reload, Drop Mine'),
  };
  const detail = vscode.l10n.t(
    '“Keep Mine” makes your edits again in the file as it is now: each row is found by its id.',
  );
  const { keep, compare, reload } = choices;
  const chosen = await vscode.window.showWarningMessage(
    message,
    options.modal ? { ...options, detail } : options,
    keep,
    compare,
    reload,
  );
  if (chosen === keep) return 'keep';
  if (chosen === compare) return 'compare';
  return chosen === reload ? 'reload' : null;
}

async function carryOut(answer: Answer, document: DatasetDocument, compare: ComparePanels): Promise<void> {
  if (answer === 'reload') await document.reload();
  if (answer === 'keep') await keepMine(document);
  if (answer === 'compare') await versionToCompare(document, compare).catch(tellFailure);
}

function tellFailure(error: unknown): void {
  void vscode.window.showErrorMessage(errorMessage(error));
}

async function keepMine(document: DatasetDocument): Promise<void> {
  const { lost, alsoChanged, atEnd, aside } = await document.keepMine();
  const sentences = [
    alsoChanged.length > 0 &&
      vscode.l10n.t('Rows that both changed have your text: {0}.', numbered(alsoChanged)),
    lost.length > 0 &&
      vscode.l10n.t('Rows that are gone or not clear: {0}.', numbered(lost.map(({ row }) => row))),
    atEnd > 0 && vscode.l10n.t('{0} rows whose place is gone stand at the end.', atEnd),
  ].filter((sentence) => sentence !== false);
  if (sentences.length > 0 && aside !== null)
    sentences.push(vscode.l10n.t('Your edits as they were are kept in {0}.', aside));
  if (sentences.length > 0) void vscode.window.showWarningMessage(`${document.name}: ${sentences.join(' ')}`);
}

const NAMED = 8;

function numbered(rows: number[]): string {
  const named = rows.slice(0, NAMED).map((row) => row + 1);
  const more = rows.length - named.length;
  return named.join(', ') + (more > 0 ? vscode.l10n.t(' and {0} more', more) : '');
}
