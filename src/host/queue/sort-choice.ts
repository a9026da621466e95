import * as vscode from 'vscode';
import { BY_VERDICT } from '../../protocol/table';
import type { Sort, TableColumn } from '../../protocol/table';

/** Asks by which column rows are sorted, or by the dataset's verdicts where these are `disputed`; null when nothing was chosen, a null sort for the dataset's own order. */
export async function chooseSort(
  columns: TableColumn[],
  current: Sort | null,
  disputed: boolean,
): Promise<{ sort: Sort | null } | null> {
  const sortable = columns.filter(
    ({ id, kind }) => id !== 'row' && id !== 'flags' && kind !== 'labels' && kind !== 'findings',
  );
  const choices = sortable.flatMap(({ id, title }) => [
    choice(vscode.l10n.t('{0}, ascending', title), { column: id, descending: false }, current),
    choice(vscode.l10n.t('{0}, descending', title), { column: id, descending: true }, current),
  ]);
  return (
    (await vscode.window.showQuickPick(
      [
        choice(vscode.l10n.t('As in the dataset'), null, current),
        ...(disputed ? [choice(UNLIKE, { column: BY_VERDICT, descending: true }, current)] : []),
        ...choices,
      ],
      { title: vscode.l10n.t('Sort rows') },
    )) ?? null
  );
}

const UNLIKE = vscode.l10n.t('Answers unlike the dataset’s own verdict first');

function choice(label: string, sort: Sort | null, current: Sort | null) {
  const now = sort?.column === current?.column && sort?.descending === current?.descending;
  return { label, sort, description: now ? vscode.l10n.t('now') : '' };
}
