import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DatasetFile } from '../../src/core/dataset/dataset-file';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { bulkChange, emptyReport } from '../../src/core/edit/bulk-rows';
import { DatasetEdits } from '../../src/core/edit/dataset-edits';
import { nodeWriteStore } from '../../src/core/edit/node-write-store';
import { writeMadeFile } from './made-rows';
import { measure } from './measure';
import type { Measure } from './measure';

const SIZE = 1e9;
const ROUNDS = 4;
const MANY = 1000;

/** A durable save of one edit against a durable `cat` to another file, and of a thousand edits against one. */
export async function measureSave(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'save.jsonl');
  const bytes = writeMadeFile(file, SIZE, 8000);
  spawnSync('sync');
  const dataset = await DatasetFile.open(nodeFileStore, file);
  await dataset.indexed;
  const stores = { files: nodeFileStore, disk: nodeWriteStore };
  const edits = await DatasetEdits.open(stores, dataset, path.join(folder, 'storage'));
  const best = { cat: Infinity, one: Infinity, many: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    best.cat = Math.min(best.cat, timeOfCat(file));
    best.one = Math.min(best.one, await timeOfSave(edits, 1, round));
    best.many = Math.min(best.many, await timeOfSave(edits, MANY, round));
  }
  await edits.close();
  fs.rmSync(file);
  const speed = (ms: number) => bytes / 1e3 / ms;
  const one = { limitIs: 'cat to a file, fsync', limit: speed(best.cat), ours: speed(best.one) };
  const many = { limitIs: 'save of one edit', limit: best.one, ours: best.many };
  return [
    measure({ what: 'save one edit in 1 GB', unit: 'MB/s', goal: { atLeast: 0.9 }, ...one }),
    measure({ what: `save ${MANY} edits in 1 GB`, unit: 'ms', goal: { atMost: 1.1 }, ...many }),
  ];
}

/** A durable save. Making the edits, and reading the new file's index, are not in it. */
async function timeOfSave(edits: DatasetEdits, count: number, round: number): Promise<number> {
  const rows = Array.from({ length: count }, (_, at) => Math.floor((edits.rowCount * (at + 0.5)) / count));
  const value = 10 + (round % 10);
  await edits.edit(
    bulkChange(rows, { kind: 'set', path: ['level'], value: value * 10 + (count % 7) }, emptyReport()),
  );
  const start = performance.now();
  await edits.save();
  const time = performance.now() - start;
  await edits.settled();
  return time;
}

function timeOfCat(file: string): number {
  const copy = `${file}.copy`;
  const start = performance.now();
  spawnSync('sh', ['-c', 'cat "$0" > "$1"', file, copy]);
  const handle = fs.openSync(copy, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  const time = performance.now() - start;
  fs.rmSync(copy);
  return time;
}
