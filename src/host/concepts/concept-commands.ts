import * as vscode from 'vscode';
import type { ConceptNode } from '../../core/concept/concept-tree';
import type { DatasetEditor } from '../editor/dataset-editor';
import { openEntry } from './concept-view';
import type { ConceptView } from './concept-view';

/** What can be done in the view of concepts, by the command's name behind `scholium.concepts.`. */
export function conceptCommands(
  editor: DatasetEditor,
  view: ConceptView,
): Record<string, (...args: unknown[]) => unknown> {
  return {
    find: (node) => isNode(node) && findRows(editor, view, node.query),
    openEntry: (node) => isNode(node) && openEntry(node),
    filter: () => view.askForFilter(),
    refresh: () => view.refresh(),
  };
}

async function findRows(editor: DatasetEditor, view: ConceptView, query: string): Promise<void> {
  const page = view.shown && editor.pageOn(view.shown);
  if (!page) throw new Error(vscode.l10n.t('Open the dataset again: its concepts are no longer shown.'));
  await page.find(query);
}

/** Nodes come from the tree itself; anything may come from whoever runs the command. */
function isNode(given: unknown): given is ConceptNode {
  return typeof given === 'object' && given !== null && 'query' in given && typeof given.query === 'string';
}
