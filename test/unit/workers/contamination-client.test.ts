import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import type { ContaminationReport, ContaminationRequest } from '../../../src/protocol/contamination-worker';
import { runContaminationThread } from '../../../src/workers/contamination-client';
import type { ContaminationShare } from '../../../src/workers/contamination-client';
import { checkedPlainly } from '../contamination/checked-plainly';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'contamination-worker.js');
const THINGS = ['lamps', 'boats', 'melons', 'ladders', 'violins', 'kites', 'barrels', 'stamps'];
const PLACES = ['harbour', 'orchard', 'theatre', 'quarry', 'library', 'windmill', 'bakery', 'stadium'];
const thing = (n: number) => THINGS[n % 8] ?? '';
const place = (n: number) => PLACES[Math.floor(n / 8) % 8] ?? '';
const question = (n: number) =>
  `The ${place(n)} number ${n} buys ${n + 3} ${thing(n)} on ${(n % 6) + 2} days and gives ${n % 5} of them to the ${place(n + 8)}. How many ${thing(n)} stay?`;
const row = (problem: string, solution: string) =>
  JSON.stringify({ problem, level: 'Level 1', type: 'Algebra', solution });

/** Every 17th row holds an item (more would be a template), every eleventh cannot be read; the solution of every thirteenth repeats one. */
function lines(rows: number): string[] {
  return Array.from({ length: rows }, (_, at) => {
    const clean = `Find all integers x with x^2 + ${at}x = ${(at * 37) % 1000} that are odd, in base ${at % 9}.`;
    if (at % 11 === 10) return '{"problem":';
    return row(
      at % 17 === 16 ? question(at % 64) : clean,
      at % 13 === 12 ? `As in: ${question(at % 60)} So 4.` : 'So 4.',
    );
  });
}

async function requestIn(context: TestContext, rows: number): Promise<ContaminationRequest> {
  const folder = await folderWith(context, {
    'train.jsonl': lines(rows).join('\n'),
    'bench.jsonl': Array.from({ length: 64 }, (_, n) => row(question(n), 'So 4.')).join('\n'),
  });
  const profile = profileNamed('math');
  return {
    file: path.join(folder, 'train.jsonl'),
    profile,
    benchmarks: [{ file: path.join(folder, 'bench.jsonl'), profile }],
    least: THRESHOLDS.review,
    cacheFolder: null,
  };
}

async function run(
  request: ContaminationRequest,
  share?: ContaminationShare,
  signal = new AbortController().signal,
) {
  const reports: ContaminationReport[] = [];
  await runContaminationThread(SCRIPT, request, signal, (report) => void reports.push(report), share);
  const hits = reports.flatMap((report) => (report.kind === 'failed' ? [] : report.hits));
  return { reports, hits };
}

test('several threads find what one does, in the order of the rows', async (context) => {
  const request = await requestIn(context, 400);
  const { hits: expected, ...count } = await checkedPlainly(request);
  assert.ok(expected.length > 35, String(expected.length));
  assert.ok(expected.some((hit) => hit.class === 'in the trace'));
  for (const share of [undefined, { threads: 1, part: 3000 }, { threads: 3, part: 2000 }]) {
    const { hits, reports } = await run(request, share);
    assert.deepEqual(hits, expected);
    const last = reports.at(-1);
    assert.ok(last?.kind === 'done');
    assert.deepEqual(
      [last.count.rows, last.count.unread, last.count.items],
      [count.rows, count.unread, [64]],
    );
  }
});

test('with problems alone, no solution is looked at', async (context) => {
  const request = await requestIn(context, 200);
  const { hits } = await run({ ...request, onlyProblems: true });
  assert.ok(hits.length > 0 && hits.every((hit) => hit.class !== 'in the trace'));
});

test('a check that is stopped ends, and one of a file that is gone says so', async (context) => {
  const request = await requestIn(context, 400);
  const stopping = new AbortController();
  const running = run(request, { threads: 2, part: 2000 }, stopping.signal);
  stopping.abort();
  const { reports } = await running;
  assert.ok(reports.every(({ kind }) => kind === 'progress'));
  const gone = await run({ ...request, file: `${request.file}.gone` });
  assert.equal(gone.reports.at(-1)?.kind, 'failed');
});

const PARTS = { threads: 1, part: 2000 };

/** Stops a check once some of the file was read: what was found till then is kept. */
async function stopEarly(request: ContaminationRequest): Promise<void> {
  const stopping = new AbortController();
  let parts = 0;
  const onReport = (report: ContaminationReport) => {
    if (report.kind === 'progress' && ++parts === 8) stopping.abort();
  };
  await runContaminationThread(SCRIPT, request, stopping.signal, onReport, PARTS);
}

async function keptRequest(context: TestContext): Promise<ContaminationRequest & { cacheFolder: string }> {
  const request = await requestIn(context, 400);
  return { ...request, cacheFolder: path.join(path.dirname(request.file), 'cache') };
}

test('a check that was stopped goes on there, and finds what one finds that was not', async (context) => {
  const request = await keptRequest(context);
  const { hits: expected } = await run({ ...request, cacheFolder: null }, PARTS);
  await stopEarly(request);
  const names = await readdir(request.cacheFolder);
  const progress = path.join(request.cacheFolder, names.find((name) => name.startsWith('progress')) ?? '');
  await appendFile(progress, '{"from":0,"to":20'); // as when it is killed within a line
  const { hits, reports } = await run(request, PARTS);
  assert.deepEqual(hits, expected);
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done' && done.count.earlier);
  const { bytes, change } = done.count.earlier;
  assert.deepEqual([change, bytes % PARTS.part, bytes > 0], [null, 0, true]);
  assert.equal(done.count.rows, 400);
  const again = await run(request, PARTS);
  assert.deepEqual(again.hits, expected);
  const whole = again.reports.at(-1);
  assert.ok(
    whole?.kind === 'done' && whole.count.earlier === null,
    'what came to its end is not gone on with',
  );
});

test('of a file that changed meanwhile nothing is taken over, and that is said', async (context) => {
  const request = await keptRequest(context);
  await stopEarly(request);
  await appendFile(request.file, `\n${row(question(7), 'So 4.')}`);
  const { hits: expected } = await run({ ...request, cacheFolder: null }, PARTS);
  const { hits, reports } = await run(request, PARTS);
  assert.deepEqual(hits, expected);
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  assert.deepEqual(done.count.earlier, { bytes: 0, change: 'grown' });
});

test('with other benchmarks, or another threshold, a check begins anew', async (context) => {
  const request = await keptRequest(context);
  await stopEarly(request);
  const [bench] = request.benchmarks;
  await appendFile(bench?.file ?? '', `\n${row('Name the colours of a flag with five stars.', 'So 4.')}`);
  for (const other of [request, { ...request, least: THRESHOLDS.remove }]) {
    const { reports } = await run(other, PARTS);
    const done = reports.at(-1);
    assert.ok(done?.kind === 'done' && done.count.earlier === null);
  }
});

test('compiled benchmarks are kept by their content; a damaged file is compiled again', async (context) => {
  const request = await keptRequest(context);
  const { hits: expected } = await run({ ...request, cacheFolder: null });
  assert.deepEqual((await run(request)).hits, expected);
  const kept = async () => (await readdir(request.cacheFolder)).filter((name) => name.startsWith('index'));
  const [name = ''] = await kept();
  const file = path.join(request.cacheFolder, name);
  const whole = await readFile(file);
  const middle = Buffer.from(whole);
  middle[whole.length >> 1] = (middle[whole.length >> 1] ?? 0) ^ 1;
  for (const damaged of [middle, whole.subarray(0, -1), Buffer.from(''), whole.subarray(40)]) {
    await writeFile(file, damaged);
    assert.deepEqual((await run(request)).hits, expected);
    assert.deepEqual(await readFile(file), whole, 'put right');
  }
  await truncate(request.benchmarks[0]?.file ?? '', 0);
  assert.deepEqual((await run(request)).hits, [], 'what is kept of other content is not taken');
  assert.equal((await kept()).length, 2);
});
