import path from 'node:path';
import type { FileStore, OpenFile } from '../dataset/file-store';
import type { IdentityRule } from '../row/key';
import type { DifferenceBatch, DifferenceCounts } from './difference';
import { HashQueues } from './hash-queues';
import { listDifferences } from './list-differences';
import { pairByPlace } from './pair-by-place';
import { Pairing } from './pairing';
import { HashColumn } from './row-hash';
import { walkFile } from './row-walk';
import type { PassingRow } from './row-walk';
import { rowsInOrder } from './rows-in-order';
import { UnpairedRows } from './unpaired-rows';

/** Two files of rows, by path, and how to tell which row is which: one rule for both. */
export interface ComparedFiles {
  oldFile: string;
  newFile: string;
  rule: IdentityRule;
}

/** Who hears of a comparison while it runs. */
export interface ComparisonListener {
  /** Bytes read so far, over all passes, and how many there may be at most. */
  onProgress(bytesRead: number, bytesTotal: number): void;
  onBatch(batch: DifferenceBatch): void;
}

/**
 * Compares two files row by row. Rows are paired in this order, each step among those that the steps before left:
 * 1. by their bytes, equal ones by their position among each other;
 * 2. by their row key, those with the same key by their position among each other;
 * 3. by place, where no id names them (see `pairByPlace`).
 * What is then left was added or removed. Memory: about 25 bytes for each row, and 12 more for each that differs; no text is
 * kept, rows of any length stream by. Rejects when a file cannot be read or changes meanwhile.
 */
export async function compareFiles(
  files: FileStore,
  { oldFile, newFile, rule }: ComparedFiles,
  listener: ComparisonListener,
): Promise<DifferenceCounts> {
  const before = [await files.facts(oldFile), await files.facts(newFile)] as const;
  const older = await files.open(oldFile);
  try {
    const newer = await files.open(newFile);
    try {
      const total = 2 * before[0].size + before[1].size; // the older file is read twice where rows differ
      const progress = new Progress((bytes) => listener.onProgress(bytes, total));
      const counts = await comparePasses({ older, newer }, rule, progress, listener);
      for (const [at, file] of [oldFile, newFile].entries()) {
        const now = await files.facts(file);
        if (now.size === before[at]?.size && now.mtimeMs === before[at].mtimeMs) continue;
        throw new Error(`${path.basename(file)} changed while it was compared: compare again`);
      }
      listener.onProgress(total, total);
      return counts;
    } finally {
      await newer.close();
    }
  } finally {
    await older.close();
  }
}

/** Bytes read over several passes. */
class Progress {
  private done = 0;
  private readonly tell: (bytes: number) => void;

  constructor(tell: (bytes: number) => void) {
    this.tell = tell;
  }

  /** Reports one pass: gets the bytes that it has read so far. */
  pass(): (bytes: number) => void {
    const start = this.done;
    return (bytes) => {
      this.done = start + bytes;
      this.tell(this.done);
    };
  }
}

async function comparePasses(
  { older, newer }: { older: OpenFile; newer: OpenFile },
  rule: IdentityRule,
  progress: Progress,
  listener: ComparisonListener,
): Promise<DifferenceCounts> {
  const [oldRows, newRows] = [new UnpairedRows(rule), new UnpairedRows(rule)];
  const pairing = await pairByBytes(older, newer, newRows, progress);
  if (!pairing.oldIsPaired) {
    const addUnpaired = (row: PassingRow) => {
      if (pairing.newRowOf(row.number) === null && row.number < pairing.oldRows) oldRows.add(row);
    };
    await walkFile(older, addUnpaired, progress.pass());
  }
  pairByKey(pairing, oldRows, newRows);
  const inOrder = rowsInOrder(pairing);
  pairByPlace(pairing, inOrder, oldRows, newRows);
  return listDifferences(pairing, inOrder, (batch) => listener.onBatch(batch));
}

/** Reads the older file, then the newer one; rows of the newer one without an equal are added to `unpaired`. */
async function pairByBytes(
  older: OpenFile,
  newer: OpenFile,
  unpaired: UnpairedRows,
  progress: Progress,
): Promise<Pairing> {
  const hashes = new HashColumn();
  await walkFile(older, (row) => hashes.push(row.hash()), progress.pass());
  const equals = new HashQueues(hashes);
  const pairing = new Pairing(hashes.length);
  await walkFile(
    newer,
    (row) => {
      const hash = row.hash();
      const equal = equals.take(hash);
      pairing.addNewRow(equal);
      if (equal === null) unpaired.add({ ...row, hash: () => hash });
    },
    progress.pass(),
  );
  hashes.clear();
  return pairing;
}

function pairByKey(pairing: Pairing, oldRows: UnpairedRows, newRows: UnpairedRows): void {
  const byKey = new HashQueues(oldRows.keys);
  for (let position = 0; position < newRows.length; position++) {
    const found = byKey.take(newRows.keys.at(position));
    if (found !== null) pairing.pair(oldRows.row(found), newRows.row(position));
  }
}
