import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DocumentSnapshot } from '../../../src/core/edit/document-snapshot';
import { deleteRows, insertRows, moveRows, setSource } from '../../../src/core/edit/row-changes';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';
import { changeOfEdit, dice, editOf, fileBytes } from './random-edits';

const FILE = '/d/rows.jsonl';

async function valuesIn(snapshot: DocumentSnapshot): Promise<string[]> {
  const rows = await snapshot.rows(0, await snapshot.whole());
  return rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
}

async function opened(text: string) {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from(text));
  return { stores, edits: await openEdits(stores, FILE, '/s') };
}

test('a snapshot has the rows that there were, whatever is edited, saved, reverted and closed behind it', async () => {
  const step = fc.oneof(
    dice.map((thrown) => ({ act: 'edit' as const, thrown })),
    fc.constantFrom('save', 'revert', 'keep', 'snapshot').map((act) => ({ act, thrown: null })),
  );
  await fc.assert(
    fc.asyncProperty(fileBytes, fc.array(step, { maxLength: 12 }), async (bytes, steps) => {
      const stores = new MemoryStores();
      stores.put(FILE, bytes);
      const edits = await openEdits(stores, FILE, '/s');
      const taken: { snapshot: DocumentSnapshot; values: string[] }[] = [];
      for (const { act, thrown } of steps) {
        const edit = thrown && editOf(thrown, edits.rowCount);
        if (edit) await edits.edit(changeOfEdit(edit));
        else if (act === 'save') await edits.save();
        else if (act === 'revert') await edits.revert();
        else if (act === 'keep') await edits.keepMine({});
        else taken.push({ snapshot: await edits.snapshot(), values: await valuesOf(edits) });
        await edits.settled();
      }
      await edits.close({ drop: true });
      for (const { snapshot, values } of taken) {
        assert.deepEqual(await valuesIn(snapshot), values);
        await snapshot.close();
      }
      assert.equal(stores.open, 0);
    }),
    { numRuns: 200 },
  );
});

test('a snapshot has the edits that were asked for before it, and none that were asked for later', async () => {
  const { edits } = await opened('a\nb\nc\n');
  const before = edits.edit(deleteRows(0, 1));
  const taking = edits.snapshot();
  const later = edits.edit(insertRows(0, ['x', 'y']));
  const snapshot = await taking;
  await Promise.all([before, later]);
  assert.deepEqual(await valuesIn(snapshot), ['b', 'c']);
  await snapshot.close();
  await edits.close({ drop: true });
  await assert.rejects(edits.snapshot(), /read anew/);
});

test('the numbering is another one whenever a row number may stand for another row, and only then', async () => {
  const { stores, edits } = await opened('a\nb\nc\n');
  let before = edits.numbering;
  const isOther = () => {
    const other = edits.numbering !== before;
    before = edits.numbering;
    return other;
  };
  await edits.edit(setSource(1, 'B'));
  assert.ok(!isOther());
  const moved = (await edits.edit(moveRows(0, 1, 2)))!;
  assert.ok(isOther());
  await moved.undo();
  assert.ok(isOther());
  await edits.save();
  await edits.settled();
  assert.ok(!isOther());
  await edits.edit(deleteRows(0, 1));
  assert.ok(isOther());
  await edits.revert();
  assert.ok(isOther());
  stores.put(FILE, Buffer.from('x\na\nB\nc\n'));
  await edits.edit(setSource(1, 'b'));
  await edits.keepMine({});
  assert.ok(isOther());
  await edits.close({ drop: true });
  const again = await openEdits(stores, FILE, '/s');
  assert.notEqual(again.numbering, before);
  await again.close();
});
