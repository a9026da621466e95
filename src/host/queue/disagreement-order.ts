import { disagreement } from '../../core/review/row-review';
import { wordQuestionsOf } from '../../core/scheme/scheme-in-force';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from '../page/row-packets';

/** Rows of the file (0-based), those on which annotators differ most first; rows that differ as much stay in their order. */
export async function disagreementOrder(
  document: DatasetDocument,
  fileRows: Uint32Array,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const words = wordQuestionsOf(document.project);
  const scored: { row: number; score: number }[] = [];
  for (const row of fileRows) {
    if (signal.aborted) break;
    const [number] = document.documentRows([row]);
    const [raw] = number === undefined ? [] : await document.rows(number, 1);
    const standing = raw ? document.annotations.fold.standing(identify(document, raw).key) : [];
    scored.push({ row, score: disagreement(standing, words) });
  }
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  return Uint32Array.from(scored, ({ row }) => row);
}
