import { compareFiles } from '../../../src/core/compare/compare-files';
import type { Difference, DifferenceCounts } from '../../../src/core/compare/difference';
import { differenceKinds } from '../../../src/core/compare/difference';
import { DifferenceList } from '../../../src/core/compare/difference-list';
import type { IdentityRule } from '../../../src/core/row/key';
import { memoryDisk } from '../dataset/memory-files';

export const BY_ID: IdentityRule = { id: ['id'], identity: [['text']] };

export interface Compared {
  counts: DifferenceCounts;
  differences: Difference[];
  list: DifferenceList;
}

/** Compares two files' bytes. */
export async function compared(
  before: string | Uint8Array,
  after: string | Uint8Array,
  rule: IdentityRule = BY_ID,
): Promise<Compared> {
  const { store } = memoryDisk({ before, after });
  const list = new DifferenceList();
  const counts = await compareFiles(
    store,
    { oldFile: 'before', newFile: 'after', rule },
    { onProgress: () => undefined, onBatch: (batch) => list.add(batch) },
  );
  return { counts, differences: list.slice(differenceKinds, 0, Infinity), list };
}

/** Differences in short: `changed 1 2` is old row 1 and new row 2, `added - 2` has no old row. */
export function inShort(differences: Difference[]): string[] {
  return differences.map(({ kind, oldRow, newRow }) => `${kind} ${oldRow ?? '-'} ${newRow ?? '-'}`);
}
