import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { StatisticsReport } from '../../../src/protocol/statistics-worker';
import { runStatisticsThread } from '../../../src/workers/threads';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'statistics-worker.js');

async function reportsOn(file: string, signal = new AbortController().signal): Promise<StatisticsReport[]> {
  const reports: StatisticsReport[] = [];
  const request = { file, profile: profileNamed('math'), roles: ['problem'] };
  await runStatisticsThread(SCRIPT, request, signal, (report) => reports.push(report));
  return reports;
}

test('the statistics of a file come at its end, broken rows counted', async () => {
  const reports = await reportsOn(path.resolve('media', 'sample', 'math.jsonl'));
  const last = reports.at(-1);
  assert.ok(last?.kind === 'done');
  assert.deepEqual([last.statistics.rows, last.statistics.broken], [23, 1]);
  const problem = last.statistics.columns.find(({ field }) => field === 'problem');
  assert.ok(problem && problem.rows === 22 && problem.length && problem.length.max > 50);
});

test('statistics of a large file fill in as it is read, and only grow', async (context) => {
  const folder = await folderWith(context);
  const file = path.join(folder, 'a.jsonl');
  const block = Array.from(
    { length: 20_000 },
    (_, at) => `{"problem":"p ${at}","level":${at % 5},"t":[{"a":[${at}]}]}\n`,
  ).join('');
  const { appendFile } = await import('node:fs/promises');
  for (let written = 0; written < 150; written++) await appendFile(file, block);
  const reports = await reportsOn(file);
  const progress = reports.flatMap((report) => (report.kind === 'progress' ? [report] : []));
  const done = reports.at(-1);
  assert.ok(progress.length > 0 && done?.kind === 'done');
  assert.equal(done.statistics.rows, 150 * 20_000);
  const rows = [...progress.map(({ statistics }) => statistics.rows), done.statistics.rows];
  assert.deepEqual(
    rows,
    rows.toSorted((a, b) => a - b),
  );
});

test('a file that cannot be read is said to fail, and abort ends the thread without an end', async () => {
  const [failed] = await reportsOn(path.resolve('media', 'sample', 'none.jsonl'));
  assert.ok(failed?.kind === 'failed' && failed.message.includes('ENOENT'));
  const stop = new AbortController();
  const stopped = reportsOn(path.resolve('media', 'sample', 'math.jsonl'), stop.signal);
  stop.abort();
  assert.ok((await stopped).every(({ kind }) => kind !== 'failed'));
});
