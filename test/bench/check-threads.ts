import path from 'node:path';
import { genericProfile, shippedProfiles } from '../../src/core/profile/shipped';
import { runCheckThread } from '../../src/workers/check-client';
import { madeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** Built beside the measures. */
const SCRIPT = path.join(__dirname, 'check-worker.cjs');
const PART = 8 * 1024 * 1024;

/** All checks of a file by two threads against one, both begun anew. */
export async function measureCheckThreads(folder: string): Promise<Measure> {
  const { file, bytes } = madeFile(folder, 1e9, 8000);
  const best = await bestOfEach(
    3,
    () => checked(file, 2),
    () => checked(file, 1),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: 'checks in two threads, 8 KB rows',
    limitIs: 'in one',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: 1.7 },
  });
}

function checked(file: string, threads: number): Promise<void> {
  const profile = shippedProfiles.find(({ id }) => id === 'math') ?? genericProfile;
  const report = ({ kind }: { kind: string }) => {
    if (kind === 'failed') throw new Error('the checks failed');
  };
  return runCheckThread(SCRIPT, { file, profile }, new AbortController().signal, report, {
    threads,
    part: threads > 1 ? PART : Infinity,
  });
}
