import { FastRows } from '../../src/core/column/fast-rows';
import { madeTraceRow } from './made-traces';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

const BYTES = 120e6;
const CHUNK = 256 * 1024;

/**
 * Statistics of all columns (kinds, presence, lengths, different and commonest values, histograms; of keys, of keys in objects
 * and of what lists hold) against parsing every row and doing nothing with it. Both from memory.
 */
export async function measureStatistics(what: string, traces: number, goal: number): Promise<Measure> {
  const rows = madeRows(traces);
  const bytes = Buffer.concat(rows);
  const chunks = chunksOf(bytes);
  const best = await bestOfEach(
    5,
    () => {
      const counted = new FastRows();
      for (const chunk of chunks) counted.count(chunk);
      counted.tally.result();
    },
    () => {
      for (const row of rows) JSON.parse(row.toString());
    },
  );
  const speed = (ms: number) => bytes.length / 1e3 / ms;
  return measure({
    what,
    limitIs: 'JSON.parse',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: goal },
  });
}

function madeRows(traces: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let size = 0; size < BYTES; size += rows.at(-1)?.length ?? 0) {
    rows.push(Buffer.from(`${madeTraceRow(rows.length, traces)}\n`));
  }
  return rows;
}

/** Whole rows, as a file is read. */
function chunksOf(bytes: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + CHUNK >= bytes.length ? bytes.length : bytes.lastIndexOf('\n', at + CHUNK) + 1;
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}
