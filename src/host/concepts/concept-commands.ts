import path from 'node:path';
import * as vscode from 'vscode';
import { conceptRows } from '../../core/concept/concept-rows';
import type { ConceptNode } from '../../core/concept/concept-tree';
import type { DatasetDocument } from '../document/dataset-document';
import type { ConceptAction } from '../../protocol/concept-page';
import type { DatasetEditor } from '../editor/dataset-editor';
import type { PagePanel } from '../page/page-panel';
import type { DatasetPanels } from '../page/dataset-panels';
import { exportRows } from '../transfer/export-rows';
import { openEntry } from './concept-view';
import type { ConceptView } from './concept-view';

/** What can be done in the view of concepts, by the command's name behind `scholium.concepts.`. */
export function conceptCommands(
  editor: DatasetEditor,
  view: ConceptView,
  panels: DatasetPanels<ConceptAction>,
  exporting: Parameters<typeof exportRows>[1],
): Record<string, (...args: unknown[]) => unknown> {
  return {
    find: (node) => isNode(node) && showRows(editor, view.shown, node.query),
    openEntry: (node) => isNode(node) && openEntry(node),
    showGraph: () => openGraph(editor, view, panels),
    filter: () => view.askForFilter(),
    refresh: () => view.refresh(),
    export: () => exportLibrary(editor, view, exporting),
  };
}

/** Writes the library with its coverage to a file that is asked for. Throws before it is counted. */
async function exportLibrary(
  editor: DatasetEditor,
  view: ConceptView,
  exporting: Parameters<typeof exportRows>[1],
): Promise<void> {
  const document = view.shown ?? editor.active?.document;
  const report = document?.concepts.report;
  if (!document || !report) throw new Error(vscode.l10n.t('Open a dataset first, and its concepts.'));
  const rows = conceptRows(report);
  const { dir, name } = path.parse(document.uri.fsPath);
  const file = path.join(dir, `${name}-concepts.jsonl`);
  await exportRows({ file, count: rows.length, rows: () => eachOf(rows) }, exporting);
}

async function* eachOf<Row>(rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}

/** Of the dataset in front, else of the one that the tree shows. */
function openGraph(editor: DatasetEditor, view: ConceptView, panels: DatasetPanels<ConceptAction>): void {
  const document = editor.active?.document ?? view.shown;
  if (!document) throw new Error(vscode.l10n.t('Open a dataset first.'));
  panels.open(document);
}

/** Shows rows in the page of a dataset, which comes to the front. */
export async function showRows(
  editor: DatasetEditor,
  document: DatasetDocument | null,
  query: string,
): Promise<void> {
  if (!document) throw notShown();
  await pageOn(editor, document).find(query);
}

/** A page of a dataset. Throws where it has none. */
export function pageOn(editor: DatasetEditor, document: DatasetDocument): PagePanel {
  const page = editor.pageOn(document);
  if (!page) throw notShown();
  return page;
}

function notShown(): Error {
  return new Error(vscode.l10n.t('Open the dataset again: it is no longer shown.'));
}

/** Nodes come from the tree itself; anything may come from whoever runs the command. */
function isNode(given: unknown): given is ConceptNode {
  return typeof given === 'object' && given !== null && 'query' in given && typeof given.query === 'string';
}
