import path from 'node:path';
import * as vscode from 'vscode';
import { titleOf } from '../../core/concept/concept-library';
import { readCatalogue } from '../../core/concept/library-file';
import type { TagChoice } from '../../core/concept/tag-choices';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { askedQuestions } from '../../core/scheme/asked-questions';
import type { DatasetDocument } from '../document/dataset-document';

/** The entries of the file that a question of the scheme in force names. A relative name is one beside scholium.json, else the dataset. */
export async function catalogueOf(document: DatasetDocument, question: string): Promise<TagChoice[]> {
  const { scheme } = document.inForce.asks;
  const name = scheme && askedQuestions(scheme.scheme).find(({ id }) => id === question)?.catalogue;
  if (!name) return [];
  const { project } = document;
  const folder =
    project && scheme.name in project.schemes ? project.folder : path.dirname(document.uri.fsPath);
  const file = path.resolve(folder, name);
  const entries = await readCatalogue(nodeFileStore, file).catch((error: unknown) => {
    throw new Error(
      vscode.l10n.t('{0}, the catalogue of “{1}”, cannot be read: {2}', file, question, String(error)),
    );
  });
  if (entries.length === 0)
    throw new Error(
      vscode.l10n.t('{0}, the catalogue of “{1}”, has no rows with an id and a name', file, question),
    );
  return entries.map((entry) => ({
    id: entry.id,
    name: titleOf(entry),
    about: [entry.kind, ...entry.path].join(' › '),
  }));
}
