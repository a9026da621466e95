import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { CheckReport } from '../../../src/protocol/check-worker';
import { runCheckThread } from '../../../src/workers/check-client';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'check-worker.js');
const profile = profileNamed('math');

async function reportsOn(file: string, signal = new AbortController().signal): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  await runCheckThread(SCRIPT, { file, profile }, signal, (report) => reports.push(report));
  return reports;
}

const findingsIn = (reports: CheckReport[]) =>
  reports.flatMap((report) => (report.kind === 'progress' ? report.findings : []));

test('the findings of a file come with progress, and then the end', async () => {
  const reports = await reportsOn(path.resolve('media', 'sample', 'math.jsonl'));
  assert.deepEqual(
    findingsIn(reports).map(({ row, rule }) => `${row + 1} ${rule}`),
    ['7 json/syntax', '13 schema/invalid-format', '18 schema/missing'],
  );
  assert.deepEqual(reports.at(-1), { kind: 'done', rows: 23, duplicateKeys: [] });
  const kinds = reports.map(({ kind }) => kind);
  assert.ok(kinds.length >= 2 && kinds.slice(0, -1).every((kind) => kind === 'progress'));
});

test('rows and bytes grow to the whole of the file, and no finding is lost between batches', async (context) => {
  const rows = 3000;
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":1}\n'.repeat(rows) });
  const reports = await reportsOn(path.join(folder, 'a.jsonl'));
  const progress = reports.flatMap((report) => (report.kind === 'progress' ? [report] : []));
  assert.ok(progress.length > 2);
  for (const [at, { rows: now, bytes }] of progress.entries()) {
    assert.ok(now >= (progress[at - 1]?.rows ?? 0));
    assert.equal(bytes, now * 14);
  }
  assert.equal(progress.at(-1)?.rows, rows);
  const numbers = new Set(findingsIn(reports).map(({ row }) => row));
  assert.equal(numbers.size, rows);
});

test('keys that several rows have are told', async (context) => {
  const row = (id: string | null, problem: string) =>
    JSON.stringify({ unique_id: id, problem, solution: 's' });
  const lines = [row('a', 'x'), row('b', 'x'), row('a', 'y'), row(null, 'z'), row(null, 'z'), row('a', 'x')];
  const folder = await folderWith(context, { 'a.jsonl': lines.join('\n') });
  const done = (await reportsOn(path.join(folder, 'a.jsonl'))).at(-1);
  assert.ok(done?.kind === 'done');
  assert.equal(done.rows, 6);
  assert.equal(done.duplicateKeys.length, 2);
  assert.ok(done.duplicateKeys.includes('id:a'));
});

test('a file that cannot be read is said to have failed', async (context) => {
  const folder = await folderWith(context);
  const reports = await reportsOn(path.join(folder, 'none.jsonl'));
  assert.deepEqual(
    reports.map(({ kind }) => kind),
    ['failed'],
  );
});

test('an abort ends the thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":1}\n'.repeat(200_000) });
  const stop = new AbortController();
  const reports: CheckReport[] = [];
  await runCheckThread(SCRIPT, { file: path.join(folder, 'a.jsonl'), profile }, stop.signal, (report) => {
    reports.push(report);
    stop.abort();
  });
  assert.ok(reports.length >= 1 && reports.every(({ kind }) => kind === 'progress'));
});
