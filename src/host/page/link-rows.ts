import * as vscode from 'vscode';
import type { LinkType } from '../../core/profile/profile';
import { RESULT } from '../../core/profile/read-links';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from './row-packets';
import type { IdentifiedRow } from './row-packets';

/** What the first of the rows is to the others, in words. */
const TYPES: { type: LinkType; means: string }[] = [
  { type: 'variant', means: 'the same problem with other values or words; the first is the seed' },
  { type: 'reformulation', means: 'the same problem told otherwise; the first is the original' },
  { type: 'extension', means: 'a longer telling; the first is the original' },
  { type: 'translation', means: 'the same problem in other languages' },
  { type: 'sub-problem', means: 'parts of one problem, in their order' },
  { type: 'composition', means: 'each answer goes into the next problem; the last is the whole' },
  { type: 'fusion', means: 'one problem made of others; the last is what was made' },
  { type: 'equivalent', means: 'the same problem' },
  { type: 'similar', means: 'problems of one structure' },
];
const FIRST: Partial<Record<LinkType, string>> = {
  variant: 'seed',
  reformulation: 'original',
  extension: 'original',
};

/** Asks in which way rows (0-based, in their order) belong together, and records it in the annotator's log. */
export async function linkRows(
  document: DatasetDocument,
  rows: number[],
  annotator: AnnotatorIdentity,
): Promise<void> {
  if (rows.length < 2)
    throw new Error(vscode.l10n.t('Select two or more rows that belong together, then link them.'));
  const found = await identified(document, rows); // before the questions: rows may move meanwhile
  const type = await askForType(rows);
  if (!type) return;
  const by = await annotator.orAsk();
  const [first, ...others] = found.map(({ key, hash, raw }, at) => {
    return { key, hash, number: raw.number, place: placeOf(type, at, rows.length) };
  });
  if (!first) return;
  const { place, ...row } = first;
  const linked = others.map((other) => ({ key: other.key, place: other.place }));
  const decision = {
    what: 'link' as const,
    target: { kind: 'row' as const },
    value: { type, place, rows: linked },
  };
  await document.inOrder(() => document.annotations.decide(by, row, [{ decision }]));
  document.relink();
}

async function askForType(rows: number[]): Promise<LinkType | null> {
  const numbers = rows.slice(0, 6).map((row) => row + 1);
  const chosen = await vscode.window.showQuickPick(
    TYPES.map(({ type, means }) => ({ label: type, detail: means, type })),
    {
      title: vscode.l10n.t('Link rows {0}', numbers.join(', ') + (rows.length > 6 ? ', …' : '')),
      placeHolder: vscode.l10n.t('In which way do they belong together?'),
      matchOnDetail: true,
    },
  );
  return chosen?.type ?? null;
}

async function identified(document: DatasetDocument, rows: number[]): Promise<IdentifiedRow[]> {
  const found: IdentifiedRow[] = [];
  for (const row of rows) {
    const [raw] = await document.rows(row, 1);
    if (raw) found.push(identify(document, raw));
  }
  return found;
}

function placeOf(type: LinkType, at: number, count: number): string {
  if (type === 'fusion' || type === 'composition') return at === count - 1 ? RESULT : String(at + 1);
  if (type === 'translation' || type === 'equivalent' || type === 'similar') return '';
  return at === 0 ? (FIRST[type] ?? '1') : String(type === 'sub-problem' ? at + 1 : at);
}
