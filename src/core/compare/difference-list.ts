import { differenceKinds } from './difference';
import type { Difference, DifferenceBatch, DifferenceKind } from './difference';

/** All differences of two files, nine bytes each, read by position among those of some kinds. */
export class DifferenceList {
  private readonly batches: { batch: DifferenceBatch; counts: number[] }[] = [];

  add(batch: DifferenceBatch): void {
    const counts = differenceKinds.map(() => 0);
    for (const kind of batch.kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    this.batches.push({ batch, counts });
  }

  /** How many there are of these kinds. */
  count(kinds: readonly DifferenceKind[]): number {
    return this.batches.reduce((sum, { counts }) => sum + total(counts, kinds), 0);
  }

  /** `count` differences of these kinds from position `from` on; fewer at the end. */
  slice(kinds: readonly DifferenceKind[], from: number, count: number): Difference[] {
    const found: Difference[] = [];
    let before = 0;
    for (const { batch, counts } of this.batches) {
      const here = total(counts, kinds);
      if (before + here > from) collect(batch, kinds, from - before, count, found);
      before += here;
      if (found.length >= count) break;
    }
    return found;
  }

  /**
   * Position among `kinds` of the nearest difference after (or before) position `from` that is of the same kind as the one
   * there; null when there is none.
   */
  nextAlike(kinds: readonly DifferenceKind[], from: number, step: 1 | -1): number | null {
    const [here] = this.slice(kinds, from, 1);
    if (!here) return null;
    const total = this.count(kinds);
    for (let at = from + step; at >= 0 && at < total; at += step * NEAR) {
      const start = step === 1 ? at : Math.max(0, at - NEAR + 1);
      const near = this.slice(kinds, start, Math.min(NEAR, step === 1 ? total - start : at - start + 1));
      const found = step === 1 ? near.findIndex(alike(here)) : near.findLastIndex(alike(here));
      if (found !== -1) return start + found;
    }
    return null;
  }
}

/** Differences looked at together. */
const NEAR = 4096;

function alike(here: Difference): (other: Difference) => boolean {
  return ({ kind }) => kind === here.kind;
}

function total(counts: number[], kinds: readonly DifferenceKind[]): number {
  return kinds.reduce((sum, kind) => sum + (counts[differenceKinds.indexOf(kind)] ?? 0), 0);
}

function collect(
  batch: DifferenceBatch,
  kinds: readonly DifferenceKind[],
  skip: number,
  count: number,
  into: Difference[],
): void {
  let toSkip = Math.max(0, skip);
  for (let at = 0; at < batch.kinds.length && into.length < count; at++) {
    const kind = differenceKinds[batch.kinds[at] ?? 0];
    if (kind === undefined || !kinds.includes(kind)) continue;
    if (toSkip-- > 0) continue;
    into.push({ kind, oldRow: rowOrNull(batch.oldRows[at]), newRow: rowOrNull(batch.newRows[at]) });
  }
}

function rowOrNull(row = -1): number | null {
  return row === -1 ? null : row;
}
