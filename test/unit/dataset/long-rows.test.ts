import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import type { FileStore, OpenFile } from '../../../src/core/dataset/file-store';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { RowIndex } from '../../../src/core/dataset/row-index';
import { readRows, readPart, rowRange } from '../../../src/core/dataset/row-reader';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';
import { HOSTILE_FILES } from './hostile-files';
import { memoryFile } from './memory-files';
import { plainRows } from './reference-rows';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

for (const [name, bytes] of HOSTILE_FILES) {
  test(`parts of the rows of ${name} are those of a plain reading`, async () => {
    const file = memoryFile(bytes);
    const index = new RowIndex();
    await index.scan(file, new AbortController().signal, () => undefined);
    const chance = seeded(bytes.length);
    for (const row of plainRows(bytes).slice(0, 200)) {
      const range = await rowRange(file, index, row.number);
      assert.deepEqual(range, { start: row.offset, end: row.offset + row.lineSize });
      const from = chance.below(row.size + 2);
      const length = chance.below(row.size + 2);
      const part = await readPart(file, index, row.number, from, length);
      assert.equal(part.size, row.size);
      assert.ok(Buffer.from(part.bytes).equals(row.bytes.slice(from, from + length)), `row ${row.number}`);
    }
    await assert.rejects(rowRange(file, index, index.rows), /no row/);
  });
}

/** A store that counts the bytes read since `read` was set to 0. */
function countingStore(): { store: FileStore; count: { read: number } } {
  const count = { read: 0 };
  const open: FileStore['open'] = async (file) => {
    const { read, close } = await nodeFileStore.open(file);
    return { read: (offset, length) => ((count.read += length), read(offset, length)), close };
  };
  return { store: { ...nodeFileStore, open }, count };
}

test('a part of a row of 120 MB costs no more than the part', async (context) => {
  const folder = await folderWith(context);
  const file = path.join(folder, 'long.jsonl');
  await fs.writeFile(file, `{"a":"${'x'.repeat(120e6)}"}\n{"b":1}\n`);
  const { store, count } = countingStore();
  const dataset = await DatasetFile.open(store, file);
  await dataset.indexed;
  count.read = 0;
  const part = await dataset.part(0, 120e6, 100);
  assert.equal(Buffer.from(part.bytes).toString(), 'xxxxxx"}');
  assert.equal(part.size, 120_000_008);
  assert.ok(count.read < 64 * 1024, `${count.read} bytes were read`);
  const [long, next] = await dataset.rows(0, 2);
  assert.deepEqual([long!.bytes.length, long!.size], [16 * MIB, 120_000_008]);
  assert.equal(Buffer.from(next!.bytes).toString(), '{"b":1}');
  await dataset.close();
});

/** A file of line feeds and other texts at their offsets, with zeros between them. */
function sparseFile(size: number, texts: [number, string][]): OpenFile {
  const readNow = (target: Uint8Array, offset: number): number => {
    const length = Math.max(0, Math.min(target.length, size - offset));
    target.fill(0, 0, length);
    for (const [at, text] of texts) {
      const bytes = Buffer.from(text).subarray(Math.max(0, offset - at));
      if (at < offset + length && bytes.length > 0)
        target.set(bytes.subarray(0, offset + length - Math.max(at, offset)), Math.max(0, at - offset));
    }
    return length;
  };
  const read = async (offset: number, length: number) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readNow(bytes, offset));
  };
  return { read, readNow, close: async () => undefined };
}

test('rows beyond 4 GiB are found', async () => {
  const size = 4 * GIB + 30;
  const file = sparseFile(size, [
    [0, '{"a":1}\n'],
    [size - 17, '\n{"b":2}\n{"c":3}\n'],
  ]);
  const index = new RowIndex();
  await index.scan(file, new AbortController().signal, () => undefined, size);
  const rows = await readRows(file, index, 2, 5);
  assert.deepEqual(
    rows.map(({ number, bytes }) => [number, Buffer.from(bytes).toString()]),
    [
      [2, '{"b":2}'],
      [3, '{"c":3}'],
    ],
  );
  assert.deepEqual(await rowRange(file, index, 1), { start: 8, end: size - 17 });
  assert.ok(index.memory <= size * 0.0002, `${index.memory} bytes of index`);
});
