import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultImport } from '../../../src/core/import/import-options';
import { convertInThread, decompressInThread, previewInThread } from '../../../src/workers/import-client';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'import-worker.js');
const never = new AbortController().signal;
const list = `[${'{"a":1},'.repeat(300_000)}{}]`;

test('a preview, a conversion and an unpacking come back from the thread', async (context) => {
  const lines = '{"a":1}\n'.repeat(1000);
  const folder = await folderWith(context, { 'a.json': list, 'b.jsonl.gz': gzipSync(lines) });
  const [from, to] = [path.join(folder, 'a.json'), path.join(folder, 'a.jsonl')];
  const preview = await previewInThread(SCRIPT, from, defaultImport, 2, never);
  assert.deepEqual(preview.rows, ['{"a":1}', '{"a":1}']);
  const told: number[] = [];
  const request = { from, to, replace: false, options: defaultImport };
  const result = await convertInThread(SCRIPT, request, never, ({ rows }) => told.push(rows));
  assert.equal(result.rows, 300_001);
  assert.ok(told.length > 0);
  const unpacked = path.join(folder, 'b.jsonl');
  const { broken, written } = await decompressInThread(
    SCRIPT,
    { from: path.join(folder, 'b.jsonl.gz'), to: unpacked, how: 'gzip' },
    never,
    () => undefined,
  );
  assert.deepEqual([broken, written, readFileSync(unpacked, 'utf8')], [null, 8000, lines]);
});

test('an error crosses with its words and its code', async (context) => {
  const folder = await folderWith(context, { 'a.json': '[1]', 'a.jsonl': '' });
  const request = { from: path.join(folder, 'a.json'), to: path.join(folder, 'a.jsonl'), replace: false };
  await assert.rejects(
    convertInThread(SCRIPT, { ...request, options: defaultImport }, never, () => undefined),
    { code: 'EEXIST', message: /a\.jsonl already/ },
  );
  await assert.rejects(previewInThread(SCRIPT, path.join(folder, 'none'), defaultImport, 2, never), {
    code: 'ENOENT',
  });
});

test('stopped, it rejects, and what it began is taken away', async (context) => {
  const folder = await folderWith(context, { 'a.json': list });
  const stop = new AbortController();
  const request = { from: path.join(folder, 'a.json'), to: path.join(folder, 'a.jsonl'), replace: false };
  await assert.rejects(
    convertInThread(SCRIPT, { ...request, options: defaultImport }, stop.signal, () => stop.abort()),
    { name: 'AbortError' },
  );
  assert.deepEqual(readdirSync(folder), ['a.json']);
});
