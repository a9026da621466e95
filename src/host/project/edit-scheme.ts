import path from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import { NEW_PROJECT, withScheme } from '../../core/project/edit-project';
import { patternOf } from '../../core/project/project';
import type { NamedScheme } from '../../core/scheme/scheme';
import { shippedSchemes } from '../../core/scheme/shipped';
import type { DatasetDocument } from '../document/dataset-document';
import type { ProjectFiles } from './project-files';
import { mayMakeProject, projectText, writeProject } from './project-text';

/** The scheme that one's own begins as, where none is in force. */
const BEGIN_WITH = 'prm800k';

/**
 * Opens the scheme in force in the project file beside the dataset, whose page asks by it at every save. A shipped scheme is copied
 * there under its name: the labels that were given by it stay. Rejects when there is no file to write it to.
 */
export async function editScheme(document: DatasetDocument, projects: ProjectFiles): Promise<void> {
  const file = await projects.placeFor(document.uri.fsPath);
  const named = document.inForce.asks.scheme ?? shippedSchemes.find(({ name }) => name === BEGIN_WITH);
  if (!named) return;
  const own = document.project?.schemes[named.name] !== undefined;
  if (!own) await copyScheme(document, file, named);
  await showScheme(file, named.name);
  if (!own) projects.readAgain();
}

async function copyScheme(document: DatasetDocument, file: string, named: NamedScheme): Promise<void> {
  const text = await projectText(file, 'schemes');
  const detail = vscode.l10n.t(
    'The scheme “{0}” will be copied to {1}, to be changed there.',
    named.name,
    file,
  );
  if (text === null && !(await mayMakeProject(detail)))
    throw new Error(vscode.l10n.t('Nothing to edit: {0} was not made.', file));
  const pattern = patternOf({ folder: path.dirname(file) }, document.uri.fsPath);
  await writeProject(file, withScheme(text ?? NEW_PROJECT, named, pattern));
}

async function showScheme(file: string, name: string): Promise<void> {
  const shown = await vscode.workspace.openTextDocument(file);
  const tree = parseTree(shown.getText());
  const node = tree && findNodeAtLocation(tree, ['schemes', name]);
  const at = shown.positionAt(node?.offset ?? 0);
  await vscode.window.showTextDocument(shown, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(at, at),
  });
}
