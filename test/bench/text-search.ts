import { spawnSync } from 'node:child_process';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { TextFinder } from '../../src/core/scan/find-text';
import { Kernels } from '../../src/core/scan/kernels';
import { rowBlocks } from '../../src/core/scan/row-blocks';
import { madeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';
import { ripgrep } from './ripgrep';

const MIB = 1024 * 1024;
/** In 1 of 2,000 rows. */
const TEXT = 'X > 1234$';

/** A text in 1 GB, the case of letters ignored, against ripgrep with one thread for the one file; the same rows are found. */
export async function measureTextSearch(folder: string, rowBytes: number, goal: number): Promise<Measure[]> {
  const rg = ripgrep();
  const { file, bytes } = madeFile(folder, 1e9, rowBytes);
  const what = `text search, ${rowBytes / 1000} KB rows`;
  if (rg === null) {
    console.log(`${what.padEnd(38)} not measured: there is no rg, neither on the PATH nor in .vscode-test`);
    return [];
  }
  const expected = rgCount(rg, file);
  const best = await bestOfEach(
    7,
    async () => {
      const found = await count(file);
      if (found !== expected) throw new Error(`rg finds ${expected} rows, we find ${found}`);
    },
    () => void rgCount(rg, file),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  const line = { limitIs: 'rg -F -i -c', limit: speed(best.limit), ours: speed(best.ours) };
  return [measure({ what, ...line, unit: 'MB/s', goal: { atLeast: goal } })];
}

async function count(file: string): Promise<number> {
  const kernels = new Kernels(8 * MIB, 64 * 1024);
  const finder = new TextFinder(kernels, Buffer.from(TEXT), true);
  const open = await nodeFileStore.open(file);
  let found = 0;
  for await (const block of rowBlocks(open, kernels)) finder.find(block, () => found++);
  await open.close();
  return found;
}

function rgCount(rg: string, file: string): number {
  return Number(spawnSync(rg, ['-F', '-i', '-c', TEXT, file], { encoding: 'utf8' }).stdout);
}
