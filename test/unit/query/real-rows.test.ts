import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { walkRows } from '../../../src/core/dataset/row-reader';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { QueriedRow } from '../../../src/core/query/queried-row';
import { compileQuery } from '../../../src/core/query/row-test';
import { searchFile } from '../../../src/core/query/search-file';
import { noFacts } from '../../../src/core/query/state-facts';
import { dataFolder, jsonlFiles } from '../real-data';
import { query } from './queries';
import { memoryFile } from './rows';

const LINES = [
  '\\frac',
  'word:on sum',
  'problem:"how many"',
  'answer:4',
  'answer:=12',
  'hint:number or concept:theorem',
  'step:therefore -step:square',
  'step:/x\\s*=\\s*\\d/',
  'trace:gpt',
  'count(step):8..',
  'medium:any',
  'id:7',
];
const SAMPLES = ['champ/problems', 'champ/concepts', 'math', 'gsm8k'].map(
  (name) => `media/sample/${name}.jsonl`,
);
const LARGEST = 3_000_000;

function files(): string[] {
  const folder = dataFolder();
  const real = folder
    ? ['champ', 'gsm8k', 'processbench', 'math'].flatMap((name) => jsonlFiles(folder, name))
    : [];
  const small = real
    .map((name) => path.join(folder ?? '', name))
    .filter((file) => statSync(file).size < LARGEST);
  return [...SAMPLES, ...small];
}

for (const file of files()) {
  test(`searching ${path.basename(path.dirname(file))}/${path.basename(file)} finds what reading its rows finds`, async () => {
    const dataset = await DatasetFile.open(nodeFileStore, file);
    const { profile } = await dataset.detect(shippedProfiles);
    await dataset.close();
    const bytes = readFileSync(file);
    const tests = LINES.map((line) => compileQuery(query(line), profile, null));
    const expected: number[][] = LINES.map(() => []);
    for await (const raw of walkRows(memoryFile(bytes))) {
      const row = new QueriedRow(raw, profile, noFacts);
      for (const [at, fits] of tests.entries()) if (fits(row)) expected[at]?.push(raw.number);
    }
    for (const [at, line] of LINES.entries()) {
      const found: number[] = [];
      const search = { query: query(line), profile, facts: noFacts, annotator: null };
      for await (const { hits } of searchFile(memoryFile(bytes), search)) found.push(...hits);
      assert.deepEqual(found, expected[at], line);
    }
  });
}
