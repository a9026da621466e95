import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { nodeFileStore as files } from '../../../src/core/dataset/node-file-store';

async function folderOf(context: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scholium-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('reads what is asked for, and less only at the end', async (context) => {
  const file = path.join(await folderOf(context), 'a');
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  await writeFile(file, bytes);
  assert.equal((await files.facts(file)).size, bytes.length);
  const open = await files.open(file);
  for (const [offset, length] of [
    [0, 10],
    [299_995, 10],
    [300_000, 10],
    [400_000, 10],
    [1, 299_999],
    [5, 0],
  ] as const) {
    const there = bytes.subarray(offset, offset + length);
    assert.deepEqual(Buffer.from(await open.read(offset, length)), there);
    const target = Buffer.alloc(length);
    assert.equal(await open.readAhead?.(target, offset), there.length);
    assert.deepEqual(target.subarray(0, there.length), there);
  }
  await open.close();
  assert.deepEqual(Buffer.from(await files.readAll(file)), bytes);
});

test('a log grows at its end, in a folder made for it', async (context) => {
  const file = path.join(await folderOf(context), 'deep', 'folder', 'log');
  const first = await files.openLog(file);
  await first.append(Buffer.from('one\n'));
  const second = await files.openLog(file);
  await second.append(Buffer.from('two\n'));
  await first.append(Buffer.from('three\n'));
  await Promise.all([first.close(), second.close()]);
  assert.equal(await readFile(file, 'utf8'), 'one\ntwo\nthree\n');
});

test('a missing folder has no files; a missing file is an error with its code', async (context) => {
  const folder = await folderOf(context);
  assert.deepEqual(await files.list(path.join(folder, 'none')), []);
  for (const ask of [files.facts, files.open, files.readAll]) {
    await assert.rejects(ask(path.join(folder, 'none')), { code: 'ENOENT' });
  }
  await writeFile(path.join(folder, 'file'), '');
  assert.deepEqual(await files.list(folder), ['file']);
  await assert.rejects(files.list(path.join(folder, 'file')), { code: 'ENOTDIR' });
});
