import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { LinkReport } from '../../../src/protocol/link-worker';
import { LinkIndex } from '../../../src/core/link/link-index';
import { readLinkedRows } from '../../../src/workers/link-client';
import { runLinkThread } from '../../../src/workers/threads';
import { linkedBy } from '../link/linked-rows';
import { folderWith } from '../temp-files';

const DIST = path.resolve('dist');
const profile = linkedBy([{ type: 'variant', field: ['g'], place: ['p'] }]);
const lines = (count: number, groups: number) =>
  Array.from({ length: count }, (_, at) => `{"g":${at % groups},"p":${Math.floor(at / groups)}}\n`).join('');

test('groups of a large file come in as it is read, and add up to those at its end', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': lines(400_000, 40_000) });
  const file = path.join(folder, 'a.jsonl');
  const index = new LinkIndex();
  const sizes: number[] = [];
  const kinds: string[] = [];
  const take = (report: LinkReport) => {
    kinds.push(report.kind);
    if (report.kind !== 'progress') return;
    index.take(report.batch);
    sizes.push(index.mark.entries);
  };
  const files = [{ file, name: 'a.jsonl', profile, beside: false }];
  await runLinkThread(
    path.join(DIST, 'link-worker.js'),
    { files, byHand: [] },
    new AbortController().signal,
    take,
  );
  assert.ok(sizes.length > 1, 'it came in parts');
  assert.deepEqual(
    sizes,
    sizes.toSorted((a, b) => a - b),
  );
  assert.equal(kinds.at(-1), 'done');
  assert.equal(index.size, 40_000);
  const group = index.group(index.groupsOf(0, 7)[0]!);
  assert.deepEqual(
    group.members.map(({ row }) => row),
    Array.from({ length: 10 }, (_, at) => 7 + 40_000 * at),
  );
});

test('findings come with the file that they are in', async (context) => {
  const rows = { 'train.jsonl': '{"g":1,"p":1}\n', 'test.jsonl': 'broken\n{"g":1,"p":2}\n' };
  const folder = await folderWith(context, rows);
  const files = Object.keys(rows).map((name) => ({
    file: path.join(folder, name),
    name,
    profile,
    beside: false,
  }));
  const { findings, failure } = await readLinkedRows(DIST, { files, byHand: [] });
  assert.equal(failure, null);
  assert.deepEqual(
    findings.map(({ file, finding }) => [file, finding.row, finding.rule]),
    [[1, 1, 'links/split']],
  );
});

test('a file that is not there is told, unless it only stands beside the dataset; abort ends the thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': lines(4, 2) });
  const [here, gone] = ['a.jsonl', 'gone.jsonl'].map((name) => path.join(folder, name));
  const request = (beside: boolean) => ({
    files: [
      { file: here!, name: 'here', profile, beside: false },
      { file: gone!, name: 'gone', profile, beside },
    ],
    byHand: [],
  });
  assert.match((await readLinkedRows(DIST, request(false))).failure ?? '', /ENOENT/);
  const passedOver = await readLinkedRows(DIST, request(true));
  assert.deepEqual([passedOver.failure, passedOver.index.size], [null, 2]);
  const stop = new AbortController();
  const stopped = readLinkedRows(DIST, request(true), stop.signal);
  stop.abort();
  assert.notEqual((await stopped).failure, null);
});
