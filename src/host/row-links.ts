import * as vscode from 'vscode';
import { openAtRow } from './commands';
import type { DatasetEditor } from './editor/dataset-editor';
import { fixActions } from './findings/fix-findings';
import { linkedRow } from './problems';
import type { UnsavedTexts } from './findings/unsaved-texts';

/** Opens the rows that problems point to: by the link on a problem's rule, and by its light bulb, which offers to put it right where that is safe. */
export function registerRowLinks(editor: DatasetEditor, unsaved: UnsavedTexts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      handleUri: async (link) => {
        const query = new URLSearchParams(link.query);
        const row = Number(query.get('row'));
        const file = vscode.Uri.parse(query.get('file') ?? '', true);
        if (link.path !== '/row' || file.scheme !== 'file' || !Number.isInteger(row) || row < 1) return;
        await openAtRow(editor, file, row - 1);
      },
    }),
    vscode.languages.registerCodeActionsProvider({ pattern: '**/*.{jsonl,ndjson}' }, showInScholium, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/*.{jsonl,ndjson}' },
      fixActions(editor, unsaved),
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      },
    ),
  );
}

const showInScholium: vscode.CodeActionProvider = {
  provideCodeActions: (document, _range, { diagnostics }) =>
    diagnostics
      .filter(({ source }) => source === 'Scholium')
      .flatMap((diagnostic) => {
        const row = linkedRow(diagnostic);
        if (row === null) return [];
        const title = vscode.l10n.t('Show row {0} in Scholium', row + 1);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.command = { title, command: 'scholium.open', arguments: [document.uri, row] };
        return [action];
      }),
};
