import * as vscode from 'vscode';
import { parsePath } from '../../core/field/path-pattern';
import { printText } from '../../core/query/print-query';
import { noFacts } from '../../core/query/state-facts';
import type { JsonPath } from '../../core/row/json';
import type { FilterReport } from '../../protocol/filter-worker';
import { runFilterThread } from '../../workers/threads';
import { searchAddedRows } from '../queue/added-rows-search';
import type { DatasetDocument } from '../document/dataset-document';
import { withCancel } from '../with-cancel';
import { identify } from './row-packets';

/** A row, and a value in it when one was named. */
export interface Place {
  /** 0-based */
  row: number;
  path: JsonPath | null;
}

type Asked = { row: number; path: JsonPath | null } | { id: string };

/** Asks where to go: a row number, with a path behind it or not, or the id of a row. Null when the question was dismissed. */
export async function askForPlace(
  document: DatasetDocument,
  current: number,
  filterWorker: string,
): Promise<Place | null> {
  const { rows } = document.progress;
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Go to row'),
    prompt: vscode.l10n.t(
      'A number from 1 to {0} (12 steps[3] for a value in it), or an id',
      rows.toLocaleString('en'),
    ),
    value: String(current + 1),
    validateInput: (text) => faultOf(text, rows),
  });
  const asked = answer === undefined ? null : read(answer);
  if (!asked) return null;
  if ('row' in asked) return asked;
  const row = await withCancel(vscode.l10n.t('Looking for {0}', asked.id), (signal) =>
    rowWithId(document, asked.id, filterWorker, signal),
  );
  if (row === undefined) return null;
  if (row === null) throw new Error(vscode.l10n.t('No row of {0} has the id {1}.', document.name, asked.id));
  return { row, path: null };
}

function faultOf(text: string, rows: number): string | null {
  const asked = read(text);
  if (!asked) return vscode.l10n.t('A row number or an id is needed.');
  if ('id' in asked || (asked.row >= 0 && asked.row < rows)) return null;
  return vscode.l10n.t('There are rows 1 to {0}.', rows);
}

/** `12`, `1,200`, `12 steps[3].text`; anything else is an id. An id that is a number is written with `=` before it. */
function read(text: string): Asked | null {
  const typed = text.trim();
  const [, digits, after] = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\s+(.+))?$/.exec(typed) ?? [];
  if (digits === undefined) return typed === '' ? null : { id: typed.replace(/^=/, '') };
  const path = after === undefined ? null : parsePath(after);
  const isPlain = path?.every((part) => part !== null) ?? true;
  if (after !== undefined && (!path || !isPlain)) return { id: typed };
  return {
    row: Number(digits.replaceAll(',', '')) - 1,
    path: path?.filter((part) => part !== null) ?? null,
  };
}

/** Where the row is now that something was decided about when it stood at `number`; null when it is not to be found. */
export async function placeOfDecided(
  document: DatasetDocument,
  { key, number }: { key: string; number: number },
  filterWorker: string,
): Promise<number | null> {
  const [raw] = await document.rows(number, 1);
  if (raw && identify(document, raw).key === key) return number;
  const [, id] = /^id:(.+)$/s.exec(key) ?? [];
  if (id === undefined) return null;
  const found = await withCancel(vscode.l10n.t('Looking for {0}', id), (signal) =>
    rowWithId(document, id, filterWorker, signal),
  );
  return found ?? null;
}

/** The first row with an id, as edited here or as in the file; null when there is none. */
async function rowWithId(
  document: DatasetDocument,
  id: string,
  filterWorker: string,
  signal: AbortSignal,
): Promise<number | null> {
  const query = `id:=${printText(id)}`;
  const request = { profile: document.inForce.profile, query, facts: noFacts, annotator: null };
  const edited = document.addedRows().map(({ row }) => row);
  const [first] = await searchAddedRows(document, edited, request, filterWorker, signal);
  if (first !== undefined) return first;
  const enough = new AbortController();
  let found: number | null = null;
  const take = (report: FilterReport) => {
    if (report.kind !== 'progress') return;
    for (const row of document.documentRows(report.hits)) found ??= row;
    if (found !== null) enough.abort();
  };
  const file = document.file;
  await runFilterThread(filterWorker, { ...request, file }, AbortSignal.any([signal, enough.signal]), take);
  signal.throwIfAborted();
  return found;
}
