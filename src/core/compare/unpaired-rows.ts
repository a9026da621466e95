import type { IdentityRule } from '../row/key';
import { identifyRow } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import { NumberColumn } from './number-column';
import { HashColumn, hashOf } from './row-hash';
import type { PassingRow } from './row-walk';

/** Rows of one side that have no equal on the other, ascending, with the hashes of their row keys. */
export class UnpairedRows {
  readonly keys = new HashColumn();
  private readonly rows = new NumberColumn();
  private readonly named = new NumberColumn();
  private readonly rule: IdentityRule;

  constructor(rule: IdentityRule) {
    this.rule = rule;
  }

  get length(): number {
    return this.rows.length;
  }

  add(row: PassingRow): void {
    const key = row.bytes && keyOf(row.bytes, this.rule);
    this.rows.push(row.number);
    this.named.push(key?.startsWith('id:') ? 1 : 0);
    this.keys.push(key === null ? row.hash() : hashOf(key));
  }

  row(position: number): number {
    return this.rows.at(position);
  }

  /** Whether the row is named by an id: then only the row with that id can be its other version. */
  isNamed(position: number): boolean {
    return this.named.at(position) === 1;
  }
}

function keyOf(bytes: Uint8Array, rule: IdentityRule): string {
  const parsed = parseRow(decodeRow(bytes));
  return identifyRow(bytes, parsed.kind === 'value' ? parsed.value : undefined, rule).key;
}
