import fs from 'node:fs';
import { indexed } from './index-speed';
import { madeFile } from './made-rows';
import { measure, time } from './measure';
import type { Measure } from './measure';

const SMALL = 100e6;
const LARGE = 5e9;
const ROUNDS = 5;

/** The time to index a byte of a 5 GB file against that of a 100 MB file. None where the disk has no room for it. */
export async function measureGrowth(folder: string): Promise<Measure[]> {
  const { bavail, bsize } = fs.statfsSync(folder);
  if (bavail * bsize < LARGE * 1.5) return [];
  const small = madeFile(folder, SMALL, 8000);
  const large = madeFile(folder, LARGE, 8000);
  const perByte = { small: Infinity, large: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    for (let again = 0; again < 10; again++)
      perByte.small = Math.min(perByte.small, (await timeOf(small.file)) / small.bytes);
    perByte.large = Math.min(perByte.large, (await timeOf(large.file)) / large.bytes);
  }
  fs.rmSync(large.file);
  const line = { limitIs: 'the same of 100 MB', limit: 1e-3 / perByte.small, ours: 1e-3 / perByte.large };
  return [measure({ what: 'index of 5 GB', ...line, unit: 'MB/s', goal: { atLeast: 1 / 1.15 } })];
}

function timeOf(file: string): Promise<number> {
  return time(() => indexed(file).then(() => undefined));
}
