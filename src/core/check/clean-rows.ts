import { createHash } from 'node:crypto';

/**
 * Rows that the thorough checks found nothing in, by 53 bits of their bytes' SHA-256: they need not be checked again. Among ten
 * million rows, one that changed is taken for one of them once in a hundred million times.
 */
export class CleanRows {
  private readonly before: readonly Float64Array[];
  private readonly added = new Set<number>();

  /** `before` are lists as `sorted` gave them. */
  constructor(before: readonly Float64Array[] = []) {
    this.before = before;
  }

  has(row: number): boolean {
    return this.added.has(row) || this.before.some((list) => stands(list, row));
  }

  /** Also those that were known before: what is not met any more is forgotten. */
  add(row: number): void {
    this.added.add(row);
  }

  /** Those of this run, ascending; in memory that threads share. */
  sorted(): Float64Array {
    const rows = new Float64Array(new SharedArrayBuffer(8 * this.added.size));
    rows.set([...this.added]);
    return rows.sort();
  }
}

/** What a row is known by. */
export function cleanRowHash(bytes: Uint8Array): number {
  const digest = createHash('sha256').update(bytes).digest();
  return digest.readUInt32LE(0) + (digest.readUInt32LE(4) & 0x1fffff) * 2 ** 32;
}

function stands(list: Float64Array, row: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return list[low] === row;
}
