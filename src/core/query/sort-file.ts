import type { OpenFile } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { Kernels } from '../scan/kernels';
import { rowBlocks } from '../scan/row-blocks';
import { chunkSearch } from './chunk-search';
import { endsInRow, rawRow } from './block-rows';
import { KeyTable } from './key-table';
import { QueriedRow } from './queried-row';
import { sortKeyReader } from './sort-keys';
import type { SortDirection } from './sort-keys';
import { noFacts } from './state-facts';

/** Four times what is read at once. */
const ROOM = 8 * 1024 * 1024;

/** What is sorted by what. */
export interface SortOrder {
  /** A field, or a measure of one: `level`, `count(step)`. */
  field: string;
  direction: SortDirection;
  /** Rows of the file (0-based), ascending; null for all. */
  rows: Uint32Array | null;
}

/** The rows of a file in the order of a field. `onProgress` is told after each part; keys of 64 characters are held, no rows. */
export async function sortFile(
  file: OpenFile,
  profile: Profile,
  { field, direction, rows }: SortOrder,
  onProgress: (rows: number, bytes: number) => void,
): Promise<Uint32Array<ArrayBuffer>> {
  const keyOf = sortKeyReader(field, profile);
  if (!keyOf) throw new Error(`${field} is not the name of a field.`);
  const kernels = new Kernels(ROOM, 8);
  const chunks = chunkSearch(kernels, null);
  const table = new KeyTable();
  let wanted = 0;
  for await (const block of rowBlocks(file, kernels)) {
    const first = chunks.rows;
    for (const candidate of chunks.candidates(block)) {
      if (block.continued && candidate.row === first) continue;
      if (rows && rows[wanted] !== candidate.row) continue;
      wanted++;
      const { readable } = new QueriedRow(rawRow(kernels.memory, block, candidate), profile, noFacts);
      table.add(candidate.row, readable && keyOf(readable));
    }
    onProgress(
      chunks.rows + (endsInRow(kernels.memory, block) ? 1 : 0),
      block.offset + block.end - block.start,
    );
    if (rows && wanted === rows.length) break;
  }
  return table.order(direction);
}
