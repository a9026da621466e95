import path from 'node:path';
import { setImmediate as rest } from 'node:timers/promises';
import * as vscode from 'vscode';
import { defaultCsv } from '../../core/export/export-options';
import { exportRows } from '../../core/export/export-rows';
import { makeRows, noCounts } from '../../core/make/recipe';
import type { MakingCounts, Recipe, RowSource } from '../../core/make/recipe';
import type { DatasetDocument } from '../document/dataset-document';
import type { DocumentSnapshot } from '../../core/edit/document-snapshot';
import { everyRow } from '../transfer/export-rows';
import { withCancel } from '../with-cancel';
import { chooseRecipe } from './recipe-choice';

/** The host is never busy for longer (ms) without letting others work. */
const SLICE_MS = 4;

/** Asks how and where to, and makes a dataset of the rows as they are here, with their unsaved edits. `open` shows it. */
export async function makeDataset(
  document: DatasetDocument,
  open: (made: vscode.Uri) => Promise<void>,
): Promise<void> {
  const recipe = await chooseRecipe(document.name, document.columns.fields);
  const target = recipe && (await askWhere(document, recipe));
  if (!recipe || !target) return;
  const counts = noCounts();
  const total = document.progress.rows;
  const made = await withCancel(
    vscode.l10n.t('Making {0}', path.basename(target.fsPath)),
    async (signal, tell) => {
      const snapshot = await document.snapshot();
      const request = { to: target.fsPath, replace: true, format: 'jsonl' as const, csv: defaultCsv }; // the dialog has asked
      const source = sourceOf(document, snapshot, signal, () =>
        tell(vscode.l10n.t('Rows read: {0}', counts.rows.toLocaleString()), counts.rows / Math.max(total, 1)),
      );
      try {
        return await exportRows(
          () => makeRows(recipe, source, counts),
          request,
          signal,
          () => undefined,
        );
      } finally {
        await snapshot.close();
      }
    },
  );
  if (!made) return;
  const show = vscode.l10n.t('Open');
  const told = `${path.basename(target.fsPath)}: ${wordsOf(recipe, made.rows, counts)}`;
  void vscode.window
    .showInformationMessage(told, show)
    .then((chosen) => (chosen === show ? open(target) : undefined));
}

function sourceOf(
  document: DatasetDocument,
  snapshot: DocumentSnapshot,
  signal: AbortSignal,
  tell: () => void,
): RowSource {
  return {
    profile: document.inForce.profile,
    rows: async function* () {
      let end = performance.now() + SLICE_MS;
      for await (const row of everyRow(document, snapshot)) {
        signal.throwIfAborted();
        yield row;
        if (performance.now() < end) continue;
        tell();
        await rest();
        end = performance.now() + SLICE_MS;
      }
    },
    row: async (number) => {
      signal.throwIfAborted();
      return (await snapshot.rows(number, 1))[0];
    },
  };
}

async function askWhere(document: DatasetDocument, { kind }: Recipe): Promise<vscode.Uri | undefined> {
  const { dir, name } = path.parse(document.uri.fsPath);
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(path.join(dir, `${name}.${kind}.jsonl`)),
    filters: { JSONL: ['jsonl'] },
  });
  if (target?.fsPath === document.uri.fsPath)
    throw new Error(vscode.l10n.t('Choose another file than the one that is open.'));
  return target;
}

/** What was made, and what of; a selection of traces says in which ratio they are. */
function wordsOf({ kind }: Recipe, made: number, { rows, without, traces }: MakingCounts): string {
  const said = [
    made === 1
      ? vscode.l10n.t('1 row made of {0}; {1} gave none.', rows, without)
      : vscode.l10n.t('{0} rows made of {1}; {2} gave none.', made, rows, without),
  ];
  const { right, wrong, unknown } = traces;
  const all = right + wrong + unknown;
  if ((kind === 'pairs' || kind === 'completions') && all > 0) {
    const share = (count: number) => `${count} (${Math.round((100 * count) / all)} %)`;
    said.push(
      vscode.l10n.t(
        'Traces: {0}, of which {1} right, {2} wrong, {3} of unknown verdict.',
        all,
        share(right),
        share(wrong),
        share(unknown),
      ),
    );
  }
  return said.join(' ');
}
