import { spawnSync } from 'node:child_process';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { walkRows } from '../../src/core/dataset/row-reader';
import { genericProfile, shippedProfiles } from '../../src/core/profile/shipped';
import { parseQuery } from '../../src/core/query/parse-query';
import { searchFile } from '../../src/core/query/search-file';
import { noFacts } from '../../src/core/query/state-facts';
import { madeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';
import { ripgrep } from './ripgrep';

const profile = shippedProfiles.find(({ id }) => id === 'math') ?? genericProfile;
/** In one of 2,000 rows. */
const TEXT = 'X > 1234$';

/** The query of a text against ripgrep with one thread for the one file. What is found is verified in the parsed row. */
export async function measureTextQuery(folder: string, rowBytes: number, goal: number): Promise<Measure[]> {
  const rg = ripgrep();
  if (rg === null) return [];
  const { file, bytes } = madeFile(folder, 1e9, rowBytes);
  const best = await bestOfEach(
    9,
    () => search(file, `"${TEXT}"`),
    () => void spawnSync(rg, ['-F', '-i', '-c', TEXT, file]),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return [
    measure({
      what: `query of a text, ${rowBytes / 1000} KB rows`,
      limitIs: 'rg -F -i -c',
      limit: speed(best.limit),
      ours: speed(best.ours),
      unit: 'MB/s',
      goal: { atLeast: goal },
    }),
  ];
}

/** The query of a text in one field against parsing every row. */
export async function measureFieldQuery(folder: string, rowBytes: number): Promise<Measure> {
  const { file, bytes } = madeFile(folder, 256e6, rowBytes);
  const best = await bestOfEach(
    2,
    () => search(file, `problem:"${TEXT}"`),
    () => parseAll(file),
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: `query of a field, ${rowBytes / 1000} KB rows`,
    limitIs: 'JSON.parse of every row',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: 4 },
  });
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

async function parseAll(file: string): Promise<void> {
  const open = await nodeFileStore.open(file);
  for await (const { bytes } of walkRows(open)) JSON.parse(Buffer.from(bytes).toString());
  await open.close();
}
