import fs from 'node:fs';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { readRows, rowRange } from '../../src/core/dataset/row-reader';
import type { RowRange } from '../../src/core/dataset/row-reader';
import { indexed } from './index-speed';
import { madeFile } from './made-rows';
import { measure } from './measure';
import type { Measure } from './measure';

const ROWS = 20_000;
const ROUNDS = 5;

/** Row N at random, read and parsed, against `readSync` of exactly its bytes and `JSON.parse`; the slowest of a hundred. */
export async function measureRandomRow(folder: string, rowBytes: number): Promise<Measure> {
  const { file } = madeFile(folder, 1e9, rowBytes);
  const index = await indexed(file);
  const open = await nodeFileStore.open(file);
  const rows = Array.from({ length: ROWS }, (_, at) => (at * 2_654_435_761) % index.rows);
  const ranges: RowRange[] = [];
  for (const row of rows) ranges.push(await rowRange(open, index, row));
  const room = Buffer.alloc(1e6);
  const descriptor = fs.openSync(file, 'r');
  const best = { limit: Infinity, ours: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const limit = await slowOfHundred(ranges, ({ start, end }) => {
      fs.readSync(descriptor, room, 0, end - start, start);
      JSON.parse(room.toString('utf8', 0, end - start));
    });
    const ours = await slowOfHundred(rows, async (row) => {
      for (const { bytes } of await readRows(open, index, row, 1)) JSON.parse(textOf(bytes));
    });
    best.limit = Math.min(best.limit, limit);
    best.ours = Math.min(best.ours, ours);
  }
  fs.closeSync(descriptor);
  await open.close();
  return measure({
    what: `row at random, p99, ${rowBytes / 1000} KB rows`,
    limitIs: 'readSync, JSON.parse',
    ...best,
    unit: 'us',
    goal: { atMost: 1.5 },
  });
}

/** The time in microseconds that 99 of 100 runs do not exceed. */
async function slowOfHundred<T>(items: T[], run: (item: T) => void | Promise<void>): Promise<number> {
  const times = new Float64Array(items.length);
  for (const [at, item] of items.entries()) {
    const start = performance.now();
    const running = run(item);
    if (running) await running;
    times[at] = (performance.now() - start) * 1000;
  }
  return times.sort()[Math.floor(items.length * 0.99)] ?? NaN;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
