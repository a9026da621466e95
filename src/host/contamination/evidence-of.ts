import * as vscode from 'vscode';
import { judgeAnswer } from '../../core/answer/judge-answer';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import type { Reading } from '../../core/profile/reading';
import { pairDigest } from '../../core/contamination/judged-pairs';
import type { HitEvidence } from '../../protocol/evidence-page';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from '../page/row-packets';
import { fieldText, rowOfHit } from './identify-hit';

/** What a hit rests on: its row and the item as they are now. Rejects when either is gone. */
export async function evidenceOf(document: DatasetDocument, id: number): Promise<HitEvidence> {
  const { hits, benchmarks } = document.contamination;
  const hit = hits[id];
  const benchmark = hit && benchmarks[hit.benchmark];
  if (!hit || !benchmark) throw new Error(vscode.l10n.t('There is no such hit any more: check again.'));
  const raw = await rowOfHit(document, hit);
  const row = raw && identify(document, raw);
  if (!row || row.key !== hit.identity.key)
    throw new Error(
      vscode.l10n.t('Row {0} is another one than was checked. Save, and check again.', hit.row + 1),
    );
  const item = await benchmark.bytes(hit.item.row);
  const itemReading = await benchmark.reading(hit.item.row);
  const pair = pairDigest(fieldText(row.value, hit.path), await benchmark.problem(hit.item.row));
  const reading = row.value === undefined ? emptyReading() : readRow(row.value, document.inForce.profile);
  const { path, runs, numbers } = hit;
  const sameItem = hits.filter(
    (other) => other.benchmark === hit.benchmark && other.item.row === hit.item.row && other !== hit,
  );
  return {
    row: new Uint8Array(row.raw.bytes).buffer,
    item: new Uint8Array(item).buffer,
    path,
    runs,
    numbers,
    answers: answersOf(itemReading, reading),
    others: sameItem.length,
    twins: sameItem.filter((other) => other.pair === hit.pair).length,
    drifted: pair !== hit.pair,
  };
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
