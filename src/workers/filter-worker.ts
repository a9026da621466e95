import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import { parseQuery } from '../core/query/parse-query';
import { searchFile } from '../core/query/search-file';
import type { FilterReport, FilterRequest } from '../protocol/filter-worker';

const TELL_EVERY_MS = 100;

async function run({ file, query, ...rest }: FilterRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  let hits: number[] = [];
  let repeats: [row: number, key: string][] = [];
  let told = -Infinity;
  let searched = { rows: 0, bytes: 0 };
  const tellAll = () => {
    const found = Uint32Array.from(hits);
    hits = [];
    told = performance.now();
    tell({ kind: 'progress', hits: found, repeats, ...searched }, found.buffer);
    repeats = [];
  };
  for await (const part of searchFile(open, { query: parseQuery(query), ...rest })) {
    for (const hit of part.hits) hits.push(hit);
    repeats.push(...part.repeats);
    searched = { rows: part.rows, bytes: part.bytes };
    if (performance.now() - told >= TELL_EVERY_MS) tellAll();
  }
  await open.close();
  if (hits.length > 0) tellAll();
  tell({ kind: 'done', ...searched });
}

function tell(report: FilterReport, ...give: ArrayBuffer[]): void {
  parentPort?.postMessage(report, give);
}

run(workerData as FilterRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
