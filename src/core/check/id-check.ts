import type { Profile } from '../profile/profile';
import { isObject, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { keyHash } from '../row/key';
import { spanOfValue } from '../row/value-span';
import type { CheckedRow } from './check';
import type { Finding } from './finding';

/** The rules of ids are about all rows of a file at once: they are no part of the list of checks, which read row by row. */
export const ID_RULES = ['id/repeated'];

/** In place of the hash of an id, for a row that has none. */
export const NO_ID = -1;

const USUAL = ['id', 'ID', 'uuid', 'uid', 'unique_id', 'identifier'];
/** Where more than one row in so many repeats an id, it is one of a group, or the file holds its rows twice: told once. */
const ONE_IN = 10;
const FEW = 3;

/** Reads the ids of rows: in the profile's field, else in one that has a usual name. */
export class RowIds {
  private readonly asked: JsonPath | null;
  private readonly usual: readonly string[];

  /** Where several fields tell rows apart, an id alone need not. */
  constructor({ idField, identity }: Profile) {
    this.asked = idField ?? null;
    this.usual = idField || identity ? [] : USUAL;
  }

  /** The same number for the same id, see `keyHash`; `NO_ID` for a row without. */
  hashOf({ bytes, parsed }: CheckedRow): number {
    const value = parsed.kind === 'value' ? parsed.value : undefined;
    const id = this.idIn(value);
    return id ? keyHash(bytes, value, { id: id.path }) : NO_ID;
  }

  /** What is said of a row whose id an earlier one has. */
  finding({ number, parsed }: CheckedRow, { first, others }: RepeatedId): Finding[] {
    const id = this.idIn(parsed.kind === 'value' ? parsed.value : undefined);
    if (!id) return [];
    const { path, text } = id;
    const more =
      others > 0 ? `; ${others} more ${others === 1 ? 'row has' : 'rows have'} the id of a row before` : '';
    return [
      {
        row: number,
        path,
        span: spanOfValue(parsed.text, path),
        check: 'id',
        rule: 'id/repeated',
        severity: 'warning',
        message: `Row ${first + 1} has the id “${text.slice(0, 80)}” too${more}.`,
        evidence: String(first + 1),
      },
    ];
  }

  private idIn(value: Json | undefined): { path: JsonPath; text: string } | null {
    if (!isObject(value)) return null;
    const usual = this.usual.find((key) => key in value);
    const path = this.asked ?? (usual === undefined ? null : [usual]);
    const id = path && valueAt(value, path);
    const isId = (typeof id === 'string' && id !== '') || typeof id === 'number';
    return path && isId ? { path, text: String(id) } : null;
  }
}

/** A row whose id stands in an earlier one. Both 0-based. */
export interface RepeatedId {
  row: number;
  /** The first row with the id. */
  first: number;
  /** How many more rows repeat an id and are not told one by one. */
  others: number;
}

/** The rows whose id an earlier row has, in their order; the first alone where that is so often. `hashes` has one for each row. */
export function repeatedIds(hashes: Float64Array): RepeatedId[] {
  const ids = hashes.filter((hash) => hash !== NO_ID).sort();
  const shared = new Set<number>();
  let repeated = 0;
  for (let at = 1; at < ids.length; at++) {
    const hash = ids[at] ?? NO_ID;
    if (hash !== ids[at - 1]) continue;
    shared.add(hash);
    repeated++;
  }
  const isFew = repeated <= FEW || repeated * ONE_IN <= ids.length - repeated;
  return isFew ? repeats(hashes, shared, repeated, 0) : repeats(hashes, shared, 1, repeated - 1);
}

function repeats(hashes: Float64Array, shared: Set<number>, most: number, others: number): RepeatedId[] {
  const firsts = new Map<number, number>();
  const found: RepeatedId[] = [];
  for (let row = 0; row < hashes.length && found.length < most; row++) {
    const hash = hashes[row] ?? NO_ID;
    if (!shared.has(hash)) continue;
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, row);
    else found.push({ row, first, others });
  }
  return found;
}
