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

/** Why a row is not found: no row has its key, or several have. */
export type NotFound = 'gone' | 'not unique';

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
      const parsed = parseRow(decodeRow(bytes));
      yield { row, ...identifyRow(bytes, parsed.kind === 'value' ? parsed.value : undefined, rule) };
      await slices.pause();
    }
  }
}
