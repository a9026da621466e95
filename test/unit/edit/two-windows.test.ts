import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../../src/core/edit/edit-stores';
import { insertRows, setSource } from '../../../src/core/edit/row-changes';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';

const FILE = '/d/rows.jsonl';

/** Names in hand, of windows that live. */
function claims(): (name: string) => Promise<Claim | null> {
  const taken = new Set<string>();
  return async (name) => {
    if (taken.has(name)) return null;
    taken.add(name);
    return { isExclusive: true, release: async () => void taken.delete(name) };
  };
}

test('two windows that share a storage have their own edits each, and after a kill each are found again', async () => {
  const stores = Object.assign(new MemoryStores(), { claim: claims() });
  stores.put(FILE, Buffer.from('a\nb\n'));
  const one = await openEdits(stores, FILE, '/s');
  await one.edit(setSource(0, 'A'));
  const two = await openEdits(stores, FILE, '/s');
  assert.deepEqual(two.leftover, { kind: 'none' });
  await two.edit(insertRows(2, ['c']));
  await one.edit(setSource(1, 'B'));
  await two.edit(insertRows(3, ['d']));
  assert.deepEqual(await valuesOf(one), ['A', 'B']);
  assert.deepEqual(await valuesOf(two), ['a', 'b', 'c', 'd']);

  const after = Object.assign(stores.restarted(), { claim: claims() });
  const first = await openEdits(after, FILE, '/s');
  const second = await openEdits(after, FILE, '/s');
  for (const [edits, rows] of [
    [first, ['A', 'B']],
    [second, ['a', 'b', 'c', 'd']],
  ] as const) {
    assert.deepEqual(edits.leftover, { kind: 'edits' });
    await edits.restore();
    assert.deepEqual(await valuesOf(edits), rows);
    await edits.close({ drop: true });
  }
  assert.deepEqual([...after.names.keys()], [FILE]);
});

test('edits whose window is about to end are waited for', async () => {
  const stores = Object.assign(new MemoryStores(), { claim: claims() });
  stores.put(FILE, Buffer.from('a\nb\n'));
  const old = await openEdits(stores, FILE, '/s');
  await old.edit(setSource(0, 'A'));
  const opening = openEdits(stores, FILE, '/s');
  await old.close();
  const edits = await opening;
  assert.deepEqual(edits.leftover, { kind: 'edits' });
  await edits.restore();
  assert.deepEqual(await valuesOf(edits), ['A', 'b']);
  await edits.close({ drop: true });
});
