import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { differenceKinds } from '../../../src/core/compare/difference';
import { runCompareThread } from '../../../src/workers/compare-client';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'compare-worker.js');
const rule = { id: ['id'] };
const never = new AbortController().signal;

const numbered = (count: number, text: (id: number) => string) =>
  Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, text: text(id) })}\n`).join('');

test('differences come in batches, in order, and none is lost', async (context) => {
  const count = 20_000;
  const folder = await folderWith(context, {
    'old.jsonl': numbered(count, () => 'a'),
    'new.jsonl': numbered(count, (id) => (id % 2 ? 'a' : 'b')),
  });
  const request = { oldFile: path.join(folder, 'old.jsonl'), newFile: path.join(folder, 'new.jsonl'), rule };
  const told: [number, number][] = [];
  const { counts, differences } = await runCompareThread(SCRIPT, request, never, (...bytes) =>
    told.push(bytes),
  );
  assert.equal(counts.changed, count / 2);
  assert.equal(counts.unchanged, count / 2);
  const all = differences.slice(differenceKinds, 0, count);
  assert.deepEqual(
    all.map(({ oldRow }) => oldRow),
    Array.from({ length: count / 2 }, (_, at) => 2 * at),
  );
  const [read, total] = told.at(-1) ?? [];
  assert.ok(total !== undefined && total > 0);
  assert.equal(read, total);
});

test('a file that cannot be read fails with a reason', async (context) => {
  const folder = await folderWith(context, { 'old.jsonl': '{}\n' });
  const request = { oldFile: path.join(folder, 'old.jsonl'), newFile: path.join(folder, 'none.jsonl'), rule };
  await assert.rejects(runCompareThread(SCRIPT, request, never), /none\.jsonl/);
});

test('an abort ends the thread', async (context) => {
  const folder = await folderWith(context, { 'old.jsonl': numbered(200_000, String), 'new.jsonl': '{}\n' });
  const request = { oldFile: path.join(folder, 'old.jsonl'), newFile: path.join(folder, 'new.jsonl'), rule };
  const stop = new AbortController();
  const ended = runCompareThread(SCRIPT, request, stop.signal);
  stop.abort();
  await assert.rejects(ended, { name: 'AbortError' });
});
