import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const KEYS = ['file', 'row', 'benchmark', 'item', 'class', 'score', 'decision', 'spans'];
interface Spans {
  path: string[];
  numbers: unknown[];
}

function spansOf(line: Record<string, unknown> | undefined): Spans {
  return (line ?? {})['spans'] as Spans;
}

const QUESTION =
  'A ferry carries 18 cars and 6 lorries over the strait each hour. How many vehicles cross in 9 hours?';
const jsonl = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

test('rows that hold a question of a benchmark are lines with exactly the published keys', async (context) => {
  const folder = await folderWith(context, {
    'bench.jsonl': `${jsonl([
      { question: 'What is 3 + 4?', answer: '7' },
      { id: 'ferry', question: QUESTION, answer: '216' },
    ])}{"id": "torn", "question": "How`,
    'train.jsonl': `${jsonl([{ question: QUESTION.toUpperCase(), answer: '216' }])}not JSON\n${jsonl([
      { question: 'Compute the perimeter of a square of side 12.', answer: '48' },
      { question: QUESTION.replace('18', '23').replace('9', '5'), answer: '145' },
    ])}`,
  });
  const [train, bench] = [path.join(folder, 'train.jsonl'), path.join(folder, 'bench.jsonl')];
  const { lines, code, err } = await runCli('contaminate', train, '--benchmark', bench, '--format', 'jsonl');
  assert.equal(code, 1);
  for (const line of lines()) assert.deepEqual(Object.keys(line), KEYS);
  assert.deepEqual(
    lines().map(({ row, item, class: found, spans }) => [row, item, found, (spans as Spans).path]),
    [
      [1, 'ferry', 'exact', ['question']],
      [4, 'ferry', 'numbers changed', ['question']],
    ],
  );
  assert.deepEqual(spansOf(lines()[1]).numbers, [
    { item: { start: 16, end: 18 }, row: { start: 16, end: 18 } },
    { item: { start: 92, end: 93 }, row: { start: 92, end: 93 } },
  ]);
  assert.match(err, /train\.jsonl: 1 row could not be read\n.*bench\.jsonl: 1 row could not be read/);
});

test('a clean file ends with 0; without a benchmark, or with one that is not there, it says so', async (context) => {
  const folder = await folderWith(context, {
    'bench.jsonl': jsonl([{ question: QUESTION, answer: '216' }]),
    'train.jsonl': jsonl([{ question: 'Compute the perimeter of a square of side 12.', answer: '48' }]),
  });
  const train = path.join(folder, 'train.jsonl');
  assert.deepEqual(
    (await runCli('contaminate', train, '--benchmark', path.join(folder, 'bench.jsonl'))).code,
    0,
  );
  const without = await runCli('contaminate', train);
  assert.deepEqual([without.code, /--benchmark FILE/.test(without.err)], [2, true]);
  const missing = await runCli('contaminate', train, '--benchmark', path.join(folder, 'none.jsonl'));
  assert.deepEqual([missing.code, /none\.jsonl/.test(missing.err)], [3, true]);
  const wrong = await runCli(
    'contaminate',
    train,
    '--benchmark',
    path.join(folder, 'bench.jsonl'),
    '--threshold',
    '7',
  );
  assert.equal(wrong.code, 2);
});

test('a benchmark may be named as in the project file, and a change of its file is told', async (context) => {
  const rows = jsonl([{ id: 'ferry', question: QUESTION, answer: '216' }]);
  const bench = {
    name: 'ferries',
    file: 'bench/b.jsonl',
    sha256: createHash('sha256').update(rows).digest('hex'),
  };
  const folder = await folderWith(context, {
    'train.jsonl': jsonl([{ question: QUESTION, answer: '216' }]),
    'b.jsonl': rows,
    'scholium.json': JSON.stringify({ benchmarks: [bench] }),
  });
  await mkdir(path.join(folder, 'bench'));
  await rename(path.join(folder, 'b.jsonl'), path.join(folder, 'bench', 'b.jsonl'));
  const check = () =>
    runCli('contaminate', path.join(folder, 'train.jsonl'), '--benchmark', 'ferries', '--format', 'jsonl');
  const found = await check();
  assert.deepEqual([found.code, found.err, found.lines()[0]?.['benchmark']], [1, '', 'ferries']);
  await appendFile(path.join(folder, 'bench', 'b.jsonl'), '\n');
  assert.match((await check()).err, /ferries: \S*b\.jsonl is not as it was when it was added/);
  await rm(path.join(folder, 'bench', 'b.jsonl'));
  assert.equal((await check()).code, 3);
});
