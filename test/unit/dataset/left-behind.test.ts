import assert from 'node:assert/strict';
import { readdirSync, utimesSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { sweepBeside } from '../../../src/core/dataset/left-behind';
import { createFile } from '../../../src/core/export/new-file';
import { RowSpool } from '../../../src/core/export/row-spool';
import { folderWith } from '../temp-files';

const HOUR = 60 * 60 * 1000;

test('what a killed save, export or conversion left beside a dataset is removed when it is a day old, and nothing else', async (context) => {
  const kept = [
    'rows.jsonl',
    '.rows.jsonl.notes.saving',
    '.rows.jsonl.tmp',
    '.other.jsonl.0123456789ab.saving',
    'rows.jsonl.0123456789ab.saving',
  ];
  const folder = await folderWith(
    context,
    Object.fromEntries([...kept, '.rows.jsonl.0123456789ab.saving'].map((name) => [name, 'x'])),
  );
  const dataset = path.join(folder, 'rows.jsonl');
  await mkdir(path.join(folder, '.scholium-backup'));
  const made = await createFile(dataset, true);
  const spool = await RowSpool.create(folder);
  const before = readdirSync(folder).toSorted();
  await sweepBeside(dataset, Date.now() + 23 * HOUR);
  assert.deepEqual(readdirSync(folder).toSorted(), before);
  await sweepBeside(dataset, Date.now() + 25 * HOUR);
  assert.deepEqual(readdirSync(folder).toSorted(), [...kept, '.scholium-backup'].toSorted());
  await made.discard();
  await spool.remove();
});

test('a folder in which something is still written to stays', async (context) => {
  const folder = await folderWith(context);
  const own = path.join(folder, '.scholium-unpacked-Abc123');
  await mkdir(own);
  await writeFile(path.join(own, 'rows.jsonl'), 'x');
  utimesSync(own, 0, 0);
  await sweepBeside(path.join(folder, 'rows.jsonl'));
  assert.deepEqual(readdirSync(own), ['rows.jsonl']);
});
