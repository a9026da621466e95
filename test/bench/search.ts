import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { walkRows } from '../../src/core/dataset/row-reader';
import { parseQuery } from '../../src/core/query/parse-query';
import { searchFile } from '../../src/core/query/search-file';
import { noFacts } from '../../src/core/query/state-facts';
import { genericProfile, shippedProfiles } from '../../src/core/profile/shipped';
import { writeMadeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

const profile = shippedProfiles.find(({ id }) => id === 'math') ?? genericProfile;
/** In one of 2,000 rows, whatever its case. */
const TEXT = 'made/1234.JSON';

/** Searching a file for a text against ripgrep, and for a field's value against parsing every row. In the page cache. */
export async function measureSearch(folder: string, rowBytes: number): Promise<Measure[]> {
  const file = path.join(folder, `search-${rowBytes}.jsonl`);
  const bytes = writeMadeFile(file, 512e6, rowBytes);
  const name = `${rowBytes / 1000} KB rows`;
  const text = await bestOfEach(
    9,
    () => search(file, TEXT),
    () => limitOfText(file),
  );
  const field = await bestOfEach(
    2,
    () => search(file, `unique_id:"${TEXT}"`),
    () => parseAll(file),
  );
  fs.rmSync(file);
  const speed = (ms: number) => bytes / 1e3 / ms;
  return [
    measure({
      what: `text search, ${name}`,
      limitIs: `${ripgrep() ? 'rg' : 'grep'} -F -i -c`,
      limit: speed(text.limit),
      ours: speed(text.ours),
      unit: 'MB/s',
    }),
    measure({
      what: `field search, ${name}`,
      limitIs: 'JSON.parse of every row',
      limit: speed(field.limit),
      ours: speed(field.ours),
      unit: 'MB/s',
    }),
  ];
}

async function search(file: string, line: string): Promise<void> {
  const open = await nodeFileStore.open(file);
  const query = parseQuery(line);
  let hits = 0;
  for await (const part of searchFile(open, { query, profile, facts: noFacts, annotator: null })) {
    hits += part.hits.length;
  }
  await open.close();
  if (hits === 0) throw new Error(`nothing found for ${line}`);
}

function limitOfText(file: string): void {
  const { status } = spawnSync(ripgrep() ?? 'grep', ['-F', '-i', '-c', TEXT, file]);
  if (status !== 0) throw new Error('the limit did not run');
}

/** RIPGREP names one; else the one on the path, else none. */
function ripgrep(): string | null {
  const named = process.env['RIPGREP'] ?? 'rg';
  return spawnSync(named, ['--version']).status === 0 ? named : null;
}

async function parseAll(file: string): Promise<void> {
  const open = await nodeFileStore.open(file);
  for await (const { bytes } of walkRows(open)) JSON.parse(Buffer.from(bytes).toString());
  await open.close();
}
