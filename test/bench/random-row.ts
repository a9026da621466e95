import fs from 'node:fs';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { readRows, rowRange } from '../../src/core/dataset/row-reader';
import type { RawRow, RowRange } from '../../src/core/dataset/row-reader';
import { indexed } from './index-speed';
import { madeFile } from './made-rows';
import { measure } from './measure';
import type { Measure } from './measure';

const ROWS = 20_000;
const ROUNDS = 9;

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
  const limit = ({ start, end }: RowRange): void => {
    fs.readSync(descriptor, room, 0, end - start, start);
    JSON.parse(room.toString('utf8', 0, end - start));
  };
  const ours = (row: number): void | Promise<void> => {
    const read = readRows(open, index, row, 1);
    return Array.isArray(read) ? parseAll(read) : read.then(parseAll);
  };
  const best = { limit: Infinity, ours: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const slow = await slowOfHundred(ranges, rows, limit, ours);
    best.limit = Math.min(best.limit, slow.limit);
    best.ours = Math.min(best.ours, slow.ours);
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

function parseAll(rows: RawRow[]): void {
  for (const { bytes } of rows) JSON.parse(textOf(bytes));
}

/**
 * The times in microseconds that 99 of 100 runs do not exceed. The two take turns, so that whatever else the machine does
 * falls on both, and at rows far from each other, so that neither finds what the other read.
 */
async function slowOfHundred<L, T>(
  limits: L[],
  items: T[],
  limit: (item: L) => void,
  ours: (item: T) => void | Promise<void>,
): Promise<{ limit: number; ours: number }> {
  const times = { limit: new Float64Array(items.length), ours: new Float64Array(items.length) };
  for (const [at, item] of items.entries()) {
    const other = limits[(at + items.length / 2) % items.length];
    const start = performance.now();
    if (other !== undefined) limit(other);
    const between = performance.now();
    const running = ours(item);
    if (running) await running;
    times.ours[at] = (performance.now() - between) * 1000;
    times.limit[at] = (between - start) * 1000;
  }
  return { limit: percentile99(times.limit), ours: percentile99(times.ours) };
}

function percentile99(times: Float64Array): number {
  return times.sort()[Math.floor(times.length * 0.99)] ?? NaN;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
