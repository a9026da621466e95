import type { AnnotatedRow } from '../../core/annotation/annotation-log';
import type { Hit } from '../../core/contamination/hit';
import { pairDigest } from '../../core/contamination/judged-pairs';
import type { DocumentRow } from '../../core/edit/document-rows';
import type { Json, JsonPath } from '../../core/row/json';
import { jsonText, valueAt } from '../../core/row/json';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from '../page/row-packets';
import type { BenchmarkFile } from './benchmark-file';

/** A hit, and the row and texts that it is about. */
export interface IdentifiedHit extends Hit {
  /** Its place among the hits of the check. */
  id: number;
  identity: AnnotatedRow;
  /** What the two texts are known by. */
  pair: string;
}

/** Finds out which row a hit is about. Null when the row is not here as it is in the file: it was edited or deleted meanwhile. */
export async function identifyHit(
  document: DatasetDocument,
  benchmark: BenchmarkFile,
  hit: Hit,
  id: number,
): Promise<IdentifiedHit | null> {
  const raw = await rowOfHit(document, hit);
  if (!raw) return null;
  const { key, hash, value } = identify(document, raw);
  const pair = pairDigest(fieldText(value, hit.path), await benchmark.problem(hit.item.row));
  return { ...hit, id, identity: { key, hash, number: raw.number }, pair };
}

/** The row of the document that stands where the hit's row stood in the file. */
export async function rowOfHit(document: DatasetDocument, { row }: Hit): Promise<DocumentRow | null> {
  const [number] = document.documentRows([row]);
  const [raw] = number === undefined ? [] : await document.rows(number, 1);
  return raw ?? null;
}

/** A field as a text. */
export function fieldText(value: Json | undefined, path: JsonPath): string {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : jsonText(found ?? null);
}
