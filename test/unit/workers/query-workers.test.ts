import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { FilterReport } from '../../../src/protocol/filter-worker';
import { noFacts } from '../../../src/core/query/state-facts';
import type { SortReport } from '../../../src/protocol/sort-worker';
import { runFilterThread, runSortThread } from '../../../src/workers/threads';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const FILTER = path.resolve('dist', 'filter-worker.js');
const SORT = path.resolve('dist', 'sort-worker.js');
const profile = profileNamed('math');
const never = new AbortController().signal;

async function filtered(file: string, query: string, facts = noFacts): Promise<FilterReport[]> {
  const reports: FilterReport[] = [];
  const request = { file, profile, query, facts, annotator: 'me' };
  await runFilterThread(FILTER, request, never, (report) => reports.push(report));
  return reports;
}

const hitsIn = (reports: FilterReport[]) =>
  reports.flatMap((report) => (report.kind === 'progress' ? [...report.hits] : []));

test('rows that fit come in batches, ascending, and then the end', async (context) => {
  const rows = 50_000;
  const lines = Array.from({ length: rows }, (_, row) => `{"problem":"x${row}","n":${row % 3}}`);
  const folder = await folderWith(context, { 'a.jsonl': lines.join('\n') });
  const reports = await filtered(path.join(folder, 'a.jsonl'), 'n:1');
  assert.deepEqual(
    hitsIn(reports),
    Array.from(lines.keys()).filter((row) => row % 3 === 1),
  );
  const bytes = lines.join('\n').length;
  assert.deepEqual(reports.at(-1), { kind: 'done', rows, bytes });
  assert.ok(reports.slice(0, -1).every(({ kind }) => kind === 'progress'));
});

test('what is known of rows crosses into the thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"unique_id":"a"}\n{"unique_id":"b"}\n{' });
  const facts = {
    ...noFacts,
    decisions: new Map([['id:b', [{ what: 'label' as const, value: 'bad', by: 'me' }]]]),
    findings: new Map([[2, ['json/syntax']]]),
  };
  const file = path.join(folder, 'a.jsonl');
  assert.deepEqual(hitsIn(await filtered(file, 'label:bad', facts)), [1]);
  assert.deepEqual(hitsIn(await filtered(file, 'label:none', facts)), [0, 2]);
  assert.deepEqual(hitsIn(await filtered(file, 'finding:json', facts)), [2]);
});

test('a file that cannot be read is said to have failed', async (context) => {
  const file = path.join(await folderWith(context), 'none.jsonl');
  assert.deepEqual(
    (await filtered(file, 'x')).map(({ kind }) => kind),
    ['failed'],
  );
  const order = { field: 'x', direction: 'ascending' as const, rows: null };
  const reports: SortReport[] = [];
  await runSortThread(SORT, { file, profile, order }, never, (report) => reports.push(report));
  assert.deepEqual(
    reports.map(({ kind }) => kind),
    ['failed'],
  );
});

test('a regular expression that would never end is stopped', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': `{"problem":"${'a'.repeat(60)}b"}\n` });
  const stop = new AbortController();
  const reports: FilterReport[] = [];
  const request = {
    file: path.join(folder, 'a.jsonl'),
    profile,
    query: '/(a+)+$/',
    facts: noFacts,
    annotator: null,
  };
  setTimeout(() => stop.abort(), 300);
  await runFilterThread(FILTER, request, stop.signal, (report) => reports.push(report));
  assert.deepEqual(reports, []);
});

test('a thread that is not wanted any more before it starts says nothing', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":"a"}\n' });
  const request = {
    file: path.join(folder, 'a.jsonl'),
    profile,
    query: 'a',
    facts: noFacts,
    annotator: null,
  };
  const reports: FilterReport[] = [];
  await runFilterThread(FILTER, request, AbortSignal.abort(), (report) => reports.push(report));
  assert.deepEqual(reports, []);
});

test('the order of a field comes from a thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"n":2}\n{}\n{"n":10}\n{"n":1}\n' });
  const reports: SortReport[] = [];
  const order = { field: 'n', direction: 'descending' as const, rows: null };
  const request = { file: path.join(folder, 'a.jsonl'), profile, order };
  await runSortThread(SORT, request, never, (report) => reports.push(report));
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  assert.deepEqual([...done.rows], [2, 0, 3, 1]);
});
