import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Edit } from '../../../src/core/edit/dataset-edits';
import { bulkChange, emptyReport } from '../../../src/core/edit/bulk-rows';
import { insertRows, setSource } from '../../../src/core/edit/row-changes';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';
import { changeOfEdit, dice, editOf, fileBytes } from './random-edits';

const FILE = '/d/rows.jsonl';
const open = (stores: MemoryStores) => openEdits(stores, FILE, '/s');
const journalOf = (stores: MemoryStores) =>
  [...stores.names.keys()].find((name) => /\/[0-9a-f]+\.edits\.jsonl$/.test(name))!;

test('killed at any byte of the journal, the edits written so far are restored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fileBytes,
      fc.array(fc.option(dice), { minLength: 1, maxLength: 4 }),
      async (bytes, steps) => {
        const stores = new MemoryStores();
        stores.put(FILE, bytes);
        const edits = await open(stores);
        const states = [{ size: 0, values: await valuesOf(edits) }];
        const made: Edit[] = [];
        for (const step of steps) {
          const edit = step && editOf(step, edits.rowCount);
          const done = edit ? await edits.edit(changeOfEdit(edit)) : null;
          if (done) made.push(done);
          else await made.pop()?.undo();
          const journal = journalOf(stores);
          if (journal) states.push({ size: stores.bytesOf(journal).length, values: await valuesOf(edits) });
        }
        for (let cut = 0; cut <= states.at(-1)!.size; cut++) {
          const disk = stores.restarted();
          const name = journalOf(disk);
          if (name) disk.put(name, disk.bytesOf(name).subarray(0, cut));
          const again = await open(disk);
          await again.restore();
          assert.deepEqual(await valuesOf(again), states.findLast(({ size }) => size <= cut)!.values);
        }
      },
    ),
    { numRuns: 8 },
  );
});

test('edits that were all undone leave nothing to restore', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await open(stores);
  const edit = await edits.edit(setSource(0, 'A'));
  await edit?.undo();
  const disk = stores.restarted();
  const again = await open(disk);
  assert.deepEqual(again.leftover, { kind: 'none' });
  assert.ok(!again.dirty);
  assert.ok(!journalOf(disk));
});

test('edits of another state of the file are set aside, and never overwritten', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await open(stores);
  await edits.edit(setSource(0, 'A'));
  await edits.close();
  const kept = Buffer.from(stores.bytesOf(journalOf(stores)));
  stores.put(FILE, Buffer.from('a\nb\nc\n'));
  const again = await open(stores);
  assert.ok(again.leftover.kind === 'aside');
  assert.match(again.leftover.why, /another state/);
  assert.deepEqual(stores.bytesOf(again.leftover.journal), kept);
  assert.equal(await again.restore(), null);
  await again.edit(setSource(2, 'C'));
  await again.close({ drop: true });
  assert.deepEqual(stores.bytesOf(again.leftover.journal), kept);
  assert.ok(!journalOf(stores));
});

test('edits that were not restored are set aside by the first new edit', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await open(stores);
  await edits.edit(setSource(0, 'A'));
  await edits.close();
  const again = await open(stores);
  assert.deepEqual(again.leftover, { kind: 'edits' });
  await again.edit(setSource(1, 'B'));
  assert.deepEqual(await valuesOf(again), ['a', 'B']);
  assert.equal([...stores.names.keys()].filter((name) => name.includes('.aside')).length, 2);
  await again.close();
});

test('a journal with a line that cannot be read is restored up to there, and kept aside', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await open(stores);
  for (const text of ['A', 'AA', 'AAA']) await edits.edit(setSource(0, text));
  await edits.close();
  const lines = String(stores.bytesOf(journalOf(stores))).split('\n');
  stores.put(journalOf(stores), Buffer.from(lines.with(2, lines[2]!.replace('edit', 'eddy')).join('\n')));
  const again = await open(stores);
  const restored = await again.restore();
  assert.ok(restored?.aside);
  assert.deepEqual([restored.restored, restored.lost], [1, 1]);
  assert.deepEqual(await valuesOf(again), ['A', 'b']);
  assert.ok(stores.names.has(restored.aside));
  const killed = await open(stores.restarted());
  await killed.restore();
  assert.deepEqual(await valuesOf(killed), ['A', 'b']);
  await again.close();
});

test('a large edit, of many lines in the journal, is restored whole or not at all', async () => {
  const stores = new MemoryStores();
  const count = 9000;
  stores.put(FILE, Buffer.from('{"a":1}\n'.repeat(count)));
  const edits = await open(stores);
  await edits.edit(
    insertRows(
      0,
      Array.from({ length: 5000 }, (_, at) => `{"a":${at}}`),
    ),
  );
  const before = await valuesOf(edits);
  const rows = Array.from({ length: count + 5000 }, (_, row) => row).filter((row) => row % 2 === 0);
  await edits.edit(bulkChange(rows, { kind: 'set', path: ['a'], value: 'x' }, emptyReport()));
  const after = await valuesOf(edits);
  const name = journalOf(stores);
  const lines = String(stores.bytesOf(name)).split('\n');
  assert.ok(lines.length > 6);
  for (const [kept, expected] of [
    [lines.length - 2, before],
    [lines.length, after],
  ] as const) {
    const disk = stores.restarted();
    disk.put(name, Buffer.from(`${lines.slice(0, kept).join('\n')}${kept < lines.length ? '\n' : ''}`));
    const again = await open(disk);
    await again.restore();
    assert.deepEqual(await valuesOf(again), expected);
  }
  await edits.close({ drop: true });
});

test('a journal of another version is set aside, not removed', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await open(stores);
  await edits.edit(setSource(0, 'A'));
  await edits.close();
  const name = journalOf(stores);
  const later = Buffer.from(String(stores.bytesOf(name)).replace('"v":1', '"v":2'));
  stores.put(name, later);
  const again = await open(stores);
  assert.ok(again.leftover.kind === 'aside');
  assert.deepEqual(stores.bytesOf(again.leftover.journal), later);
  await again.close();
});

test('two windows do not write into one journal', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const [one, other] = [await open(stores), await open(stores)];
  await one.edit(setSource(0, 'A'));
  await assert.rejects(other.edit(setSource(1, 'B')), /another window/);
  await assert.rejects(other.edit(setSource(1, 'B')), /another window/);
  await one.edit(setSource(1, 'BB'));
  assert.deepEqual(await valuesOf(one), ['A', 'BB']);
  assert.deepEqual(await valuesOf(other), ['a', 'b']);
  const killed = await open(stores.restarted());
  await killed.restore();
  assert.deepEqual(await valuesOf(killed), ['A', 'BB']);
  await other.close();
  assert.ok(journalOf(stores));
  for (const edits of [one, killed]) await edits.close();
});
