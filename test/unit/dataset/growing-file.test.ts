import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import type { FileStore } from '../../../src/core/dataset/file-store';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';
import { HOSTILE_FILES } from './hostile-files';
import { plainRows } from './reference-rows';

async function fileWith(context: TestContext, content: string | Uint8Array): Promise<string> {
  return path.join(await folderWith(context, { 'rows.jsonl': content }), 'rows.jsonl');
}

async function opened(context: TestContext, content: string | Uint8Array, store: FileStore = nodeFileStore) {
  const file = await fileWith(context, content);
  const dataset = await DatasetFile.open(store, file);
  await dataset.indexed;
  context.after(() => dataset.close());
  return { file, dataset };
}

async function texts(dataset: DatasetFile): Promise<string[]> {
  return (await dataset.rows(0, dataset.index.rows)).map(({ bytes }) => Buffer.from(bytes).toString());
}

/** The same store, with reads in the background alone. */
const background: FileStore = {
  ...nodeFileStore,
  open: async (file) => {
    const { read, close } = await nodeFileStore.open(file);
    return { read, close };
  },
};

for (const [name, bytes] of HOSTILE_FILES) {
  test(`follows ${name} as it is written part by part`, async (context) => {
    const chance = seeded(bytes.length);
    const cuts = Array.from({ length: 4 }, () => chance.below(bytes.length + 1)).sort((a, b) => a - b);
    const { file, dataset } = await opened(
      context,
      bytes.subarray(0, cuts[0]),
      chance.pick([nodeFileStore, background]),
    );
    for (const [at, from] of cuts.entries()) {
      const to = cuts[at + 1] ?? bytes.length;
      await fs.appendFile(file, bytes.subarray(from, to));
      assert.equal(await dataset.grown(), to > from ? 'grown' : 'same');
      const expected = plainRows(bytes.subarray(0, to));
      const found = await dataset.rows(0, expected.length + 1);
      assert.equal(dataset.index.bytes, to);
      assert.deepEqual(
        found.map(({ size }) => size),
        expected.map(({ size }) => size),
      );
      for (const row of expected)
        assert.ok(Buffer.from(found[row.number]!.bytes).equals(row.bytes), `row ${row.number}`);
    }
  });
}

test('a last row that is written by half is shown, and completed', async (context) => {
  const { file, dataset } = await opened(context, '{"a":1}\n{"a":');
  assert.deepEqual(await texts(dataset), ['{"a":1}', '{"a":']);
  await fs.appendFile(file, '2}');
  assert.equal(await dataset.grown(), 'grown');
  assert.deepEqual(await texts(dataset), ['{"a":1}', '{"a":2}']);
  await fs.appendFile(file, '\n');
  assert.equal(await dataset.grown(), 'grown');
  assert.deepEqual(await texts(dataset), ['{"a":1}', '{"a":2}']);
  assert.equal(await dataset.grown(), 'same');
  assert.equal(dataset.facts.size, 16);
});

test('looking several times at once finds what was written once', async (context) => {
  const { file, dataset } = await opened(context, 'a\n');
  await fs.appendFile(file, 'b\nc\n');
  assert.deepEqual(await Promise.all([dataset.grown(), dataset.grown(), dataset.grown()]), [
    'grown',
    'same',
    'same',
  ]);
  assert.deepEqual(await texts(dataset), ['a', 'b', 'c']);
});

const CHANGES: [string, (file: string) => Promise<void>][] = [
  [
    'another file in its place',
    async (file) => {
      await fs.writeFile(`${file}.new`, 'aaa\nbbb\nccc\n');
      await fs.rename(`${file}.new`, file);
    },
  ],
  ['fewer bytes', (file) => fs.truncate(file, 4)],
  [
    'other bytes of the same length',
    async (file) => {
      await fs.writeFile(file, 'aaa\nxxx\n');
      await fs.utimes(file, 1, 1);
    },
  ],
  ['more bytes, and others at its start', (file) => fs.writeFile(file, 'xaa\nbbb\nccc\n')],
  ['more bytes, and a row put before the last', (file) => fs.writeFile(file, 'aaa\nccc\nbbb\n')],
];

for (const [what, change] of CHANGES) {
  test(`a file with ${what} was replaced`, async (context) => {
    const { file, dataset } = await opened(context, 'aaa\nbbb\n');
    await change(file);
    assert.equal(await dataset.grown(), 'replaced');
  });
}

test('a file that is gone is an error, and followed again when it is back', async (context) => {
  const { file, dataset } = await opened(context, 'aaa\n');
  await fs.rename(file, `${file}.away`);
  await assert.rejects(dataset.grown(), { code: 'ENOENT' });
  await fs.rename(`${file}.away`, file);
  await fs.appendFile(file, 'bbb\n');
  assert.equal(await dataset.grown(), 'grown');
  assert.deepEqual(await texts(dataset), ['aaa', 'bbb']);
});

test('a file that was written over with fewer rows gives no row that it never had', async (context) => {
  const { file, dataset } = await opened(context, 'aa\nbb\ncc\n');
  await fs.writeFile(file, 'xxxxxxxxx');
  await assert.rejects(dataset.rows(1, 1), /written over/);
});
