import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteRows, moveRows, setSource } from '../../../src/core/edit/row-changes';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';

const FILE = '/d/rows.jsonl';

/** A file with an unsaved edit in its first row, to which another program then appends. */
async function grownUnderEdits(before: string, appended: string) {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from(before));
  const edits = await openEdits(stores, FILE, '/s');
  await edits.edit(setSource(0, 'A'));
  append(stores, appended);
  assert.equal(await edits.followDisk(), 'grown');
  return { stores, edits };
}

function append(stores: MemoryStores, text: string): void {
  const inode = stores.names.get(FILE)!;
  inode.bytes = Buffer.concat([inode.bytes, Buffer.from(text)]);
  inode.mtimeMs += 1000;
}

test('a file that grew under edits is saved elsewhere with the rows that are shown, and stays as it is', async () => {
  for (const [before, appended, after] of [
    ['a\nb\n', 'c\nd\n', 'A\nb\nc\nd\n'],
    ['a\nb\n', 'c\nhal', 'A\nb\nc\nhal'],
    ['a\nb\nha', 'lf\nc\n', 'A\nb\nhalf\nc\n'],
    ['a\r\nb\r\nc', '\r\nd', 'A\r\nb\r\nc\r\nd'],
  ] as const) {
    const { stores, edits } = await grownUnderEdits(before, appended);
    await edits.saveAs('/d/mine.jsonl');
    assert.equal(String(stores.bytesOf('/d/mine.jsonl')), after);
    assert.equal(String(stores.bytesOf(FILE)), before + appended);
    assert.ok(edits.dirty);
    await assert.rejects(edits.save(), /became longer/);
    await edits.close({ drop: true });
  }
});

test('every row of a file that grew under edits can be edited and moved, its last one too', async () => {
  const { stores, edits } = await grownUnderEdits('a\nb', 'b\nc\nd');
  assert.deepEqual(await valuesOf(edits), ['A', 'bb', 'c', 'd']);
  await edits.edit(setSource(3, 'D'));
  await edits.edit(moveRows(2, 1, 1));
  assert.deepEqual(await valuesOf(edits), ['A', 'c', 'bb', 'D']);
  await edits.saveAs('/d/mine.jsonl');
  assert.equal(String(stores.bytesOf('/d/mine.jsonl')), 'A\nc\nbb\nD');
  await edits.keepMine({});
  await edits.save();
  assert.equal(String(stores.bytesOf(FILE)), 'A\nc\nbb\nD');
  await edits.close({ drop: true });
});

test('a file whose bytes were written over is no longer saved elsewhere as if they were there', async () => {
  const { stores, edits } = await grownUnderEdits('a\nb\n', 'c\n');
  const inode = stores.names.get(FILE)!;
  inode.bytes = Buffer.from('x\ny\nz\nw\n');
  await assert.rejects(edits.saveAs('/d/mine.jsonl'), /was changed on disk/);
  assert.ok(!stores.names.has('/d/mine.jsonl'));
  await edits.close({ drop: true });
});

test('saved as itself, a file is saved: nothing is left unsaved, and nothing of others is written over', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openEdits(stores, FILE, '/s');
  await edits.edit(setSource(0, 'A'));
  await edits.saveAs(FILE);
  await edits.settled();
  assert.equal(String(stores.bytesOf(FILE)), 'A\nb\n');
  assert.ok(!edits.dirty);
  await edits.edit(deleteRows(1, 1));
  append(stores, 'c\n');
  await assert.rejects(edits.saveAs(FILE), /became longer/);
  assert.equal(String(stores.bytesOf(FILE)), 'A\nb\nc\n');
  await edits.close({ drop: true });
});

test('rows that come after the last look before a save are put behind the new file', async () => {
  for (const [before, late, after] of [
    ['a\nb\n', 'c\nd\n', 'A\nb\nc\nd\n'],
    ['a\nb', '\nc', 'A\nb\nc'],
  ] as const) {
    const stores = new MemoryStores();
    stores.put(FILE, Buffer.from(before));
    const edits = await openEdits(stores, FILE, '/s');
    await edits.edit(setSource(0, 'A'));
    const { rename } = stores.disk;
    stores.disk.rename = (from, to) => {
      stores.disk.rename = rename;
      append(stores, late);
      return rename(from, to);
    };
    await edits.save();
    await edits.settled();
    assert.equal(String(stores.bytesOf(FILE)), after);
    assert.deepEqual(await valuesOf(edits), after.trimEnd().split('\n'));
    await edits.edit(setSource(1, 'B'));
    await edits.save();
    assert.equal(String(stores.bytesOf(FILE)), after.replace('b', 'B'));
    await edits.close();
  }
});

test('rows that come while a save notes in the journal what it is about to do are seen', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openEdits(stores, FILE, '/s');
  const { openLog } = stores.files;
  stores.files.openLog = async (name) => {
    const log = await openLog(name);
    const note = async (bytes: Uint8Array) => {
      if (String(bytes).includes('"saved"')) append(stores, 'c\n');
      return log.append(bytes);
    };
    return { ...log, append: note };
  };
  await edits.edit(setSource(0, 'A'));
  await assert.rejects(edits.save(), /became longer/);
  assert.equal(String(stores.bytesOf(FILE)), 'a\nb\nc\n');
  await edits.close({ drop: true });
});

test('a save that begins while the disk is looked at is not taken for another program', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openEdits(stores, FILE, '/s');
  await edits.edit(setSource(0, 'A'));
  const { facts } = stores.files;
  let saving: Promise<void> | undefined;
  stores.files.facts = async (name) => {
    stores.files.facts = facts;
    saving = edits.save();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return facts(name);
  };
  assert.equal(await edits.followDisk(), 'same');
  await saving;
  assert.equal(String(stores.bytesOf(FILE)), 'A\nb\n');
  await edits.close();
});

test('rows that came under edits which were reverted are rows as all others', async () => {
  const { stores, edits } = await grownUnderEdits('a\n', 'b\n');
  await edits.revert();
  assert.equal(await edits.followDisk(), 'same');
  await edits.edit(setSource(1, 'B'));
  await edits.save();
  assert.equal(String(stores.bytesOf(FILE)), 'a\nB\n');
  await edits.close();
});
