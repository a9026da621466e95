import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { MeasureWorkerReport } from '../../../src/protocol/measure-worker';
import { runMeasureThread } from '../../../src/workers/threads';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'measure-worker.js');
const never = new AbortController().signal;

async function reportsOn(file: string, signal = never): Promise<MeasureWorkerReport[]> {
  const reports: MeasureWorkerReport[] = [];
  const request = { file, profile: profileNamed('rewarded-rollouts'), other: null, scores: null, rubric: [] };
  await runMeasureThread(SCRIPT, request, signal, (report) => reports.push(report));
  return reports;
}

test('the figures come at the end of the file, and progress before it counts bytes', async (context) => {
  const row = JSON.stringify({ prompt: 'p', responses: ['a', 'b'], rewards: [1, -1] });
  const lines = `${row}\n`.repeat(40_000);
  const folder = await folderWith(context, { 'rows.jsonl': lines });
  const reports = await reportsOn(path.join(folder, 'rows.jsonl'));
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  assert.equal(done.report.rows, 40_000);
  const [first] = done.report.figures;
  assert.deepEqual(
    first?.series[0]?.points.map(({ label, value, count }) => [label, value, count]),
    [
      ['1', 0.5, 40_000],
      ['2', 1, 40_000],
    ],
  );
  const bytes = reports.flatMap((report) => (report.kind === 'progress' ? [report.bytes] : []));
  assert.ok(bytes.length > 0 && bytes.every((each) => each <= lines.length));
});

test('a file that cannot be read is said to fail, and abort ends the thread without an end', async () => {
  const [failed] = await reportsOn(path.resolve('media', 'sample', 'none.jsonl'));
  assert.ok(failed?.kind === 'failed' && failed.message.includes('ENOENT'));
  const stop = new AbortController();
  const stopped = reportsOn(path.resolve('media', 'sample', 'math.jsonl'), stop.signal);
  stop.abort();
  assert.ok((await stopped).every(({ kind }) => kind !== 'failed'));
});
