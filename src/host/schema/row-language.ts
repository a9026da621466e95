import * as vscode from 'vscode';
import { pathText } from '../../core/row/json';
import { completeRow } from '../../core/schema/complete-row';
import type { RowCompletion } from '../../core/schema/complete-row';
import { explainPlace } from '../../core/schema/explain-place';
import { factsText, kindText } from './facts-text';
import type { RowSchemas } from './row-schemas';

const ROWS: vscode.DocumentSelector = [
  { scheme: 'file', language: 'jsonl' },
  { scheme: 'file', pattern: '**/*.{jsonl,ndjson}' },
];
/** In UTF-16 units: a longer row is not read at every key that is typed. */
const LONGEST_ROW = 200_000;

/** Completes and explains the rows of datasets that are open as text: only ever the row that the cursor is in is read. */
export function registerRowLanguage(schemas: RowSchemas): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(ROWS, completions(schemas), '"', ':', ' '),
    vscode.languages.registerHoverProvider(ROWS, hovers(schemas)),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => schemas.forget(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => schemas.forget(uri)),
  );
}

function completions(schemas: RowSchemas): vscode.CompletionItemProvider {
  return {
    provideCompletionItems: async (document, position) => {
      const { text } = document.lineAt(position.line);
      if (text.length > LONGEST_ROW) return [];
      const found = completeRow(text, position.character, await schemas.of(document));
      return found.map((completion, at) => itemOf(completion, at, text, position));
    },
  };
}

function itemOf(
  { kind, label, insert, cursor, start, end, facts }: RowCompletion,
  at: number,
  text: string,
  { line }: vscode.Position,
): vscode.CompletionItem {
  const { Property, Value } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem(label, kind === 'key' ? Property : Value);
  item.range = new vscode.Range(line, start, line, end);
  item.filterText = kind === 'key' && text[start] === '"' ? JSON.stringify(label) : label;
  item.sortText = String(at).padStart(5, '0');
  item.insertText = snippet(insert, cursor);
  if (kind === 'key') {
    item.detail = facts.map(kindText).find((words) => words !== '') ?? '';
    item.documentation = factsText(label, facts);
    const next = { title: '', command: 'editor.action.triggerSuggest' };
    if (facts.some(({ values, types }) => values.length > 0 || types.includes('boolean')))
      item.command = next;
  }
  return item;
}

function snippet(insert: string, cursor: number | null): vscode.SnippetString {
  const at = cursor ?? insert.length;
  const made = new vscode.SnippetString();
  return made.appendText(insert.slice(0, at)).appendTabstop(0).appendText(insert.slice(at));
}

function hovers(schemas: RowSchemas): vscode.HoverProvider {
  return {
    provideHover: async (document, { line, character }) => {
      const { text } = document.lineAt(line);
      if (text.length > LONGEST_ROW) return null;
      const place = explainPlace(text, character, await schemas.of(document));
      if (!place) return null;
      const range = new vscode.Range(line, place.start, line, place.end);
      return new vscode.Hover(factsText(pathText(place.path), place.facts), range);
    },
  };
}
