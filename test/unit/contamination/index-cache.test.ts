import assert from 'node:assert/strict';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { keepWithin } from '../../../src/core/contamination/cache-folder';
import { indexBenchmarks } from '../../../src/core/contamination/check-file';
import { cachedIndex, packIndex, unpackIndex } from '../../../src/core/contamination/index-cache';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const quiz = path.resolve('media', 'sample', 'contamination', 'quiz.jsonl');
const benchmarks = [{ file: quiz, profile: profileNamed('generic') }];
const key = 'ab'.repeat(32);

test('an index is the same when it is read again, and lies in memory that threads share', async () => {
  const index = await indexBenchmarks(nodeFileStore, benchmarks);
  const again = unpackIndex(Buffer.from(packIndex(index, key)), key);
  assert.deepEqual(again, index);
  assert.ok(again?.image.bytes.buffer instanceof SharedArrayBuffer);
  assert.ok(again.arrays.seedTable.buffer instanceof SharedArrayBuffer);
});

test('one of another key is not taken', async () => {
  const index = await indexBenchmarks(nodeFileStore, benchmarks);
  assert.equal(unpackIndex(Buffer.from(packIndex(index, key)), 'cd'.repeat(32)), null);
});

test('what other code compiled is another index', async (context) => {
  const folder = await folderWith(context);
  const one = await cachedIndex(nodeFileStore, benchmarks, folder, 'one');
  const other = await cachedIndex(nodeFileStore, benchmarks, folder, 'other');
  assert.notEqual(one.key, other.key);
  assert.equal((await readdir(folder)).length, 2);
});

test('a folder that cannot be written to is no failure', async (context) => {
  const folder = await folderWith(context, { file: '' });
  const { index } = await cachedIndex(nodeFileStore, benchmarks, path.join(folder, 'file'), 'one');
  assert.equal(index.items.length, 8);
});

test('the oldest go first, and nothing that is not ours', async (context) => {
  const names = ['1', '2', '3'].map((sign) => `index-${sign.repeat(64)}`);
  const folder = await folderWith(context, { 'mine.txt': 'x'.repeat(1000) });
  for (const [at, name] of names.entries()) {
    await writeFile(path.join(folder, name), 'x'.repeat(100));
    await utimes(path.join(folder, name), 1000 + at, 1000 + at);
  }
  await keepWithin(folder, path.join(folder, names[0] ?? ''), 200);
  assert.deepEqual((await readdir(folder)).sort(), [names[0], names[2], 'mine.txt']);
});
