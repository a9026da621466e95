import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { digest } from '../../../src/core/row/key';
import { CHAMP } from '../concept/fixture';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

const files = Object.fromEntries(Object.entries(CHAMP).map(([name, text]) => [path.basename(name), text]));

test('each entry is a line with exactly the published keys', async (context) => {
  const file = path.join(await folderWith(context, files), 'problems.jsonl');
  const { code, lines, err } = await runCli('concepts', file, '--format', 'jsonl');
  assert.equal(code, 0, err);
  assert.deepEqual(lines()[1], {
    file,
    id: 'C_2',
    kind: 'concept',
    name: 'rule of product',
    path: ['Counting'],
    rows: 2,
    steps: 2,
    by: { difficulty: {}, split: {}, annotator: {} },
  });
  assert.deepEqual(
    lines().map(({ id }) => id),
    ['C_1', 'C_2', 'C_3', 'H_1', 'c_9'],
  );
});

test('the library goes to a file with its coverage, and JSONL of it is a library again', async (context) => {
  const folder = await folderWith(context, files);
  const file = path.join(folder, 'problems.jsonl');
  const to = path.join(folder, 'out', 'my-concepts.jsonl');
  await mkdir(path.dirname(to));
  const { code, err } = await runCli('concepts', file, '--to', to);
  assert.equal(code, 0, err);
  const rows = readFileSync(to, 'utf8').trimEnd().split('\n');
  const second = JSON.parse(rows[1] ?? '') as Record<string, unknown>;
  assert.deepEqual(
    [second['id'], second['name'], second['path'], second['rows'], second['coverage']],
    ['C_2', 'rule of product', 'Counting', 2, 2 / 3],
  );
  await writeFile(
    path.join(folder, 'out', 'rows.jsonl'),
    '{"question":"p","answer":"1","concepts":["C_2"]}\n',
  );
  const again = await runCli('concepts', path.join(folder, 'out', 'rows.jsonl'), '--format', 'jsonl');
  const found = again.lines().find(({ id }) => id === 'C_2');
  assert.deepEqual([found?.['name'], found?.['path'], found?.['rows']], ['rule of product', ['Counting'], 1]);
  const table = path.join(folder, 'out', 'concepts.csv');
  assert.equal((await runCli('concepts', file, '--to', table)).code, 0);
  assert.match(readFileSync(table, 'utf8'), /^\ufeff?id,kind,name,text,path,parent,/);
  assert.equal((await runCli('concepts', file, '--to', table)).code, 3);
});

test('rows are told apart by level and split, and by who tagged them', async (context) => {
  const row = (question: string, level: number) =>
    JSON.stringify({ question, level, split: 'dev', concepts: ['Sum'] });
  const other = '{"id":"7","question":"p","answer":"1"}';
  const tag = {
    v: 1,
    id: '01J00000000000000000000001',
    time: '2025-01-02T03:04:05.678Z',
    annotator: 'anna',
    machine: '00000001',
    row: { key: `bytes:${digest(other)}`, hash: digest(other), number: 2 },
    what: 'tag',
    target: { kind: 'row' },
    value: { concept: 'sum', name: 'Sum', on: true },
  };
  const folder = await folderWith(context, {
    'q.jsonl': `${row('a', 1)}\n${row('b', 2)}\n${other}\n`,
  });
  await mkdir(path.join(folder, 'q.jsonl.scholium'));
  await writeFile(path.join(folder, 'q.jsonl.scholium', 'anna.jsonl'), `${JSON.stringify(tag)}\n`);
  const { lines, err } = await runCli(
    'concepts',
    path.join(folder, 'q.jsonl'),
    '--profile',
    'generic',
    '--format',
    'jsonl',
  );
  const [only, ...none] = lines();
  assert.deepEqual([err, none], ['', []]);
  assert.deepEqual([only?.['name'], only?.['rows']], ['Sum', 2]);
  assert.deepEqual(only?.['by'], {
    difficulty: { 1: 1, 2: 1, 'not said': 1 },
    split: { dev: 2, 'not said': 1 },
    annotator: { anna: 1 },
  });
});

test('a file of problems, concepts and hints is read whole', async (context) => {
  const whole = {
    problems: { P_1: { id: 'P_1', question: 'q', answer: '1', concepts: ['C_1'] } },
    concepts: { C_1: { name: 'one' }, C_2: { name: 'two' } },
    hints: {},
  };
  const file = path.join(await folderWith(context, { 'v0.json': JSON.stringify(whole) }), 'v0.json');
  const { lines } = await runCli('concepts', file, '--format', 'jsonl');
  assert.deepEqual(
    lines().map(({ file: named, id, rows }) => [named, id, rows]),
    [
      [file, 'C_1', 1],
      [file, 'C_2', 0],
    ],
  );
});

test('for people there is a line for each entry', async () => {
  const { out } = await runCli('concepts', sample('champ/problems.jsonl'));
  assert.match(
    out,
    /^media\/sample\/champ\/problems\.jsonl: concept Combinatorics > rule of product: \d+ rows, \d+ steps$/m,
  );
});

test('check tells what dangles, of the dataset, and what is doubled or unused, of the library', async (context) => {
  const folder = await folderWith(context, files);
  const { code, lines } = await runCli('check', path.join(folder, 'problems.jsonl'), '--format', 'jsonl');
  assert.equal(code, 1);
  const found = lines().filter(({ check }) => check === 'concept');
  assert.deepEqual(
    found.map(({ file, row, rule, severity, path: place }) => [file, row, rule, severity, place]),
    [
      [path.join(folder, 'problems.jsonl'), 2, 'concept/dangling', 'warning', ['ch_list', 1]],
      [path.join(folder, 'concepts.jsonl'), 3, 'concept/duplicate', 'info', []],
      [path.join(folder, 'concepts.jsonl'), 3, 'concept/unused', 'info', []],
    ],
  );
});
