import type { AnnotatedRow } from '../../core/annotation/annotation-log';
import type { DuplicateRow } from '../../core/contamination/duplicate-groups';
import type { Evidence } from '../../core/contamination/evidence';
import { pairDigest, rowsDigest } from '../../core/contamination/judged-pairs';
import type { HitClass } from '../../core/contamination/match-classes';
import { problemText } from '../../core/contamination/row-texts';
import type { DocumentRow } from '../../core/edit/document-rows';
import { readRow } from '../../core/profile/read-row';
import type { Profile } from '../../core/profile/profile';
import type { Json, JsonPath } from '../../core/row/json';
import { jsonText, valueAt } from '../../core/row/json';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from '../page/row-packets';
import type { ItemFile } from './item-file';

/** A row and a problem of another file, or of another row, that it is like. */
export interface PlacedHit {
  /** 0-based, in the file that was checked. */
  row: number;
  /** Place of the benchmark or file among those that were looked at. */
  source: number;
  /** Its row (0-based) in that file, and what verdicts name it by. */
  item: { row: number; id: string };
  class: HitClass;
  /** From 0 to 1; null where nothing was compared. */
  score: number | null;
  /** The field of the row that holds the item; null for its problem, whatever fields that has. */
  path: JsonPath | null;
  /** Null where it is found out when somebody looks. */
  evidence: Evidence | null;
  /** The rows that have the same problem, where these were looked for. */
  group: HitGroup | null;
}

export interface HitGroup {
  /** Counted from 0. */
  number: number;
  rows: DuplicateRow[];
  kept: DuplicateRow;
  /** The row of the hit is the one that stays. */
  stays: boolean;
  /** It has rows of more than one split. */
  leak: boolean;
}

/** A hit, and the row and texts that it is about. */
export interface IdentifiedHit extends PlacedHit {
  /** Its place among the hits of the check. */
  id: number;
  identity: AnnotatedRow;
  /** What the two texts are known by. */
  pair: string;
}

/** Finds out which row a hit is about. Null when the row is not here as it is in the file: it was edited or deleted meanwhile. */
export async function identifyHit(
  document: DatasetDocument,
  source: ItemFile,
  hit: PlacedHit,
  id: number,
): Promise<IdentifiedHit | null> {
  const raw = await rowOfHit(document, hit);
  if (!raw) return null;
  const { key, hash, value } = identify(document, raw);
  const item = await source.problem(hit.item.row);
  const pair = digestOf(hit, textOfHit(hit, value, document.inForce.profile), item);
  return { ...hit, id, identity: { key, hash, number: raw.number }, pair };
}

/** By what a hit's two texts are known. */
export function digestOf({ group }: PlacedHit, rowText: string, itemText: string): string {
  return group ? rowsDigest(rowText, itemText) : pairDigest(rowText, itemText);
}

/** The row of the document that stands where the hit's row stood in the file. */
export async function rowOfHit(
  document: DatasetDocument,
  { row }: Pick<PlacedHit, 'row'>,
): Promise<DocumentRow | null> {
  const [number] = document.documentRows([row]);
  const [raw] = number === undefined ? [] : await document.rows(number, 1);
  return raw ?? null;
}

/** The text of the row that holds the item. */
export function textOfHit({ path }: PlacedHit, value: Json | undefined, profile: Profile): string {
  if (path === null) return value === undefined ? '' : problemText(readRow(value, profile));
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : jsonText(found ?? null);
}
