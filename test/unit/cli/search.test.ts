import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { contamination, flag, label } from '../annotation/events';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

const math = sample('math.jsonl');
const rowsOf = (lines: Record<string, unknown>[]) => lines.map(({ row }) => row);

test('a row that fits is a line with exactly the published keys', async () => {
  const { lines, code } = await runCli('search', math, 'divisors level:..3', '--format', 'jsonl');
  assert.equal(code, 0);
  const [first, ...more] = lines();
  assert.deepEqual(Object.keys(first ?? {}), ['file', 'row', 'fields']);
  assert.deepEqual([first?.['file'], more.length], [math, 0]);
  assert.deepEqual(Object.keys(first?.['fields'] ?? {}), ['level']);
});

test('for people a row that fits is a line that editors can jump to', async () => {
  const { out } = await runCli('search', sample('gsm8k.jsonl'), math, 'triangle');
  assert.match(out, /^\S*math\.jsonl:2: In triangle \$ABC\$/m);
});

test('findings of the checks can be asked for', async () => {
  const { lines } = await runCli('search', math, 'finding:any', '--format', 'jsonl');
  assert.deepEqual(rowsOf(lines()), [7, 9, 13, 18]);
});

test('decisions in the logs beside the file can be asked for', async (context) => {
  const folder = await folderWith(context, {
    'a.jsonl': ['a', 'b', 'c'].map((id) => `{"unique_id":"${id}"}`).join('\n'),
  });
  const events = [
    label({ n: 1, row: 'id:b', value: 'bad' }),
    flag({ n: 2, row: 'id:c', by: 'bo' }),
    contamination({ n: 3, row: 'id:c' }),
  ];
  await mkdir(path.join(folder, 'a.jsonl.scholium'));
  const log = path.join(folder, 'a.jsonl.scholium', 'ada.jsonl');
  await writeFile(log, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  for (const [query, rows] of [
    ['label:bad', [2]],
    ['label(bo):bad', []],
    ['flag:open', [3]],
    ['annotator:bo or label:bad', [2, 3]],
    ['annotator:none', [1]],
    ['not contaminated:quarantined', [1, 2]],
  ] as const) {
    const args = ['search', path.join(folder, 'a.jsonl'), query, '--format', 'jsonl', '--profile', 'math'];
    assert.deepEqual(rowsOf((await runCli(...args)).lines()), rows, query);
  }
});

test('a faulty query, a missing one and a missing file are told', async () => {
  const faulty = await runCli('search', math, 'level:>x');
  assert.deepEqual([faulty.code, /“>x”: A number is wanted here/.test(faulty.err)], [2, true]);
  assert.equal((await runCli('search', math, 'contaminated:unjudged')).code, 2);
  assert.equal((await runCli('search', math)).code, 2);
  assert.equal((await runCli('search', sample('missing.jsonl'), 'x')).code, 3);
});
