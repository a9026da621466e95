import type { Pairing } from './pairing';
import type { UnpairedRows } from './unpaired-rows';

/**
 * Rows that no id names, and whose text changed, are known by their place: where as many of them are left in the older file as
 * in the newer one between two rows that kept their order, they are paired one by one. `inOrder` has 1 for each new row that
 * kept its order.
 */
export function pairByPlace(
  pairing: Pairing,
  inOrder: Uint8Array,
  oldRows: UnpairedRows,
  newRows: UnpairedRows,
): void {
  const olds = new Leftovers(oldRows, (row) => pairing.newRowOf(row) !== null);
  const news = new Leftovers(newRows, (row) => pairing.oldRowOf(row) !== null);
  for (let row = 0; row < inOrder.length; row++) {
    if (inOrder[row] !== 1) continue;
    pairGap(pairing, olds.before(pairing.oldRowOf(row) ?? 0), news.before(row));
  }
  pairGap(pairing, olds.before(Infinity), news.before(Infinity));
}

function pairGap(pairing: Pairing, olds: number[], news: number[]): void {
  if (olds.length !== news.length) return;
  for (const [at, oldRow] of olds.entries()) {
    const newRow = news[at];
    if (newRow !== undefined) pairing.pair(oldRow, newRow);
  }
}

const NONE: number[] = [];

/** The rows of one side that are still without a partner and without a name, handed out in order. */
class Leftovers {
  private at = 0;
  private readonly rows: UnpairedRows;
  private readonly isPaired: (row: number) => boolean;

  constructor(rows: UnpairedRows, isPaired: (row: number) => boolean) {
    this.rows = rows;
    this.isPaired = isPaired;
  }

  /** Those before a row that were not handed out yet. */
  before(limit: number): number[] {
    if (this.at >= this.rows.length || this.rows.row(this.at) >= limit) return NONE;
    const found: number[] = [];
    for (; this.at < this.rows.length && this.rows.row(this.at) < limit; this.at++) {
      const row = this.rows.row(this.at);
      if (!this.rows.isNamed(this.at) && !this.isPaired(row)) found.push(row);
    }
    return found;
  }
}
