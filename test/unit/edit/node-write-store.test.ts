import assert from 'node:assert/strict';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { ConflictError } from '../../../src/core/edit/file-identity';
import { nodeWriteStore } from '../../../src/core/edit/node-write-store';
import { deleteRows, setField } from '../../../src/core/edit/row-changes';
import { folderWith } from '../temp-files';
import { openEdits, valuesOf } from './open-edits';

const stores = { files: nodeFileStore, disk: nodeWriteStore };

test('a save keeps mode and symbolic link, leaves nothing else behind, and reads on', async (t) => {
  const folder = await folderWith(t, { 'data.jsonl': '{"a": 1}\n{"a": 2}\r\n{"a": 3}' });
  const file = path.join(folder, 'data.jsonl');
  const link = path.join(folder, 'links', 'data.jsonl');
  await mkdir(path.dirname(link));
  await symlink('../data.jsonl', link);
  await chmod(file, 0o640);
  const edits = await openEdits(stores, link, path.join(folder, 'storage'));
  const edit = await edits.edit(setField(1, ['a'], 'é'));
  await edits.edit(deleteRows(0, 1));
  assert.deepEqual(await readdir(path.join(folder, 'storage')).then((names) => names.length), 2);
  const progress: number[] = [];
  await edits.save({ onProgress: (bytes) => progress.push(bytes) });
  assert.equal(await readFile(file, 'utf8'), '{"a": "é"}\r\n{"a": 3}');
  assert.equal((await stat(file)).mode & 0o777, 0o640);
  assert.equal(await readlink(link), '../data.jsonl');
  assert.equal(progress.at(-1), (await stat(file)).size);
  await edits.settled();
  assert.deepEqual(await valuesOf(edits), ['{"a": "\xc3\xa9"}', '{"a": 3}']);
  assert.ok(edit && !edits.dirty);
  await edits.close();
  assert.deepEqual((await readdir(folder)).sort(), ['data.jsonl', 'links', 'storage']);
  assert.deepEqual(await readdir(path.join(folder, 'storage')), []);
});

test('a change on disk with the same size and time is noticed', async (t) => {
  const folder = await folderWith(t, { 'data.jsonl': '{"a": 1}\n' });
  const file = path.join(folder, 'data.jsonl');
  const time = new Date(1e12);
  await utimes(file, time, time);
  const edits = await openEdits(stores, file, path.join(folder, 'storage'));
  await edits.edit(setField(0, ['a'], 5));
  await writeFile(file, '{"a": 7}\n');
  await utimes(file, time, time);
  await assert.rejects(edits.save(), ConflictError);
  assert.equal(await readFile(file, 'utf8'), '{"a": 7}\n');
  await edits.close({ drop: true });
});

test('a large file is copied as it is around its edits, in slices', async (t) => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `{"a": ${row}, "t": "${'x'.repeat(row % 97)}"}`);
  const folder = await folderWith(t, { 'data.jsonl': `${rows.join('\n')}\n` });
  const file = path.join(folder, 'data.jsonl');
  const edits = await openEdits(stores, file, path.join(folder, 'storage'));
  const changed = [0, 1, 2, 777, 30_000, 59_999];
  for (const row of changed) await edits.edit(setField(row, ['a'], 'new'));
  await edits.save();
  for (const row of changed) rows[row] = rows[row]!.replace(String(row), '"new"');
  assert.equal(await readFile(file, 'utf8'), `${rows.join('\n')}\n`);
  await edits.close();
});
