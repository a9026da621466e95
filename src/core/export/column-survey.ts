import { membersOf } from '../import/object-members';
import type { Member } from '../import/object-members';

/** What a column of a table can hold: text, whole numbers of 64 bits, numbers, true and false, or anything, as JSON. */
export type ColumnType = 'text' | 'integer' | 'number' | 'yes-no' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
}

type Seen = 'text' | 'small' | 'integer' | 'number' | 'yes-no' | 'json';

const MOST_COLUMNS = 10_000;
const WHOLE = /^-?\d+$/;
const INT64 = 2n ** 63n;

/** Finds the columns of rows, in the order in which they first appear, and the narrowest type that keeps each value of them. */
export class ColumnSurvey {
  private readonly seen = new Map<string, Set<Seen>>();

  /** Throws when there are more columns than any table has: then ids were made field names. */
  add(members: Member[]): void {
    for (const { name, value } of members) {
      const kind = seenIn(value);
      const kinds = this.seen.get(name) ?? this.start(name);
      if (kind !== null) kinds.add(kind);
    }
  }

  get columns(): Column[] {
    return [...this.seen].map(([name, kinds]) => ({ name, type: typeOf(kinds) }));
  }

  private start(name: string): Set<Seen> {
    if (this.seen.size === MOST_COLUMNS) {
      throw new Error(`There are more than ${MOST_COLUMNS} fields: export as JSONL, or fewer rows.`);
    }
    const kinds = new Set<Seen>();
    this.seen.set(name, kinds);
    return kinds;
  }
}

/** The fields of a row; null when it is not JSON, or no object. */
export function fieldsOfRow(bytes: Uint8Array): Member[] | null {
  const row = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    JSON.parse(row.toString('latin1'));
  } catch {
    return null;
  }
  return membersOf(row);
}

/** Null for `null`, which any column can hold. */
function seenIn(value: Buffer): Seen | null {
  switch (value[0]) {
    case 0x22:
      return value.includes('\\u') && !isWellFormed(value) ? 'json' : 'text';
    case 0x7b:
    case 0x5b:
      return 'json';
    case 0x74:
    case 0x66:
      return 'yes-no';
    case 0x6e:
      return null;
    default:
      return seenInNumber(value.toString());
  }
}

function seenInNumber(text: string): Seen {
  const value = Number(text);
  if (!WHOLE.test(text) || Object.is(value, -0)) return Number.isFinite(value) ? 'number' : 'json';
  if (Number.isSafeInteger(value)) return 'small';
  const whole = BigInt(text);
  return whole >= -INT64 && whole < INT64 ? 'integer' : 'json';
}

/** Half of a surrogate pair has no UTF-8. */
function isWellFormed(value: Buffer): boolean {
  const text = JSON.parse(value.toString()) as string;
  return !/\p{Surrogate}/u.test(text);
}

function typeOf(kinds: Set<Seen>): ColumnType {
  const only = (...allowed: Seen[]) => [...kinds].every((kind) => allowed.includes(kind));
  if (only('text')) return 'text'; // also a column of nulls
  if (only('yes-no')) return 'yes-no';
  if (only('small', 'integer')) return 'integer';
  if (only('small', 'number')) return 'number';
  return 'json';
}
