import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import type { ContaminationReport } from '../../../src/protocol/contamination-worker';
import { runContaminationThread } from '../../../src/workers/contamination-client';
import { checkedPlainly } from '../contamination/checked-plainly';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'contamination-worker.js');
const sample = (name: string) => path.resolve('media', 'sample', 'contamination', name);
const profile = profileNamed('generic');
const never = new AbortController().signal;

function requestOn(file: string, benchmark: string) {
  return {
    file,
    profile,
    benchmarks: [{ file: benchmark, profile }],
    least: THRESHOLDS.review,
    cacheFolder: null,
  };
}

async function reportsOn(file: string, benchmark: string, signal = never): Promise<ContaminationReport[]> {
  const reports: ContaminationReport[] = [];
  await runContaminationThread(SCRIPT, requestOn(file, benchmark), signal, (report) => reports.push(report));
  return reports;
}

test('every row that was planted in the sample is found, in its class', async () => {
  const reports = await reportsOn(sample('practice.jsonl'), sample('quiz.jsonl'));
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  assert.deepEqual(done.count.items, [8]);
  assert.deepEqual([done.count.rows, done.count.unread], [16, 0]);
  const hits = reports.flatMap((report) => ('hits' in report ? report.hits : []));
  assert.deepEqual(
    hits.map(({ row, item, class: kind, path: field }) => [row + 1, item.id, kind, field?.[0]]),
    [
      [2, 'rods', 'exact', 'problem'],
      [4, 'ferry', 'inside', 'problem'],
      [5, 'lanterns', 'near', 'problem'],
      [6, 'decimal', 'numbers changed', 'problem'],
      [8, 'orchard', 'partial', 'problem'],
      [9, 'clock', 'reworded', 'problem'],
      [11, 'orchard', 'in the trace', 'solution'],
      [12, 'rods', 'exact', 'problem'],
      [14, 'tiles', 'reworded', 'problem'],
      [16, 'roots', 'numbers changed', 'problem'],
    ],
  );
});

test('hits come while the file is read, each once, and progress counts its bytes', async (context) => {
  const row = (at: number) => {
    const held =
      at % 50 === 0 ? 'Three men carry 17 crates of pears up 29 steps before noon.' : `Add ${at} to 7.`;
    return `${JSON.stringify({ problem: held, answer: '1' })}\n`;
  };
  const lines = Array.from({ length: 20_000 }, (_, at) => row(at)).join('');
  const folder = await folderWith(context, { 'rows.jsonl': lines, 'bench.jsonl': row(0) });
  const [file, benchmark] = [path.join(folder, 'rows.jsonl'), path.join(folder, 'bench.jsonl')];
  const reports = await reportsOn(file, benchmark);
  const progress = reports.flatMap((report) => (report.kind === 'progress' ? [report] : []));
  assert.ok(progress.length > 1);
  assert.ok(progress.every(({ count }, at) => count.bytes >= (progress[at - 1]?.count.bytes ?? 0)));
  assert.ok(progress.some(({ hits }) => hits.length > 0));
  const hits = reports.flatMap((report) => ('hits' in report ? report.hits : []));
  assert.deepEqual(
    hits.map(({ row: number }) => number),
    Array.from({ length: 400 }, (_, at) => at * 50),
  );
  const { hits: expected } = await checkedPlainly(requestOn(file, benchmark));
  assert.deepEqual(hits, expected, 'as when it is checked without a thread');
});

test('a file that cannot be read is said to fail, and abort ends the thread without an end', async () => {
  const [failed] = await reportsOn(sample('none.jsonl'), sample('quiz.jsonl'));
  assert.ok(failed?.kind === 'failed' && failed.message.includes('ENOENT'));
  const stop = new AbortController();
  const stopped = reportsOn(sample('practice.jsonl'), sample('quiz.jsonl'), stop.signal);
  stop.abort();
  assert.ok((await stopped).every(({ kind }) => kind !== 'failed'));
});
