import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckReport } from '../../../src/protocol/check-worker';
import { runCheckThread } from '../../../src/workers/check-client';
import type { CheckShare } from '../../../src/workers/check-client';
import { profileNamed } from '../profile/profiles';
import { dataFolder, jsonlFiles } from '../real-data';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'check-worker.js');
const profile = profileNamed('math');

async function reportsOn(file: string, share?: CheckShare, checked = profile): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  const take = (report: CheckReport) => void reports.push(report);
  await runCheckThread(SCRIPT, { file, profile: checked }, new AbortController().signal, take, share);
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

/** What is found and told at the end; the order of the keys is no promise. */
function outcome(reports: CheckReport[]) {
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  return { findings: findingsIn(reports), rows: done.rows, keys: done.duplicateKeys.toSorted() };
}

const lines = fc.array(
  fc.oneof(
    fc
      .record(
        {
          problem: fc.constantFrom('x', 'y', 1),
          solution: fc.string(),
          unique_id: fc.constantFrom('a', 'b', 'c', 'd'),
        },
        { requiredKeys: [] },
      )
      .map((row) => JSON.stringify(row)),
    fc.constantFrom(
      '',
      '{',
      '[1]',
      '{"problem":"x","solution":"s"}\r',
      '\ufeff{"problem":"x","solution":"s"}',
    ),
  ),
  { maxLength: 40 },
);

test('several threads find in the parts of a file what one finds in the whole', async (context) => {
  const folder = await folderWith(context);
  const file = path.join(folder, 'a.jsonl');
  const share = fc.record({
    threads: fc.integer({ min: 2, max: 3 }),
    part: fc.integer({ min: 1, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), share, async (rows, feed, shared) => {
      await writeFile(file, rows.join('\n') + (feed ? '\n' : ''));
      assert.deepEqual(outcome(await reportsOn(file, shared)), outcome(await reportsOn(file)));
    }),
    { numRuns: 25 },
  );
});

const folder = dataFolder();
if (folder)
  test('several threads find what one finds in real datasets', async () => {
    const champ = profileNamed('champ-problem');
    for (const name of jsonlFiles(folder, 'champ')) {
      const file = path.join(folder, name);
      const shared = await reportsOn(file, { threads: 2, part: 100_000 }, champ);
      assert.deepEqual(outcome(shared), outcome(await reportsOn(file, undefined, champ)));
      const numbers = findingsIn(shared).map(({ row }) => row);
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
    }
  });
