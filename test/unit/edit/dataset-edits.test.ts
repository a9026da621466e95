import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { DatasetEdits } from '../../../src/core/edit/dataset-edits';
import type { Edit } from '../../../src/core/edit/dataset-edits';
import { MemoryStores } from './memory-stores';
import { plainBytes, plainDocument, plainEdit } from './plain-document';
import type { PlainDocument } from './plain-document';
import { changeOfEdit, dice, editOf, fileBytes } from './random-edits';

const FILE = '/d/rows.jsonl';
const STORAGE = '/storage';

async function openEdits(stores: MemoryStores): Promise<DatasetEdits> {
  const dataset = await DatasetFile.open(stores.files, FILE);
  await dataset.indexed;
  return DatasetEdits.open(stores, dataset, STORAGE);
}

async function valuesOf(edits: DatasetEdits): Promise<string[]> {
  const rows = await edits.rows(0, edits.rowCount);
  assert.deepEqual(
    rows.map(({ number }) => number),
    rows.map((_, number) => number),
  );
  return rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
}

const valuesIn = ({ rows }: PlainDocument) => rows.map(({ value }) => value);

type Act =
  { act: 'edit'; dice: Parameters<typeof editOf>[0] } | { act: 'undo' | 'redo' | 'save' | 'revert' | 'kill' };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: dice.map((dice) => ({ act: 'edit' as const, dice })) },
    { weight: 5, arbitrary: fc.constantFrom('undo', 'undo', 'redo', 'save').map((act) => ({ act }) as Act) },
    { weight: 1, arbitrary: fc.constantFrom('revert', 'kill').map((act) => ({ act }) as Act) },
  ),
  { maxLength: 14 },
);

test('any edits, undone, redone, saved, reverted and killed in any order, are those of a plain document', async () => {
  await fc.assert(
    fc.asyncProperty(fileBytes, acts, async (bytes, acts) => {
      let stores = new MemoryStores();
      stores.put(FILE, bytes);
      let edits = await openEdits(stores);
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
          stores = stores.restarted();
          edits = await openEdits(stores);
          await edits.restore();
          document = { ...plainDocument(saved), rows: document.rows };
          done = [];
          undone = [];
        } else if (act === 'revert') {
          await edits.revert();
          document = plainDocument(saved);
          done = [];
          undone = [];
          await edits.close();
          edits = await openEdits(stores);
        }
        assert.deepEqual(await valuesOf(edits), valuesIn(document));
        assert.equal(stores.bytesOf(FILE).toString('latin1'), saved.toString('latin1'));
      }
      await edits.settled();
      await edits.close({ drop: true });
      assert.equal(stores.open, 0);
    }),
    { numRuns: 400 },
  );
});
