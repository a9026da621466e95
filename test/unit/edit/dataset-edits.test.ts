import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Edit } from '../../../src/core/edit/dataset-edits';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { nodeWriteStore } from '../../../src/core/edit/node-write-store';
import { folderWith } from '../temp-files';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';
import { plainBytes, plainDocument, plainEdit } from './plain-document';
import type { PlainDocument } from './plain-document';
import { deleteRows, duplicateRows, moveRows, setSource } from '../../../src/core/edit/row-changes';
import { changeOfEdit, dice, editOf, fileBytes } from './random-edits';

const FILE = '/d/rows.jsonl';
const STORAGE = '/storage';

const openMemory = (stores: MemoryStores) => openEdits(stores, FILE, STORAGE);
const valuesIn = ({ rows }: PlainDocument) => rows.map(({ value }) => value);

type Act =
  { act: 'edit'; dice: Parameters<typeof editOf>[0] } | { act: 'undo' | 'redo' | 'save' | 'revert' | 'kill' };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: dice.map((dice) => ({ act: 'edit' as const, dice })) },
    { weight: 5, arbitrary: fc.constantFrom('undo', 'undo', 'redo', 'save').map((act) => ({ act })) },
    { weight: 1, arbitrary: fc.constantFrom('revert', 'kill').map((act) => ({ act })) },
  ),
  { maxLength: 14 },
);

/**
 * A document in another session: what the last row of the file would end with were it not last is no longer known. `places`
 * are where that row stands in the document; a row with the same text and line end is another one.
 */
function forgetful(document: PlainDocument, places: number[], file: PlainDocument): PlainDocument {
  const last = file.rows.at(-1);
  if (!last || file.ending === '\n') return { ...file, rows: document.rows };
  return { ...file, rows: document.rows.map((row, at) => (places.includes(at) ? last : row)) };
}

test('any edits, undone, redone, saved, reverted and killed in any order, are those of a plain document', async () => {
  await fc.assert(
    fc.asyncProperty(fileBytes, acts, async (bytes, acts) => {
      let stores = new MemoryStores();
      stores.put(FILE, bytes);
      let edits = await openMemory(stores);
      const first = plainDocument(bytes);
      let done: { edit: Edit; before: PlainDocument; after: PlainDocument }[] = [];
      let undone: typeof done = [];
      let document = first;
      let saved = bytes;
      for (const { act, ...rest } of acts) {
        if (act === 'edit' && 'dice' in rest) {
          const edit = editOf(rest.dice, document.rows.length);
          const made = edit && (await edits.edit(changeOfEdit(edit)));
          if (!edit || !made) continue;
          const after = plainEdit(document, edit);
          done = [...done, { edit: made, before: document, after }];
          undone = [];
          document = after;
        } else if (act === 'undo' && done.length > 0) {
          const step = done.at(-1)!;
          await step.edit.undo();
          done = done.slice(0, -1);
          undone = [...undone, step];
          document = step.before;
        } else if (act === 'redo' && undone.length > 0) {
          const step = undone.at(-1)!;
          await step.edit.redo();
          undone = undone.slice(0, -1);
          done = [...done, step];
          document = step.after;
        } else if (act === 'save') {
          const dirty = edits.dirty;
          await edits.save();
          await edits.settled();
          assert.ok(!edits.dirty);
          if (dirty) saved = plainBytes(document);
        } else if (act === 'kill') {
          await edits.settled();
          const file = plainDocument(saved);
          const places = edits.documentRows([file.rows.length - 1]);
          stores = stores.restarted();
          edits = await openMemory(stores);
          await edits.restore();
          document = forgetful(document, places, file);
          done = [];
          undone = [];
        } else if (act === 'revert') {
          await edits.revert();
          document = plainDocument(saved);
          done = [];
          undone = [];
          await edits.close();
          edits = await openMemory(stores);
        }
        assert.deepEqual(await valuesOf(edits), valuesIn(document));
        assert.equal(stores.bytesOf(FILE).toString('latin1'), saved.toString('latin1'));
      }
      await edits.settled();
      await edits.close({ drop: true });
      assert.equal(stores.open, 0);
    }),
    { numRuns: 300 },
  );
});

test('a row keeps its line end over a save and a kill when its copy became the last row, which has none', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\r\nc'));
  const edits = await openMemory(stores);
  await edits.edit(duplicateRows(1, 1));
  await edits.edit(moveRows(2, 1, 3));
  await edits.save();
  await edits.settled();
  assert.equal(String(stores.bytesOf(FILE)), 'a\nb\r\nc\nb');
  await edits.edit(setSource(0, 'A'));
  const after = stores.restarted();
  const killed = await openMemory(after);
  await killed.restore();
  await killed.save();
  assert.equal(String(after.bytesOf(FILE)), 'A\nb\r\nc\nb');
  await killed.close();
});

test('undone to the start and saved, a file has its very bytes again, over saves in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fileBytes,
      fc.array(fc.tuple(dice, fc.boolean()), { maxLength: 8 }),
      async (bytes, steps) => {
        const stores = new MemoryStores();
        stores.put(FILE, bytes);
        const edits = await openMemory(stores);
        const made: Edit[] = [];
        for (const [dice, save] of steps) {
          const edit = editOf(dice, edits.rowCount);
          const done = edit && (await edits.edit(changeOfEdit(edit)));
          if (done) made.push(done);
          if (save) await edits.save();
        }
        for (const edit of made.toReversed()) await edit.undo();
        await edits.save();
        assert.equal(stores.bytesOf(FILE).toString('latin1'), bytes.toString('latin1'));
        await edits.close();
        assert.deepEqual([...stores.names.keys()], [FILE]);
      },
    ),
    { numRuns: 300 },
  );
});

test('file rows are found where they stand in the document', async () => {
  await fc.assert(
    fc.asyncProperty(fileBytes, fc.array(dice, { maxLength: 8 }), async (bytes, steps) => {
      const stores = new MemoryStores();
      stores.put(FILE, bytes);
      const edits = await openMemory(stores);
      const fileRows = edits.rowCount;
      for (const dice of steps) {
        const edit = editOf(dice, edits.rowCount);
        if (edit) await edits.edit(changeOfEdit(edit));
      }
      const rows = await edits.rows(0, edits.rowCount);
      for (let fileRow = 0; fileRow < fileRows; fileRow++) {
        const expected = rows.filter(({ origin }) => origin.kind === 'file' && origin.row === fileRow);
        assert.deepEqual(
          edits.documentRows([fileRow]),
          expected.map(({ number }) => number),
        );
      }
      const added = rows.filter(({ origin }) => origin.kind === 'added');
      assert.deepEqual(
        edits.addedRows().map(({ row }) => row),
        added.map(({ number }) => number),
      );
      await edits.close({ drop: true });
    }),
    { numRuns: 100 },
  );
});

test('what comes while a save runs waits, and is an edit of the saved file', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openMemory(stores);
  await edits.edit(setSource(0, 'A'));
  const saving = edits.save();
  const editing = edits.edit(setSource(1, 'B'));
  await saving;
  assert.equal(String(stores.bytesOf(FILE)), 'A\nb\n');
  assert.ok(await editing);
  assert.ok(edits.dirty);
  assert.deepEqual(await valuesOf(edits), ['A', 'B']);
  await edits.close({ drop: true });
});

test('steps are taken back in their order only', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openMemory(stores);
  const first = (await edits.edit(setSource(0, 'A')))!;
  const second = (await edits.edit(deleteRows(1, 1)))!;
  await assert.rejects(first.undo(), /not the last one/);
  await second.undo();
  await assert.rejects(second.undo(), /not the last one/);
  await edits.edit(setSource(1, 'B'));
  await assert.rejects(second.redo(), /not the last one undone/);
  assert.deepEqual(await valuesOf(edits), ['A', 'B']);
  assert.equal(await edits.edit(setSource(0, 'A')), null);
  await assert.rejects(edits.edit(deleteRows(1, 2)), RangeError);
  await edits.close({ drop: true });
});

test('what was done before the file was read anew is not undone over it', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\n'));
  const edits = await openMemory(stores);
  const first = (await edits.edit(setSource(0, 'A')))!;
  await edits.save();
  await edits.close({ drop: true });
  const again = await openMemory(stores);
  await assert.rejects(first.undo(), /read anew/);
  await again.edit(setSource(1, 'B')); // nobody else has it in hand
  assert.deepEqual(await valuesOf(again), ['A', 'B']);
  await again.close({ drop: true });
});

test('a row too long to be edited is deleted, saved, and brought back', async () => {
  const stores = new MemoryStores();
  const long = Buffer.concat([Buffer.alloc(17 * 1024 * 1024, 'x'), Buffer.from('\n')]);
  const bytes = Buffer.concat([Buffer.from('a\n'), long, Buffer.from('b\n')]);
  stores.put(FILE, bytes);
  const edits = await openMemory(stores);
  const deleted = (await edits.edit(deleteRows(1, 1)))!;
  await edits.save();
  assert.deepEqual(stores.bytesOf(FILE), Buffer.from('a\nb\n'));
  await deleted.undo();
  await edits.save();
  assert.ok(stores.bytesOf(FILE).equals(bytes));
  await edits.close();
});

test('edits after a growth of the file are found again after a kill, whatever was undone before', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': Buffer.from('a\nb\n') });
  const file = path.join(folder, 'rows.jsonl');
  const open = () => openEdits({ files: nodeFileStore, disk: nodeWriteStore }, file, path.join(folder, 's'));
  const edits = await open();
  await (await edits.edit(setSource(0, 'A')))!.undo();
  fs.appendFileSync(file, 'c\n');
  assert.equal(await edits.followDisk(), 'grown');
  await edits.edit(setSource(2, 'C'));
  const killed = await open();
  assert.deepEqual(killed.leftover, { kind: 'edits' });
  await killed.restore();
  assert.deepEqual(await valuesOf(killed), ['a', 'b', 'C']);
  await killed.close({ drop: true });
  await edits.close({ drop: true });
});

test('a backup holds the document; restored it is unsaved, and survives a kill', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\nc'));
  const edits = await openMemory(stores);
  await edits.edit(setSource(1, 'B'));
  await edits.edit(moveRows(2, 1, 0));
  await edits.backup('/backup');
  await edits.close({ drop: true });
  const again = await openMemory(stores);
  assert.equal(await again.restore(), null);
  assert.deepEqual(await again.restore('/backup'), { restored: 1, lost: 0, aside: null });
  assert.ok(again.dirty);
  assert.deepEqual(await valuesOf(again), ['c', 'a', 'B']);
  const killed = await openMemory(stores.restarted());
  assert.deepEqual(killed.leftover, { kind: 'edits' });
  await killed.restore();
  assert.deepEqual(await valuesOf(killed), ['c', 'a', 'B']);
  await killed.edit(setSource(0, 'C'));
  await killed.save();
  assert.equal(killed.dirty, false);
  await killed.close();
  await again.close();
});

test('a copy is saved elsewhere while the edits stay', async () => {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb'));
  stores.put('/d/there.jsonl', Buffer.from('old'));
  const edits = await openMemory(stores);
  await edits.edit(setSource(1, 'B'));
  await edits.saveAs('/d/new.jsonl');
  await edits.saveAs('/d/there.jsonl');
  assert.equal(String(stores.bytesOf('/d/new.jsonl')), 'a\nB');
  assert.equal(String(stores.bytesOf('/d/there.jsonl')), 'a\nB');
  assert.equal(String(stores.bytesOf(FILE)), 'a\nb');
  assert.ok(edits.dirty);
  await edits.close({ drop: true });
});
