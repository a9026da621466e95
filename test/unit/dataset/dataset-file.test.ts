import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import type { FileStore } from '../../../src/core/dataset/file-store';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { FAULTS, faultyStore, memoryDisk } from './memory-files';
import { plainRows } from './reference-rows';

/** What the scan reads at once. */
const PIECE = 240 * 1024;
const PATH = '/data/rows.jsonl';
/** Many pieces of the scan. */
const BYTES = Buffer.from(
  Array.from({ length: 100_000 }, (_, at) => `{"row":${at},"pad":"0123456789"}`).join('\n'),
);
const ROWS = plainRows(BYTES);

/** Reads beyond the first chunk wait until they are let go. */
function slowStore(store: FileStore): { store: FileStore; letGo: () => void } {
  let letGo = () => undefined as void;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const open: FileStore['open'] = async (path) => {
    const file = await store.open(path);
    return {
      read: async (offset, length) => {
        if (offset >= PIECE) await gate;
        return file.read(offset, length);
      },
      close: () => file.close(),
    };
  };
  return { store: { ...store, open }, letGo };
}

async function texts(dataset: DatasetFile, from: number, count: number): Promise<string[]> {
  return (await dataset.rows(from, count)).map(({ bytes }) => Buffer.from(bytes).toString());
}

const expected = (from: number, count: number) =>
  ROWS.slice(from, from + count).map(({ bytes }) => Buffer.from(bytes).toString());

test('rows can be asked for while the index grows', async () => {
  const { store, letGo } = slowStore(memoryDisk({ [PATH]: BYTES }).store);
  const dataset = await DatasetFile.open(store, PATH);
  const known = dataset.index.rows;
  assert.equal(dataset.index.complete, false);
  assert.ok(known > 1000 && known < ROWS.length);
  assert.deepEqual(await texts(dataset, 0, 3), expected(0, 3));
  assert.deepEqual(await texts(dataset, 900, 2), expected(900, 2));
  assert.deepEqual(await texts(dataset, known - 2, 50), expected(known - 2, 2));
  assert.deepEqual(await texts(dataset, known + 5, 1), []);
  letGo();
  await dataset.indexed;
  assert.equal(dataset.index.rows, ROWS.length);
  assert.deepEqual(await texts(dataset, ROWS.length - 1, 1), expected(ROWS.length - 1, 1));
  await dataset.close();
});

test('growth is told until the index is complete', async () => {
  const told: [number, boolean][] = [];
  const dataset = await DatasetFile.open(memoryDisk({ [PATH]: BYTES }).store, PATH, ({ index }) =>
    told.push([index.rows, index.complete]),
  );
  await dataset.indexed;
  assert.ok(told[0]![0] > 0 && told[0]![0] < ROWS.length, 'as soon as there are rows');
  assert.deepEqual(told.at(-1), [ROWS.length, true]);
});

test('a missing file is refused', async () => {
  await assert.rejects(DatasetFile.open(memoryDisk().store, PATH), { code: 'ENOENT' });
});

test('closing in the middle of the scan ends it, and is no failure', async () => {
  const disk = memoryDisk({ [PATH]: BYTES });
  const { store, letGo } = slowStore(disk.store);
  const dataset = await DatasetFile.open(store, PATH);
  const closed = dataset.close();
  letGo();
  await closed;
  assert.equal(dataset.failure, null);
  assert.equal(dataset.index.complete, false);
  assert.equal(disk.open, 0);
});

test('the profile is found by the first rows, broken ones passed over', async () => {
  const rows = [
    '{"question":"q","answer":"a\\n#### 1"}',
    '{"question":',
    '',
    '{"question":"r","answer":"b\\n#### 2"}',
  ];
  const dataset = await DatasetFile.open(memoryDisk({ [PATH]: rows.join('\n') }).store, PATH);
  await dataset.indexed;
  assert.equal((await dataset.detect(shippedProfiles)).profile.id, 'gsm8k');
});

/** What became of an open dataset on a disk that broke. Rows are read again when the disk works again. */
async function useFaulty(store: FileStore): Promise<void> {
  const dataset = await DatasetFile.open(store, PATH);
  await dataset.indexed;
  const { rows, complete } = dataset.index;
  assert.equal(complete, dataset.failure === null, 'complete, or it says why not');
  assert.ok(rows <= ROWS.length);
  for (const from of [0, 1, rows >> 1, rows - 1]) {
    const read = await dataset.rows(from, 2).catch((error: Error) => error.message);
    if (typeof read === 'string') assert.match(read, /^the disk is broken$|^the file became shorter/);
    else
      assert.deepEqual(
        read.map(({ bytes }) => Buffer.from(bytes).toString()),
        expected(from, Math.min(2, rows - from)),
      );
  }
  await dataset.close();
}

for (const fault of FAULTS) {
  test(`a disk that breaks at the n-th operation (${fault}) never gives a wrong row, for every n`, async () => {
    for (let n = 0; ; n++) {
      const disk = memoryDisk({ [PATH]: BYTES });
      const { store, counter } = faultyStore(disk.store, fault, n);
      const refused = await useFaulty(store).catch((error: NodeJS.ErrnoException) => error);
      if (refused) assert.equal(refused.code, 'EIO', refused.stack);
      assert.equal(disk.open, 0, `a file stays open after a fault at ${n}`);
      if (counter.operations <= n) break;
    }
  });
}

/** Nothing can be read from `offset` on. */
function brokenFrom(store: FileStore, offset: number): FileStore {
  const open: FileStore['open'] = async (path) => {
    const file = await store.open(path);
    const read: typeof file.read = (at, length) =>
      at >= offset ? Promise.reject(new Error('the disk is broken')) : file.read(at, length);
    return { ...file, read };
  };
  return { ...store, open };
}

test('a failure of the scan is reported, and the rows found before it stay', async () => {
  for (let pieces = 1; pieces < 4; pieces++) {
    const dataset = await DatasetFile.open(
      brokenFrom(memoryDisk({ [PATH]: BYTES }).store, pieces * PIECE),
      PATH,
    );
    await dataset.indexed;
    const last = dataset.index.rows - 1;
    assert.equal(dataset.failure, 'the disk is broken');
    assert.equal(dataset.index.bytes, pieces * PIECE);
    assert.deepEqual(await texts(dataset, last - 1000, 1), expected(last - 1000, 1));
    await dataset.close();
  }
});
