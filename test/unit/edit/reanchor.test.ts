import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { nodeWriteStore } from '../../../src/core/edit/node-write-store';
import {
  deleteRows,
  duplicateRows,
  insertRows,
  moveRows,
  setField,
} from '../../../src/core/edit/row-changes';
import type { RowChange } from '../../../src/core/edit/row-changes';
import { folderWith } from '../temp-files';
import { MemoryStores } from './memory-stores';
import { openEdits, valuesOf } from './open-edits';

const FILE = '/d/rows.jsonl';
const RULE = { id: ['id'] };

const fileOf = (rows: string[]) => Buffer.from(rows.map((row) => `${row}\n`).join(''));
const row = (id: string, value = 1) => `{"id":"${id}","v":${value}}`;

/** Edits a file, lets somebody else change it, and keeps the edits. */
async function keepMine(before: string[], changes: RowChange[], now: string[]) {
  const stores = new MemoryStores();
  stores.put(FILE, fileOf(before));
  const edits = await openEdits(stores, FILE, '/s');
  for (const change of changes) await edits.edit(change);
  stores.put(FILE, fileOf(now));
  await assert.rejects(edits.save(), { name: 'ConflictError' });
  const { aside, ...report } = await edits.keepMine(RULE);
  assert.ok(aside && stores.names.has(aside));
  const rows = await valuesOf(edits);
  const killed = await openEdits(stores.restarted(), FILE, '/s');
  await killed.restore();
  assert.deepEqual(await valuesOf(killed), rows);
  await edits.save();
  assert.deepEqual(stores.bytesOf(FILE), fileOf(rows));
  await edits.close();
  await killed.close();
  return { rows, ...report };
}

const ABC = [row('a'), row('b'), row('c'), row('d')];
const NOTHING = { lost: [], alsoChanged: [], atEnd: 0 };

test('edits find their rows again where those moved', async () => {
  const changes = [setField(1, ['v'], 5), deleteRows(2, 1), insertRows(1, [row('new')]), moveRows(3, 1, 0)];
  const now = [row('x'), row('c'), row('d', 9), row('a'), row('b')];
  assert.deepEqual(await keepMine(ABC, changes, now), {
    ...NOTHING,
    rows: [row('d', 9), row('x'), row('a'), row('new'), row('b', 5)],
  });
});

test('a row that was doubled is doubled in the other version too, and nothing else is moved', async () => {
  const now = [row('a'), row('b'), row('new'), row('c'), row('d')];
  assert.deepEqual(await keepMine(ABC, [duplicateRows(1, 1)], now), {
    ...NOTHING,
    rows: [row('a'), row('b'), row('b'), row('new'), row('c'), row('d')],
  });
  const edited = [duplicateRows(1, 1), setField(4, ['v'], 5)];
  assert.deepEqual(await keepMine(ABC, edited, now), {
    ...NOTHING,
    rows: [row('a'), row('b'), row('b'), row('new'), row('c'), row('d', 5)],
  });
});

test('a row that both changed has the text of the edit, and is told', async () => {
  assert.deepEqual(await keepMine(ABC, [setField(1, ['v'], 5)], [row('a'), row('b', 7), row('c')]), {
    ...NOTHING,
    rows: [row('a'), row('b', 5), row('c')],
    alsoChanged: [1],
  });
});

test('what is not found is told, and its text stands at the end', async () => {
  const changes = [setField(1, ['v'], 5), insertRows(2, [row('new')]), deleteRows(4, 1)];
  assert.deepEqual(await keepMine(ABC, changes, [row('a'), row('c'), row('d', 3)]), {
    rows: [row('a'), row('c'), row('d', 3), row('b', 5), row('new')],
    lost: [
      { row: 1, what: 'edit', why: 'gone' },
      { row: 3, what: 'delete', why: 'changed' },
    ],
    alsoChanged: [],
    atEnd: 2,
  });
});

test('a key that several rows have is not guessed at', async () => {
  const twice = [row('a'), row('b'), row('b', 2)];
  const result = await keepMine(twice, [setField(1, ['v'], 5)], [row('a', 2), row('b')]);
  assert.deepEqual(result.lost, [{ row: 1, what: 'edit', why: 'not unique' }]);
  assert.deepEqual(result.rows, [row('a', 2), row('b'), row('b', 5)]);
});

test('in a file that was written over in its place, an edit finds its row by what it says now', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': fileOf(ABC) });
  const file = path.join(folder, 'rows.jsonl');
  const edits = await openEdits({ files: nodeFileStore, disk: nodeWriteStore }, file, path.join(folder, 's'));
  for (const change of [setField(1, ['v'], 5), deleteRows(2, 1), insertRows(1, [row('new')])]) {
    await edits.edit(change);
  }
  fs.writeFileSync(file, fileOf([row('x'), row('y'), row('c'), row('b', 8), row('a')]));
  const { lost, alsoChanged, atEnd } = await edits.keepMine(RULE);
  assert.deepEqual(
    { lost, alsoChanged, atEnd },
    {
      lost: [{ row: 2, what: 'delete', why: 'written over' }],
      alsoChanged: [3],
      atEnd: 1,
    },
  );
  const rows = [row('x'), row('y'), row('c'), row('b', 5), row('a'), row('new')];
  assert.deepEqual(await valuesOf(edits), rows);
  await edits.close({ drop: true });
});
