import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DatasetEdits } from '../../../src/core/edit/dataset-edits';
import { ConflictError } from '../../../src/core/edit/file-identity';
import { deleteRows, duplicateRows, insertRows, setSource } from '../../../src/core/edit/row-changes';
import { SaveError } from '../../../src/core/edit/save-error';
import { MemoryStores } from './memory-stores';
import type { Fault } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';

const FILE = '/d/rows.jsonl';
const BEFORE = 'a\r\nb\nc\nd';
const AFTER = 'a\r\nB\nb\nc\nnew\nd';
const ROWS = ['a', 'B', 'b', 'c', 'new', 'd'];

async function edited(stores: MemoryStores): Promise<DatasetEdits> {
  stores.put(FILE, Buffer.from(BEFORE));
  const edits = await openEdits(stores, FILE, '/s');
  await edits.edit(duplicateRows(1, 1));
  await edits.edit(setSource(1, 'B'));
  await edits.edit(insertRows(4, ['new']));
  return edits;
}

for (const kind of ['fail', 'half', 'stop'] satisfies Fault[]) {
  test(`a save whose n-th operation goes wrong (${kind}) leaves the old file or the new one, for every n`, async () => {
    let failures = 0;
    for (let n = 0; ; n++) {
      const stores = new MemoryStores();
      const edits = await edited(stores);
      stores.fault = { kind, at: stores.operations + n };
      const error = await edits.save().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      const reached = stores.operations > stores.fault.at;
      await edits.settled();
      const bytes = String(stores.bytesOf(FILE));
      if (error) {
        failures++;
        assert.equal(bytes, BEFORE, String(error));
        assert.ok(edits.dirty);
      } else assert.equal(bytes, AFTER);
      await killedAndRestored(stores, bytes);
      if (error) await savesAgain(stores, edits);
      if (!reached) break;
    }
    assert.ok(failures > 8, `only ${failures} failures`);
  });
}

/** Whatever was on the disk: opened anew and restored, the document is the edited one. */
async function killedAndRestored(stores: MemoryStores, bytes: string): Promise<void> {
  const disk = stores.restarted();
  const edits = await openEdits(disk, FILE, '/s');
  await edits.restore();
  assert.deepEqual(await valuesOf(edits), ROWS);
  assert.equal(edits.dirty, bytes === BEFORE);
  await edits.save();
  await edits.settled();
  assert.equal(String(disk.bytesOf(FILE)), AFTER);
  await edits.close();
}

async function savesAgain(stores: MemoryStores, edits: DatasetEdits): Promise<void> {
  stores.fault = null;
  await edits.save();
  await edits.settled();
  assert.equal(String(stores.bytesOf(FILE)), AFTER);
  assert.deepEqual(await valuesOf(edits), ROWS);
  await edits.close();
}

for (const kind of ['fail', 'half', 'stop'] satisfies Fault[]) {
  test(`what was acknowledged is restored when the n-th operation goes wrong (${kind}), for every n`, async () => {
    for (let n = 0; ; n++) {
      const stores = new MemoryStores();
      stores.put(FILE, Buffer.from(BEFORE));
      const edits = await openEdits(stores, FILE, '/s');
      stores.fault = { kind, at: stores.operations + n };
      let expected = ['a', 'b', 'c', 'd'];
      let attempted = expected;
      const act = async (work: () => Promise<unknown>, then: string[]) => {
        attempted = then;
        await work().then(
          () => (expected = then),
          () => (attempted = [...expected]),
        );
        const restored = await openEdits(stores.restarted(), FILE, '/s');
        await restored.restore();
        const rows = await valuesOf(restored);
        if (expected.join() !== then.join() && rows.join() === then.join()) return; // on the disk, but not acknowledged
        assert.deepEqual(rows, expected);
      };
      await act(() => edits.edit(setSource(0, `A${n}`)), [`A${n}`, ...expected.slice(1)]);
      await act(() => edits.edit(deleteRows(1, 1)), expected.toSpliced(1, 1));
      await act(() => edits.edit(insertRows(0, ['x'])), ['x', ...expected]);
      await act(() => edits.edit(setSource(1, 'y')), expected.with(1, 'y'));
      assert.deepEqual(await valuesOf(edits).catch(() => attempted), expected);
      if (stores.operations <= stores.fault.at) break;
    }
  });
}

test('a full disk, a forbidden file: the error says what to do', async () => {
  for (const [code, way] of [
    ['ENOSPC', /the disk is full.*make room/s],
    ['EACCES', /may not write.*Change the permission/s],
  ] as const) {
    const stores = new MemoryStores();
    const edits = await edited(stores);
    stores.disk.create = async () => {
      throw Object.assign(new Error(code), { code });
    };
    await assert.rejects(edits.save(), (error: unknown) => {
      assert.ok(error instanceof SaveError);
      assert.match(error.message, /^rows\.jsonl was not saved/);
      assert.match(error.message, way);
      return error.code === code;
    });
    await edits.close();
  }
});

test('a file that somebody else changed is not written over', async () => {
  const cases: [string, (stores: MemoryStores) => void][] = [
    ['replaced', (stores) => stores.put(FILE, Buffer.from(BEFORE))],
    ['gone', (stores) => void stores.names.delete(FILE)],
    ['grown', (stores) => grow(stores, `${BEFORE}\ne`)],
    ['changed', (stores) => grow(stores, BEFORE.toUpperCase())],
  ];
  for (const [change, make] of cases) {
    for (const late of [false, true]) {
      const stores = new MemoryStores();
      const edits = await edited(stores);
      const { create } = stores.disk;
      if (late) {
        stores.disk.create = (name, like) => {
          make(stores);
          return create(name, like);
        };
      } else make(stores);
      const before = stores.names.get(FILE);
      await assert.rejects(
        edits.save(),
        (error: unknown) => error instanceof ConflictError && error.change === change,
      );
      if (!late) assert.equal(stores.names.get(FILE), before);
      assert.ok(![...stores.names.keys()].some((name) => name.endsWith('.saving')));
      assert.ok(edits.dirty);
      await edits.close();
    }
  }
});

function grow(stores: MemoryStores, text: string): void {
  const inode = stores.names.get(FILE)!;
  inode.bytes = Buffer.from(text);
  inode.mtimeMs += 1000;
}

test('a save that is stopped changes nothing', async () => {
  const stores = new MemoryStores();
  const edits = await edited(stores);
  const stop = new AbortController();
  const { create } = stores.disk;
  stores.disk.create = (name, like) => {
    stop.abort();
    return create(name, like);
  };
  await assert.rejects(edits.save({ signal: stop.signal }), { name: 'AbortError' });
  assert.equal(String(stores.bytesOf(FILE)), BEFORE);
  assert.ok(edits.dirty);
  await edits.save();
  assert.equal(String(stores.bytesOf(FILE)), AFTER);
  await edits.close();
});
