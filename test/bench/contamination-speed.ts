import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ContaminationCheck, prepareCheck } from '../../src/core/contamination/check-file';
import type { ContaminationWish } from '../../src/core/contamination/check-file';
import { THRESHOLDS } from '../../src/core/contamination/decision';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { genericProfile, shippedProfiles } from '../../src/core/profile/shipped';
import { runContaminationThread } from '../../src/workers/contamination-client';
import { dataFolder } from '../unit/real-data';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** Built beside the measures. */
const SCRIPT = path.join(__dirname, 'contamination-worker.cjs');
const ROW_BYTES = 8000;
const ROUNDS = 10;
/** Threads are compared on a file that is worth them, about 450 MB. */
const COPIES = 8;

/**
 * Real problems, each once, with real solutions of about 8 KB, against the 3,046 items of the labelled benchmark: per second of CPU
 * against `JSON.parse` of the same rows, what is prepared once left out; and two threads against one, with benchmarks that an earlier
 * check has compiled.
 */
export async function measureContamination(folder: string): Promise<Measure[]> {
  const data = dataFolder();
  if (data === undefined || !existsSync(path.join(data, 'large/champ_conversations'))) {
    console.log('contamination is not measured: there is no real data');
    return [];
  }
  const file = path.join(folder, 'contamination.jsonl');
  const texts = await writeRows(data, file);
  const wish = wishFor(file, path.join(data, 'contamination/benchmark.jsonl'));
  return [
    await perCpu(wish, texts, 'contamination, all text', 0.33),
    await perCpu({ ...wish, onlyProblems: true }, texts, 'contamination, problems', 0.85),
    await inThreads({ ...wish, cacheFolder: path.join(folder, 'compiled') }, repeated(texts, file, COPIES)),
  ];
}

type CachedWish = ContaminationWish & { cacheFolder: string };

function wishFor(file: string, benchmark: string): ContaminationWish {
  const profile = shippedProfiles.find(({ id }) => id === 'math') ?? genericProfile;
  const ofBenchmark = shippedProfiles.find(({ id }) => id === 'gsm8k') ?? genericProfile;
  return { file, profile, benchmarks: [{ file: benchmark, profile: ofBenchmark }], least: THRESHOLDS.review };
}

async function perCpu(wish: ContaminationWish, rows: string[], what: string, goal: number): Promise<Measure> {
  const prepared = await prepareCheck(nodeFileStore, wish);
  const raw = rows.map((row) => Buffer.from(row));
  const best = { ours: Infinity, limit: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    best.limit = Math.min(
      best.limit,
      await cpuOf(() => raw.forEach((bytes) => void JSON.parse(bytes.toString()))),
    );
    best.ours = Math.min(best.ours, await cpuOf(() => checkAll(wish, prepared)));
  }
  const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row) + 1, 0);
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what,
    limitIs: 'JSON.parse, per CPU second',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: goal },
  });
}

async function checkAll(
  wish: ContaminationWish,
  prepared: Awaited<ReturnType<typeof prepareCheck>>,
): Promise<void> {
  const check = new ContaminationCheck(wish, prepared);
  const open = await nodeFileStore.open(wish.file);
  const { size } = await nodeFileStore.facts(wish.file);
  let rows = 0;
  for await (const part of check.part(open, 0, size)) rows += part.rows - part.unread;
  await open.close();
  if (rows === 0) throw new Error('no row was checked');
}

/** Milliseconds of processor time. */
async function cpuOf(run: () => Promise<void> | void): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

async function inThreads(wish: CachedWish, rows: string[]): Promise<Measure> {
  await checkedBy(wish, 1);
  const best = await bestOfEach(
    2,
    () => checkedBy(wish, 2),
    () => checkedBy(wish, 1),
  );
  const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row) + 1, 0);
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: 'contamination in two threads',
    limitIs: 'in one',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: 1.7 },
  });
}

function checkedBy(wish: CachedWish, threads: number): Promise<void> {
  const report = ({ kind }: { kind: string }) => {
    if (kind === 'failed') throw new Error('the check failed');
  };
  return runContaminationThread(SCRIPT, wish, new AbortController().signal, report, {
    threads,
    part: 4 * 1024 * 1024,
  });
}

/** Writes the rows several times to the file. */
function repeated(rows: string[], file: string, times: number): string[] {
  const all = Array.from({ length: times }, () => rows).flat();
  writeFileSync(file, `${all.join('\n')}\n`);
  return all;
}

/** Clean problems of the labelled rows, each with pieces of real dialogues as its solution. */
async function writeRows(data: string, file: string): Promise<string[]> {
  const labelled = readFileSync(path.join(data, 'contamination/labelled.jsonl'), 'utf8').split('\n');
  const pieces = solutionPieces(path.join(data, 'large/champ_conversations/champ_conversations.jsonl'));
  const rows: string[] = [];
  for (const line of labelled) {
    if (!line.includes('"NEG:')) continue;
    const { problem } = JSON.parse(line) as { problem: string };
    let solution = '';
    while (solution.length < ROW_BYTES - problem.length) {
      const { value, done } = await pieces.next();
      if (done) break;
      solution += `${value}\n\n`;
    }
    if (solution === '') break;
    rows.push(JSON.stringify({ problem, level: 'Level 3', type: 'Algebra', solution }));
  }
  writeFileSync(file, `${rows.join('\n')}\n`);
  return rows;
}

async function* solutionPieces(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { messages } = JSON.parse(line) as { messages: { role: string; text: string }[] };
    for (const { role, text } of messages) if (role !== 'user' && role !== 'system') yield text;
  }
}
