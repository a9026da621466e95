// Each measure runs ours and its limit in turn, several times, and keeps the best of each: neighbours on a shared machine
// only ever make things slower.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureAppend } from './append';
import { measureChecks } from './checks';
import { measureFirstRow } from './first-row';
import { measureIndex } from './index-speed';
import type { Measure } from './measure';
import { measureStatistics } from './statistics';

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scholium-bench-'));
  try {
    const measures: Measure[] = [
      await measureIndex(folder, 'index, 8 KB rows', 8000),
      await measureIndex(folder, 'index, 0.5 KB rows', 500),
      await measureFirstRow(folder),
      await measureChecks(),
      await measureStatistics('column statistics, 8 KB rows', 4),
      await measureStatistics('column statistics, 0.5 KB rows', 0),
      await measureAppend(folder),
    ];
    print(measures);
    fs.mkdirSync('out', { recursive: true });
    fs.writeFileSync('out/bench.json', JSON.stringify({ node: process.version, measures }, null, 2));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function print(measures: Measure[]): void {
  console.log('what'.padEnd(34), 'limit'.padEnd(44), 'ours'.padEnd(16), 'ratio');
  for (const { what, limit, limitIs, ours, unit, ratio } of measures) {
    const limitText = `${limitIs} ${limit.toPrecision(3)} ${unit}`;
    console.log(
      what.padEnd(34),
      limitText.padEnd(44),
      `${ours.toPrecision(3)} ${unit}`.padEnd(16),
      ratio.toFixed(2),
    );
  }
}

void main();
