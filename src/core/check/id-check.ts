import type { Profile } from '../profile/profile';
import { isObject, valueAt } from '../row/json';
import type { JsonPath } from '../row/json';
import { keyHash } from '../row/key';
import type { CheckedRow } from './check';
import type { Comparison, DatasetCheck, PartFacts, Told } from './dataset-check';

/** An id that two rows have names neither. */
export const idCheck: DatasetCheck<Ids> = {
  id: 'id',
  title: 'Ids',
  reads: 'the field that names rows: that of the profile, else id, uuid, uid or identifier',
  severity: 'warning',
  rules: ['id/repeated'],
  start: (profile) => new RowIds(profile),
};

/** One entry for each row. */
interface Ids {
  /** The same number for the same id, see `keyHash`; `NO_ID` for a row without. */
  hashes: Float64Array;
  /** Which of the fields that may hold an id holds it; with `ROUNDED` for a number of which digits are lost when it is read. */
  fields: Uint8Array;
}

const NO_ID = -1;
const ROUNDED = 0x80;
const USUAL = ['id', 'ID', 'uuid', 'uid', 'unique_id', 'identifier'].map((name): JsonPath => [name]);
const AS_READ =
  'as it is read: whole numbers above 9,007,199,254,740,991 are rounded, so labels of the two rows are told apart by their texts alone. Write such ids in quotes';
/** Where more than one row in so many repeats an id, it is one of a group, or the file holds its rows twice: told once. */
const ONE_IN = 10;
const FEW = 3;

class RowIds implements Comparison<Ids> {
  private readonly paths: readonly JsonPath[];
  private hashes: number[] = [];
  private fields: number[] = [];

  /** Where several fields tell rows apart, an id alone need not. */
  constructor({ idField, identity }: Profile) {
    this.paths = idField ? [idField] : identity ? [] : USUAL;
  }

  row({ bytes, parsed }: CheckedRow): void {
    const value = parsed.kind === 'value' && isObject(parsed.value) ? parsed.value : {};
    const field = this.paths.findIndex((path) => valueAt(value, path) !== undefined);
    const path = this.paths[field];
    const id = path && valueAt(value, path);
    const isId = (typeof id === 'string' && id !== '') || typeof id === 'number';
    this.hashes.push(isId ? keyHash(bytes, value, { id: path }) : NO_ID);
    const isRounded = Number.isInteger(id) && !Number.isSafeInteger(id);
    this.fields.push(Math.max(0, field) | (isRounded ? ROUNDED : 0));
  }

  facts(): Ids {
    const facts = { hashes: Float64Array.from(this.hashes), fields: Uint8Array.from(this.fields) };
    this.hashes = [];
    this.fields = [];
    return facts;
  }

  told(parts: PartFacts<Ids>[]): Told[] {
    const shared = new SharedIds(parts.map(({ facts }) => facts.hashes));
    const others = shared.areFew ? 0 : shared.repeated - 1;
    const more = others > 0 ? `; ${others} more rows repeat one too` : '';
    const found: Told[] = [];
    const firsts = new Map<number, number>();
    for (const { firstRow, facts } of parts) {
      for (const [at, hash] of facts.hashes.entries()) {
        if (!shared.hashes.has(hash)) continue;
        const row = firstRow + at;
        const first = firsts.get(hash);
        if (first === undefined) firsts.set(hash, row);
        else found.push(this.said(row, first, facts.fields[at] ?? 0, more));
        if (found.length > 0 && !shared.areFew) return found;
      }
    }
    return found;
  }

  private said(row: number, first: number, field: number, more: string): Told {
    const path = this.paths[field & ~ROUNDED] ?? [];
    const same = field & ROUNDED ? `an id that is the same ${AS_READ}` : 'the same id';
    const message = `Row ${first + 1} has ${same}${more}.`;
    return { row, path, rule: 'id/repeated', message, evidence: String(first + 1) };
  }
}

/** Ids that stand in several rows, by their hashes. */
class SharedIds {
  readonly hashes = new Set<number>();
  /** Rows whose id a row before has. */
  readonly repeated: number;
  /** Whether each of these is told. */
  readonly areFew: boolean;

  constructor(lists: Float64Array[]) {
    const all = joined(lists).sort();
    let repeated = 0;
    for (let at = 1; at < all.length; at++) {
      const hash = all[at] ?? NO_ID;
      if (hash === NO_ID || hash !== all[at - 1]) continue;
      this.hashes.add(hash);
      repeated++;
    }
    this.repeated = repeated;
    this.areFew = repeated <= FEW || repeated * ONE_IN <= all.length;
  }
}

function joined(lists: Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
