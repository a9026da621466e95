// Each measure runs ours and its limit in turn, several times, and keeps the best of each: neighbours on a shared machine
// only ever make things slower. Arguments: only measures whose name has one of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureAnswers } from './answers';
import { measureAppend } from './append';
import { measureCheapChecks, measureCheckThreads, measureEditedRow } from './check-threads';
import { measureChecks } from './checks';
import { measureEventLoop } from './event-loop';
import { measureContamination } from './contamination-speed';
import { measureDedupe } from './dedupe';
import { measureFirstRow } from './first-row';
import { measureGrowth } from './growth';
import { measureIndexMemory } from './index-memory';
import { measureIndex } from './index-speed';
import type { Measure } from './measure';
import { measureMessage } from './message';
import { measureRowSwitch } from './page/row-switch';
import { measureRandomRow } from './random-row';
import { measureSave } from './save';
import { measureSchema } from './schema';
import { measureStatistics } from './statistics';
import { measureFieldQuery, measureTextQuery } from './search';
import { measureTextSearch } from './text-search';

/** Each measure by its name: what it needs on the disk it makes in the folder, if no other has made it. */
const MEASURES: [string, (folder: string) => Promise<Measure | Measure[]>][] = [
  ['index', (folder) => measureIndex(folder, 8000, 1.1)],
  ['index', (folder) => measureIndex(folder, 500, 0.9)],
  ['index memory', measureIndexMemory],
  ['event loop', measureEventLoop],
  ['first row', measureFirstRow],
  ['random row', (folder) => measureRandomRow(folder, 8000)],
  ['random row', (folder) => measureRandomRow(folder, 500)],
  ['text search', (folder) => measureTextSearch(folder, 8000, 1)],
  ['text search', (folder) => measureTextSearch(folder, 500, 0.5)],
  ['column statistics', () => measureStatistics('column statistics, 8 KB rows', 4, 5)],
  ['column statistics', () => measureStatistics('column statistics, 0.5 KB rows', 0, 3)],
  ['query', (folder) => measureTextQuery(folder, 8000, 1)],
  ['query', (folder) => measureTextQuery(folder, 500, 0.5)],
  ['query', (folder) => measureFieldQuery(folder, 8000)],
  ['query', (folder) => measureFieldQuery(folder, 500)],
  ['schema', measureSchema],
  ['checks', measureChecks],
  ['checks', measureCheckThreads],
  ['checks', measureCheapChecks],
  ['checks', measureEditedRow],
  ['answers', measureAnswers],
  ['contamination', measureContamination],
  ['dedupe', async () => measureDedupe()],
  ['row switch', measureRowSwitch],
  ['message', measureMessage],
  ['save', measureSave],
  ['append', measureAppend],
  ['growth', measureGrowth],
];

async function main(): Promise<void> {
  const filters = process.argv.slice(2);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scholium-bench-'));
  try {
    const measures: Measure[] = [];
    printHead();
    for (const [name, run] of MEASURES) {
      if (filters.length > 0 && !filters.some((filter) => name.includes(filter))) continue;
      for (const line of [await run(folder)].flat()) {
        measures.push(line);
        print(line);
      }
    }
    fs.mkdirSync('out', { recursive: true });
    fs.writeFileSync('out/bench.json', JSON.stringify({ node: process.version, measures }, null, 2));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function printHead(): void {
  const heads = ['what'.padEnd(38), 'limit'.padEnd(50), 'ours'.padEnd(14), 'ratio'.padEnd(8), 'goal'];
  console.log(heads.join(' '));
}

function print({ what, limit, limitIs, ours, unit, ratio, goal, met }: Measure): void {
  const goalText = goal && ('atLeast' in goal ? `>= ${rounded(goal.atLeast)}` : `<= ${rounded(goal.atMost)}`);
  const cells = [
    what.padEnd(38),
    `${limitIs} ${limit.toPrecision(3)} ${unit}`.padEnd(50),
    `${ours.toPrecision(3)} ${unit}`.padEnd(14),
    ratio.toPrecision(3).padEnd(8),
    goalText ? `${goalText} ${met ? 'met' : 'MISSED'}` : '',
  ];
  console.log(cells.join(' ').trimEnd());
}

function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

void main();
