import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteRows, insertRows, moveRows, setSource } from '../../../src/core/edit/row-changes';
import { ofSeenNumbers, ofSeenRow } from '../../../src/core/edit/seen-rows';
import { digest } from '../../../src/core/row/key';
import { changeOf } from '../../../src/host/editor/row-edits';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';

const FILE = '/d/rows.jsonl';

async function opened() {
  const stores = new MemoryStores();
  stores.put(FILE, Buffer.from('a\nb\nc\n'));
  return openEdits(stores, FILE, '/s');
}

test('rows that were chosen by their numbers are deleted only while these stand for them', async () => {
  const edits = await opened();
  const { numbering } = edits;
  await edits.edit(setSource(2, 'C')); // no row has another number for that
  await edits.edit(changeOf({ kind: 'delete', rows: [2], numbering }).change);
  await assert.rejects(
    edits.edit(changeOf({ kind: 'delete', rows: [0], numbering }).change),
    /Nothing was changed/,
  );
  assert.deepEqual(await valuesOf(edits), ['a', 'b']);
  await edits.close({ drop: true });
});

test('of two changes of many rows the second waits, and is not made in rows that the first has moved', async () => {
  const edits = await opened();
  const { numbering } = edits;
  const first = edits.edit(insertRows(0, ['x']));
  await assert.rejects(edits.edit(ofSeenNumbers(numbering, setSource(1, 'B'))), /Nothing was changed/);
  await first;
  assert.deepEqual(await valuesOf(edits), ['x', 'a', 'b', 'c']);
  await edits.close({ drop: true });
});

test('a row is put right only where it is still the one that was read', async () => {
  const edits = await opened();
  const seen = { number: 1, hash: digest('b') };
  await edits.edit(moveRows(0, 1, 2));
  await assert.rejects(edits.edit(ofSeenRow(seen, setSource(1, 'B'))), /another than you saw/);
  await edits.edit(deleteRows(1, 2));
  await assert.rejects(edits.edit(ofSeenRow(seen, setSource(1, 'B'))), /another than you saw/);
  assert.deepEqual(await valuesOf(edits), ['b']);
  await edits.close({ drop: true });
});
