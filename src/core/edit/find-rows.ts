import type { DatasetFile } from '../dataset/dataset-file';
import { identifyRow } from '../row/key';
import type { IdentityRule, RowIdentity } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import { Slices } from '../scan/slices';

/** Where a row of one state of a file is in another: `changed` when it has other bytes there. */
export interface FoundRow {
  row: number;
  changed: boolean;
}

/** Why a row is not found: no row has its key, or several have, or its bytes were written over before they were read. */
export type NotFound = 'gone' | 'not unique' | 'written over';

/** A row with its key: 0-based number, hash of its bytes; `many` when other rows of the file have that key too. */
interface Keyed {
  row: number;
  hash: string;
  many: boolean;
}

const BATCH = 64;

/** Finds rows of `before` in `now` by their keys. Reads both to their ends, in slices; memory grows with `rows` alone. */
export async function findRows(
  rows: ReadonlySet<number>,
  before: DatasetFile,
  now: DatasetFile,
  rule: IdentityRule,
): Promise<Map<number, FoundRow | NotFound>> {
  const found = new Map<number, FoundRow | NotFound>();
  if (rows.size === 0) return found;
  const wanted = new Map<number, RowIdentity>();
  const old = new Map<string, Keyed>();
  for await (const { row, key, hash } of keysOf(before, rule, rows)) {
    wanted.set(row, { key, hash });
    old.set(key, { row, hash, many: false });
  }
  await lookFor(old, before, rule);
  const fresh = new Map(
    [...old.keys()].map((key): [string, Keyed] => [key, { row: -1, hash: '', many: false }]),
  );
  await lookFor(fresh, now, rule);
  for (const [row, { key, hash }] of wanted) found.set(row, place(hash, old.get(key), fresh.get(key)));
  return found;
}

/**
 * Finds rows whose bytes were written over by the texts (row number: bytes) that they have by now: an edit seldom changes what
 * a row is known by. Whether somebody else changed them as well cannot be known: they count as changed.
 */
export async function findRowsByTexts(
  texts: Iterable<[number, Uint8Array]>,
  now: DatasetFile,
  rule: IdentityRule,
): Promise<Map<number, FoundRow | NotFound>> {
  const keys = new Map<number, string>();
  for (const [row, bytes] of texts) keys.set(row, keyOf(bytes, rule).key);
  const fresh = new Map<string, Keyed>();
  for (const key of keys.values()) fresh.set(key, { row: -1, hash: '', many: fresh.has(key) });
  await lookFor(fresh, now, rule);
  return new Map([...keys].map(([row, key]) => [row, place('', undefined, fresh.get(key))]));
}

function place(hash: string, old: Keyed | undefined, fresh: Keyed | undefined): FoundRow | NotFound {
  if (!fresh || fresh.row === -1) return 'gone';
  if (old?.many || fresh.many) return 'not unique';
  return { row: fresh.row, changed: fresh.hash !== hash };
}

/** Notes where the rows with these keys are, and which keys several rows have. */
async function lookFor(keys: Map<string, Keyed>, dataset: DatasetFile, rule: IdentityRule): Promise<void> {
  for await (const { row, key, hash } of keysOf(dataset, rule)) {
    const known = keys.get(key);
    if (!known) continue;
    if (known.row !== -1 && known.row !== row) known.many = true;
    known.row = row;
    known.hash = hash;
  }
}

async function* keysOf(dataset: DatasetFile, rule: IdentityRule, only?: ReadonlySet<number>) {
  const slices = new Slices();
  for (let from = 0; from < dataset.index.rows; from += BATCH) {
    for (const { number: row, bytes } of await dataset.rows(from, BATCH)) {
      if (only && !only.has(row)) continue;
      yield { row, ...keyOf(bytes, rule) };
      await slices.pause();
    }
  }
}

function keyOf(bytes: Uint8Array, rule: IdentityRule): RowIdentity {
  const parsed = parseRow(decodeRow(bytes));
  return identifyRow(bytes, parsed.kind === 'value' ? parsed.value : undefined, rule);
}
