import * as vscode from 'vscode';
import { changeRow } from '../../core/edit/bulk-edit';
import type { BulkChange, ValueChange } from '../../core/edit/bulk-edit';
import { bulkChange, emptyReport } from '../../core/edit/bulk-rows';
import type { BulkReport } from '../../core/edit/bulk-rows';
import type { RowChange } from '../../core/edit/row-changes';
import { jsonText } from '../../core/row/json';
import { ChangeThread } from '../../workers/change-client';
import { chooseChange } from './bulk-change-choice';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';

/** What is changed: these rows (ascending), or every row. */
export interface RowsToChange {
  document: DatasetDocument;
  rows: readonly number[] | null;
  /** Makes a change that VS Code can undo. Resolves with whether there was something to change. */
  edit: (change: RowChange, label: string) => Promise<boolean>;
  texts: ReadOnlyTexts;
}

/** Changed rows that the preview shows, and rows that it looks at to find them. */
const PREVIEWED = 100;
const LOOKED_AT = 5000;

/** Asks for a change of many rows, shows what it would do, and makes it as one edit with one undo. */
export async function changeRows(asked: RowsToChange, script: string): Promise<void> {
  const { document } = asked;
  const rows = asked.rows ?? everyRow(document.progress.rows);
  const change = await chooseChange(document.columns.fields);
  if (!change) return;
  const thread = new ChangeThread(script, change);
  try {
    const previewed = await preview(asked, rows, change, thread);
    if (!previewed) return;
    const report = await make(asked, rows, change, thread);
    void vscode.window.showInformationMessage(wordsOf(report, document.name));
  } finally {
    thread.stop();
  }
}

function everyRow(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

async function make(
  { document, edit }: RowsToChange,
  rows: readonly number[],
  change: BulkChange,
  thread: ChangeThread,
): Promise<BulkReport> {
  const report = emptyReport();
  const stop = new AbortController();
  const title = vscode.l10n.t('Changing {0} rows of {1}', rows.length.toLocaleString('en'), document.name);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancelled) => {
      cancelled.onCancellationRequested(() => {
        stop.abort(new Error(vscode.l10n.t('Nothing was changed: you stopped it.')));
        thread.stop();
      });
      let told = 0;
      const onProgress = (looked: number) => {
        progress.report({ increment: (100 * (looked - told)) / rows.length });
        told = looked;
      };
      const options = {
        signal: stop.signal,
        onProgress,
        ...(isSlow(change) ? { changeRow: thread.changeRow.bind(thread) } : {}),
      };
      await edit(bulkChange(rows, change, report, options), vscode.l10n.t('Change Rows'));
    },
  );
  return report;
}

/** A regular expression may run for ever: it runs where it can be stopped. */
function isSlow(change: BulkChange): boolean {
  return change.kind === 'replace' && change.flags !== undefined;
}

/** Shows the first changes side by side, and asks whether to make them all. */
async function preview(
  { document, texts }: RowsToChange,
  rows: readonly number[],
  change: BulkChange,
  thread: ChangeThread,
): Promise<boolean> {
  const first = await firstChanges(document, rows, change, thread);
  if (first.length === 0 && rows.length <= LOOKED_AT) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This changes nothing in these rows.'));
    return false;
  }
  await showDiff(texts, document.name, first);
  const yes = vscode.l10n.t('Change');
  const detail = vscode.l10n.t(
    'Behind this question are the first {0} changes. One undo takes all back; the file is written when you save.',
    first.length,
  );
  const question = vscode.l10n.t(
    'Change up to {0} rows of {1}?',
    rows.length.toLocaleString('en'),
    document.name,
  );
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, yes);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return answer === yes;
}

interface PreviewedRow {
  row: number;
  values: ValueChange[];
}

async function firstChanges(
  document: DatasetDocument,
  rows: readonly number[],
  change: BulkChange,
  thread: ChangeThread,
): Promise<PreviewedRow[]> {
  const found: PreviewedRow[] = [];
  for (const row of rows.slice(0, LOOKED_AT)) {
    const [raw] = await document.rows(row, 1);
    if (!raw) continue;
    const outcome = isSlow(change)
      ? await thread.changeRow(raw.bytes, undefined)
      : changeRow(raw.bytes, change);
    if (outcome.kind === 'changed') found.push({ row, values: outcome.values });
    if (found.length === PREVIEWED) break;
  }
  return found;
}

async function showDiff(texts: ReadOnlyTexts, name: string, rows: PreviewedRow[]): Promise<void> {
  const [before, after] = (['before', 'after'] as const).map((side) =>
    rows
      .flatMap(({ row, values }) => [
        `Row ${row + 1}`,
        ...values.map((value) => `  ${value.path}: ${shown(value[side])}`),
      ])
      .join('\n'),
  );
  const left = texts.address(vscode.l10n.t('before'), before ?? '');
  const right = texts.address(vscode.l10n.t('after'), after ?? '');
  const title = vscode.l10n.t('{0}: what would change', name);
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}

function shown(value: ValueChange['before']): string {
  return value === undefined ? vscode.l10n.t('(none)') : jsonText(value);
}

function wordsOf({ changed, unchanged, refused }: BulkReport, name: string): string {
  const first = refused[0];
  const done = vscode.l10n.t('{0}: {1} rows changed, {2} were so already.', name, changed, unchanged);
  if (!first) return done;
  const others = vscode.l10n.t(
    '{0} were left as they are, row {1} for example: {2}',
    refused.length,
    first.row + 1,
    first.message,
  );
  return `${done} ${others}`;
}
