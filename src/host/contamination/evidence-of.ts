import * as vscode from 'vscode';
import { judgeAnswer } from '../../core/answer/judge-answer';
import { pairEvidence } from '../../core/contamination/pair-evidence';
import { problemText } from '../../core/contamination/row-texts';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import type { Reading } from '../../core/profile/reading';
import type { HitEvidence } from '../../protocol/evidence-page';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetHits } from '../document/dataset-hits';
import { identify } from '../page/row-packets';
import { digestOf, rowOfHit, textOfHit } from './identify-hit';
import type { IdentifiedHit } from './identify-hit';
import type { ItemFile } from './item-file';

/** What a hit rests on: its row and the item as they are now. Rejects when either is gone. */
export async function evidenceOf(
  document: DatasetDocument,
  { hits, sources }: DatasetHits,
  id: number,
): Promise<HitEvidence> {
  const hit = hits[id];
  const source = hit && sources[hit.source];
  if (!hit || !source) throw new Error(vscode.l10n.t('There is no such hit any more: check again.'));
  const raw = await rowOfHit(document, hit);
  const row = raw && identify(document, raw);
  if (!row || row.key !== hit.identity.key)
    throw new Error(
      vscode.l10n.t('Row {0} is another one than was checked. Save, and check again.', hit.row + 1),
    );
  const item = await source.bytes(hit.item.row);
  const itemReading = await source.reading(hit.item.row);
  const { profile } = document.inForce;
  const [rowText, itemText] = [textOfHit(hit, row.value, profile), problemText(itemReading)];
  const reading = row.value === undefined ? emptyReading() : readRow(row.value, profile);
  const { runs, numbers } = hit.evidence ?? pairEvidence(itemText, rowText);
  const sameItem = hits.filter(
    (other) => other.source === hit.source && other.item.row === hit.item.row && other !== hit,
  );
  return {
    row: new Uint8Array(row.raw.bytes).buffer,
    item: new Uint8Array(item).buffer,
    path: hit.path,
    runs,
    numbers,
    answers: answersOf(itemReading, reading),
    others: sameItem.length,
    twins: sameItem.filter((other) => other.pair === hit.pair).length,
    drifted: digestOf(hit, rowText, itemText) !== hit.pair,
    group: groupOf(hit, sources),
  };
}

/** Rows of a group that are listed. */
const MOST_LISTED = 200;

function groupOf({ group }: IdentifiedHit, sources: readonly ItemFile[]): HitEvidence['group'] {
  if (!group) return [];
  return group.rows.slice(0, MOST_LISTED).map((row) => ({
    file: sources[row.file]?.name ?? '',
    row: row.row,
    split: row.split,
    length: row.length,
    ratings: { ...row.ratings },
    stays: row === group.kept,
  }));
}

function answersOf(item: Reading, row: Reading): HitEvidence['answers'] {
  const [gold, given] = [answerOf(item), answerOf(row)];
  if (gold === undefined || given === undefined) return null;
  const { verdict, how } = judgeAnswer(gold, given);
  return { verdict, how };
}

function answerOf({ answers }: Reading): string | undefined {
  return answers.find(({ kind }) => kind !== 'none')?.text;
}
