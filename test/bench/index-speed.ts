import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { RowIndex } from '../../src/core/dataset/row-index';
import { writeMadeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** Indexing a file against counting its lines with `wc -l`, the file in the page cache. */
export async function measureIndex(folder: string, what: string, rowBytes: number): Promise<Measure> {
  const file = path.join(folder, `rows-${rowBytes}.jsonl`);
  const bytes = writeMadeFile(file, 512e6, rowBytes);
  const best = await bestOfEach(
    5,
    async () => {
      const open = await nodeFileStore.open(file);
      await new RowIndex().scan(open, new AbortController().signal, () => undefined);
      await open.close();
    },
    () => void spawnSync('wc', ['-l', file]),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({ what, limitIs: 'wc -l', limit: speed(best.limit), ours: speed(best.ours), unit: 'MB/s' });
}
