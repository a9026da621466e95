import { spawnSync } from 'node:child_process';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { RowIndex } from '../../src/core/dataset/row-index';
import { madeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** Indexing 1 GB against counting its lines with `wc -l`, the file in the page cache. */
export async function measureIndex(folder: string, rowBytes: number, goal: number): Promise<Measure> {
  const { file, bytes } = madeFile(folder, 1e9, rowBytes);
  const best = await bestOfEach(
    7,
    () => indexed(file).then(() => undefined),
    () => void spawnSync('wc', ['-l', file]),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: `index, ${rowBytes / 1000} KB rows`,
    limitIs: 'wc -l',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: goal },
  });
}

export async function indexed(file: string): Promise<RowIndex> {
  const open = await nodeFileStore.open(file);
  const index = new RowIndex();
  const { size } = await nodeFileStore.facts(file);
  await index.scan(open, new AbortController().signal, () => undefined, size);
  await open.close();
  return index;
}
