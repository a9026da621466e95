import type { Pairing } from './pairing';

/**
 * Which rows of the newer file kept their order: a longest increasing subsequence of their partners' row numbers (patience
 * sorting, O(n log n)), so that one row put elsewhere counts as one row moved. An entry for each new row, 1 or 0.
 */
export function rowsInOrder(pairing: Pairing): Uint8Array {
  return alreadyInOrder(pairing) ? pairedRows(pairing) : longestRun(pairing);
}

function alreadyInOrder(pairing: Pairing): boolean {
  let last = -1;
  for (let row = 0; row < pairing.newRows; row++) {
    const old = pairing.oldRowOf(row);
    if (old === null) continue;
    if (old < last) return false;
    last = old;
  }
  return true;
}

function pairedRows(pairing: Pairing): Uint8Array {
  return Uint8Array.from({ length: pairing.newRows }, (_, row) => (pairing.oldRowOf(row) === null ? 0 : 1));
}

function longestRun(pairing: Pairing): Uint8Array {
  const before = new Int32Array(pairing.newRows).fill(-1);
  const ends = new Int32Array(pairing.newRows); // ends[k]: the new row that ends the run of k + 1 rows with the lowest partner
  let length = 0;
  for (let row = 0; row < pairing.newRows; row++) {
    const old = pairing.oldRowOf(row);
    if (old === null) continue;
    const place = firstEndAbove(pairing, ends, length, old);
    before[row] = place === 0 ? -1 : (ends[place - 1] ?? -1);
    ends[place] = row;
    if (place === length) length++;
  }
  const inOrder = new Uint8Array(pairing.newRows);
  for (let row = length === 0 ? -1 : (ends[length - 1] ?? -1); row !== -1; row = before[row] ?? -1)
    inOrder[row] = 1;
  return inOrder;
}

function firstEndAbove(pairing: Pairing, ends: Int32Array, length: number, old: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairing.oldRowOf(ends[middle] ?? 0) ?? 0) < old) low = middle + 1;
    else high = middle;
  }
  return low;
}
