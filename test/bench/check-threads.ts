import path from 'node:path';
import type { CheckPass, CheckReport } from '../../src/protocol/check-worker';
import { runCheckThread } from '../../src/workers/check-client';
import { RowChecks } from '../../src/workers/row-checks';
import { mathProfile } from './checks';
import { madeFile, madeRow } from './made-rows';
import { bestOfEach, measure, time } from './measure';
import type { Measure } from './measure';

/** Built beside the measures. */
const SCRIPT = path.join(__dirname, 'check-worker.cjs');
const PART = 8 * 1024 * 1024;
const ROW = 8000;
const SIZE = 150e6;
/** 100,000 rows. */
const LARGE = 800e6;
const PARSED_ROWS = 4000;

/** All checks of a file by two threads against one, both begun anew; and a second run, when most rows are known. */
export async function measureCheckThreads(folder: string): Promise<Measure[]> {
  const { file, bytes } = madeFile(folder, SIZE, ROW);
  const speed = (ms: number) => bytes / 1e3 / ms;
  const best = await bestOfEach(
    3,
    async () => void (await checked(file, 2)),
    async () => void (await checked(file, 1)),
  );
  const clean = await checked(file, 2, { clean: [] });
  const again = await time(async () => void (await checked(file, 2, { clean })));
  return [
    measure({
      what: 'checks in two threads, 8 KB rows',
      limitIs: 'in one',
      limit: speed(best.limit),
      ours: speed(best.ours),
      unit: 'MB/s',
      goal: { atLeast: 1.7 },
    }),
    measure({
      what: 'checks again, of rows that are known',
      limitIs: 'the first time',
      limit: speed(best.ours),
      ours: speed(again),
      unit: 'MB/s',
      goal: { atLeast: 2 },
    }),
  ];
}

/** What is cheap to find in a large file by two threads, against parsing its rows in one, from memory. */
export async function measureCheapChecks(folder: string): Promise<Measure> {
  const { file, bytes } = madeFile(folder, LARGE, ROW);
  const rows = Array.from({ length: PARSED_ROWS }, (_, number) => Buffer.from(madeRow(number, ROW)));
  const parsed = rows.reduce((sum, row) => sum + row.length, 0);
  const best = await bestOfEach(
    3,
    async () => void (await checked(file, 2, { passes: [['cheap']] })),
    () => {
      for (const row of rows) JSON.parse(row.toString());
    },
  );
  return measure({
    what: 'cheap checks in two threads, 8 KB rows',
    limitIs: 'JSON.parse in one',
    limit: parsed / 1e3 / best.limit,
    ours: bytes / 1e3 / best.ours,
    unit: 'MB/s',
    goal: { atLeast: 0.5 },
  });
}

/** Every check of a row that was edited, by a thread that runs already. */
export async function measureEditedRow(): Promise<Measure> {
  const checks = new RowChecks(SCRIPT, { file: '', profile: mathProfile });
  const check = (number: number) => {
    const bytes = Buffer.from(madeRow(number, ROW));
    return checks.findings({ number, bytes, size: bytes.length });
  };
  await check(0);
  let slowest = 0;
  for (let number = 1; number <= 100; number++)
    slowest = Math.max(slowest, await time(async () => void (await check(number))));
  checks.end();
  return measure({
    what: 'checks of an edited row, slowest of 100',
    limitIs: 'a twentieth of a second',
    limit: 50,
    ours: slowest,
    unit: 'ms',
    goal: { atMost: 1 },
  });
}

/** Returns which rows were found clean. */
async function checked(
  file: string,
  threads: number,
  { passes, clean }: { passes?: CheckPass[]; clean?: Float64Array[] } = {},
): Promise<Float64Array[]> {
  let found: Float64Array[] = [];
  const report = (told: CheckReport) => {
    if (told.kind === 'failed') throw new Error('the checks failed');
    if (told.kind === 'done') found = told.clean;
  };
  const request = { file, profile: mathProfile, ...(clean && { clean }) };
  await runCheckThread(SCRIPT, request, new AbortController().signal, report, {
    share: { threads, part: threads > 1 ? PART : Infinity },
    ...(passes && { passes }),
  });
  return found;
}
