import type { FieldEntry } from './field-entries';

/** More shapes than this are not worth keeping: then hardly any comes again. */
const MOST = 1024;

/** What the fast path knows of all rows that have the same keys in the same order and spelling. */
export interface RowShape {
  /** The fields of the row's values, in order, those in its objects among them; undefined: not counted. */
  fields: (FieldEntry | undefined)[];
  /** How many keys find no room. */
  leftOut: number;
  /** The upper word of the hash; the lower one it is found by. */
  high: number;
}

/**
 * Rows by the hash of their keys: most rows of a dataset have the keys of the row before. That none of its fields comes
 * twice, and that all are known, holds for a shape for good, since fields are only added and room is never found again.
 */
export class RowShapes {
  private readonly byHash = new Map<number, RowShape>();
  private last: RowShape | undefined;
  private lastLow = 0;

  find(low: number, high: number): RowShape | undefined {
    if (low !== this.lastLow || !this.last) {
      this.last = this.byHash.get(low);
      this.lastLow = low;
    }
    return this.last?.high === high ? this.last : undefined;
  }

  add(low: number, shape: RowShape): void {
    if (this.byHash.size >= MOST) return;
    this.byHash.set(low, shape);
    this.last = undefined;
  }
}
