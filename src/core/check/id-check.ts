import type { Profile } from '../profile/profile';
import { isObject, valueAt } from '../row/json';
import type { JsonPath } from '../row/json';
import { keyHash } from '../row/key';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow, RunningCheck } from './check';
import type { Finding } from './finding';

/**
 * An id that two rows have names neither. It remembers what it has seen: of a large file, whose parts are read in several threads,
 * each thread what it read itself.
 */
export const idCheck: Check = {
  id: 'id',
  title: 'Ids',
  reads: 'the field that names rows: that of the profile, else id, uuid, uid or identifier',
  severity: 'warning',
  cost: 'cheap',
  rules: ['id/repeated'],
  start: (profile) => new Ids(profile),
};

const USUAL = ['id', 'ID', 'uuid', 'uid', 'unique_id', 'identifier'];
/** Ids of more rows are not remembered. */
const MOST_ROWS = 2_000_000;
/** Of the rows so far, one in so many may repeat an id; where more do, it is one of a group. So few are told in any case. */
const ONE_IN = 10;
const FEW = 3;

class Ids implements RunningCheck {
  private readonly asked: JsonPath | null;
  private readonly usual: readonly string[];
  /** Hashes of the ids so far. */
  private readonly seen = new Set<number>();
  private repeated = 0;

  /** Where several fields tell rows apart, an id alone need not. */
  constructor({ idField, identity }: Profile) {
    this.asked = idField ?? null;
    this.usual = idField || identity ? [] : USUAL;
  }

  row(row: CheckedRow): Finding[] {
    const value = row.parsed.kind === 'value' ? row.parsed.value : null;
    if (!isObject(value)) return [];
    const usual = this.usual.find((key) => key in value);
    const path = this.asked ?? (usual === undefined ? null : [usual]);
    const id = path && valueAt(value, path);
    if (!path || (typeof id !== 'number' && (typeof id !== 'string' || id === ''))) return [];
    const hash = keyHash(row.bytes, value, { id: path });
    if (this.seen.has(hash)) return this.again(row, path, String(id));
    if (this.seen.size < MOST_ROWS) this.seen.add(hash);
    return [];
  }

  private again(row: CheckedRow, path: JsonPath, id: string): Finding[] {
    this.repeated += 1;
    if (this.repeated > FEW && this.repeated * ONE_IN > this.seen.size) return [];
    const finding: Finding = {
      row: row.number,
      path,
      span: spanOfValue(row.parsed.text, path),
      check: 'id',
      rule: 'id/repeated',
      severity: 'warning',
      message: `A row before this one has the id “${id.slice(0, 80)}” too.`,
      evidence: id.slice(0, 80),
    };
    return [finding];
  }
}
