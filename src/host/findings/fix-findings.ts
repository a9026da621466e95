import * as vscode from 'vscode';
import { fixOf } from '../../core/check/fix-finding';
import type { Finding } from '../../core/check/finding';
import type { RawRow } from '../../core/dataset/row-reader';
import { setSource } from '../../core/edit/row-changes';
import { ofSeenRow } from '../../core/edit/seen-rows';
import { digest } from '../../core/row/key';
import { decodeRow } from '../../core/row/parse';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetEditor } from '../editor/dataset-editor';
import type { UnsavedTexts } from './unsaved-texts';

/** Puts findings of a dataset right, each row in one edit that can be undone. Returns of how many findings that is done; no finding's is guessed. */
export async function fixFindings(
  editor: DatasetEditor,
  document: DatasetDocument,
  findings: readonly Finding[],
): Promise<number> {
  let fixed = 0;
  for (const [fileRow, found] of byRow(findings)) fixed += await fixRow(editor, document, fileRow, found);
  return fixed;
}

function byRow(findings: readonly Finding[]): Map<number, Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) {
    const known = rows.get(finding.row);
    if (known) known.push(finding);
    else rows.set(finding.row, [finding]);
  }
  return rows;
}

/** Findings are about rows of the file; an edited one may stand elsewhere in the dataset. */
async function fixRow(
  editor: DatasetEditor,
  document: DatasetDocument,
  fileRow: number,
  findings: readonly Finding[],
): Promise<number> {
  const [inFile] = document.documentRows([fileRow]);
  const number = inFile ?? document.addedRows().find(({ of }) => of === fileRow)?.row;
  const [raw] = number === undefined ? [] : await document.rows(number, 1);
  if (number === undefined || !raw) return 0; // it was deleted
  const before = decodeRow(raw.bytes);
  const current = inFile === undefined ? await stillFound(document, raw, findings) : findings;
  const fixes = current
    .flatMap((finding) => fixOf(finding, before) ?? [])
    .toSorted((a, b) => b.start - a.start)
    .filter(({ end }, at, all) => at === 0 || end <= (all[at - 1]?.start ?? 0));
  if (fixes.length === 0) return 0;
  const after = fixes.reduce(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    before,
  );
  const change = ofSeenRow({ number, hash: digest(raw.bytes) }, setSource(number, after));
  await editor.edit(document, change, vscode.l10n.t('Fix findings of row {0}', number + 1));
  return fixes.length;
}

/** Of findings in a row that was edited since: those that it has now, where they stand now. */
async function stillFound(
  { checks }: DatasetDocument,
  row: RawRow,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const isAmong = ({ rule, evidence }: Finding) =>
    findings.some((each) => each.rule === rule && each.evidence === evidence);
  return (await checks.inRow(row))?.filter(isAmong) ?? [];
}

/** Offers what puts a problem right on the light bulb of the text editor, for files that are open in Scholium as well. */
export function fixActions(editor: DatasetEditor, unsaved: UnsavedTexts): vscode.CodeActionProvider {
  return {
    provideCodeActions: (text, _range, { diagnostics }) => {
      const document = [...editor.documents].find(({ uri }) => uri.toString() === text.uri.toString());
      const own = diagnostics.filter(({ source }) => source === 'Scholium');
      if (!document) return [];
      return own.flatMap((diagnostic) =>
        actionsFor(text, unsaved.findingsAt(document, diagnostic.range.start.line), diagnostic),
      );
    },
  };
}

function actionsFor(
  text: vscode.TextDocument,
  findings: readonly Finding[],
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const { line, character } = diagnostic.range.start;
  const rule = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return findings
    .filter((finding) => finding.rule === rule && finding.span?.start === character)
    .flatMap((finding) => {
      const fix = fixOf(finding, text.lineAt(line).text);
      if (!fix) return [];
      const title =
        fix.text === ''
          ? vscode.l10n.t('Remove it')
          : vscode.l10n.t('Change it to {0}', fix.text.slice(0, 60));
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = true;
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(text.uri, new vscode.Range(line, fix.start, line, fix.end), fix.text);
      return [action];
    });
}
