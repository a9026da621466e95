import { differenceKinds } from './difference';
import type { DifferenceBatch, DifferenceCounts, DifferenceKind } from './difference';
import type { Pairing } from './pairing';

const BATCH = 4096;

/**
 * Goes through two paired files in the order of the newer one and tells what differs, in batches; a removed row stands after
 * the row that it followed in the older file.
 */
export function listDifferences(
  pairing: Pairing,
  inOrder: Uint8Array,
  onBatch: (batch: DifferenceBatch) => void,
): DifferenceCounts {
  const listing = new Listing(onBatch);
  const removedFrom = (first: number): void => {
    for (let old = first; old < pairing.oldRows && pairing.newRowOf(old) === null; old++)
      listing.add('removed', old, -1);
  };
  removedFrom(0);
  let unchanged = 0;
  for (let row = 0; row < pairing.newRows; row++) {
    const old = pairing.oldRowOf(row);
    if (old === null) listing.add('added', -1, row);
    else if (!pairing.isSame(row)) listing.add('changed', old, row);
    else if (inOrder[row] !== 1) listing.add('moved', old, row);
    else unchanged++;
    if (old !== null) removedFrom(old + 1);
  }
  listing.flush();
  return { ...listing.counts, unchanged, oldRows: pairing.oldRows, newRows: pairing.newRows };
}

/** Fills batches. */
class Listing {
  readonly counts: Record<DifferenceKind, number> = { added: 0, removed: 0, changed: 0, moved: 0 };
  private kinds = new Uint8Array(BATCH);
  private oldRows = new Int32Array(BATCH);
  private newRows = new Int32Array(BATCH);
  private filled = 0;
  private readonly onBatch: (batch: DifferenceBatch) => void;

  constructor(onBatch: (batch: DifferenceBatch) => void) {
    this.onBatch = onBatch;
  }

  add(kind: DifferenceKind, oldRow: number, newRow: number): void {
    this.counts[kind]++;
    this.kinds[this.filled] = differenceKinds.indexOf(kind);
    this.oldRows[this.filled] = oldRow;
    this.newRows[this.filled] = newRow;
    if (++this.filled === BATCH) this.flush();
  }

  flush(): void {
    if (this.filled === 0) return;
    const { kinds, oldRows, newRows, filled } = this;
    this.onBatch({
      kinds: kinds.slice(0, filled),
      oldRows: oldRows.slice(0, filled),
      newRows: newRows.slice(0, filled),
    });
    this.filled = 0;
  }
}
