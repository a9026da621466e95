const PLACES = 1 << 22;

/** In how many rows things stand that are known by hashes. Two that share a place are counted together: none is counted too low. */
export class RowCounts {
  private readonly counts = new Uint32Array(PLACES);

  /** Counts each of a row's once. */
  addRow(hashes: Iterable<number>): void {
    for (const hash of new Set(hashes)) {
      const place = placeOf(hash);
      this.counts[place] = (this.counts[place] ?? 0) + 1;
    }
  }

  of(hash: number): number {
    return this.counts[placeOf(hash)] ?? 0;
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 10)) & (PLACES - 1);
}
