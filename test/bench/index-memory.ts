import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { madeFile } from './made-rows';
import { measure } from './measure';
import type { Measure } from './measure';

const MOST_GROWTH_MB = 20;

/** What the index itself takes, and what a process of its own grows by at most while it indexes 1 GB. */
export async function measureIndexMemory(folder: string): Promise<Measure[]> {
  const { file, bytes } = madeFile(folder, 1e9, 500);
  const child = spawnSync(process.execPath, [path.join(__dirname, 'index-child.cjs'), file], {
    encoding: 'utf8',
  });
  const { memory, grown } = JSON.parse(child.stdout) as { memory: number; grown: number };
  const inMb = { limitIs: 'the file', limit: bytes / 1e6, ours: memory / 1e6, unit: 'MB' } as const;
  return [
    measure({ what: 'index, its memory', ...inMb, goal: { atMost: 0.0002 } }),
    measure({
      what: 'index, growth of the process (RSS)',
      limitIs: 'at most',
      limit: MOST_GROWTH_MB,
      ours: grown / 1e6,
      unit: 'MB',
      goal: { atMost: 1 },
    }),
  ];
}
