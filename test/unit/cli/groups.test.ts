import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const KEYS = ['file', 'type', 'group', 'rows', 'places'];

/** So many variants of each seed. */
const variants = (seeds: number[], places: number[], answer = 3) =>
  seeds
    .flatMap((seed) => places.map((variant) => ({ seed_id: seed, variant, question: 'How many?', answer })))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');

test('a group is a line with exactly the published keys, one for each of its files', async (context) => {
  const folder = await folderWith(context, {
    'train.jsonl': variants([7, 8], [1, 2, 3]),
    'test.jsonl': variants([8], [4]),
  });
  const files = ['train.jsonl', 'test.jsonl'].map((name) => path.join(folder, name));
  const { lines, code } = await runCli('groups', ...files, '--format', 'jsonl');
  assert.equal(code, 0);
  for (const line of lines()) assert.deepEqual(Object.keys(line), KEYS);
  assert.deepEqual(
    lines().map(({ file, type, group, rows, places }) => [
      path.basename(String(file)),
      type,
      group,
      rows,
      places,
    ]),
    [
      ['train.jsonl', 'variant', '7', [1, 2, 3], ['1', '2', '3']],
      ['train.jsonl', 'variant', '8', [4, 5, 6], ['1', '2', '3']],
      ['test.jsonl', 'variant', '8', [1], ['4']],
    ],
  );
});

test('for people a group is a sentence, and a file that is not there is named', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': variants([7], [2, 1]) });
  const { out } = await runCli('groups', path.join(folder, 'a.jsonl'));
  assert.match(out, /a\.jsonl: variant “7”: rows 2 \(1\), 1 \(2\)\n$/);
  const { code, err } = await runCli('groups', 'none.jsonl');
  assert.equal(code, 3);
  assert.match(err, /none\.jsonl: there is no such file/);
});

test('check tells what is wrong with groups, over all its files', async (context) => {
  const folder = await folderWith(context, {
    'train.jsonl': variants([7], [1, 2, 4]) + variants([8], [1]),
    'test.jsonl': variants([8], [2], 5),
  });
  const files = ['train.jsonl', 'test.jsonl'].map((name) => path.join(folder, name));
  const { lines, code } = await runCli('check', ...files, '--format', 'jsonl');
  assert.equal(code, 1);
  assert.deepEqual(
    lines().map(({ file, row, rule, severity }) => [path.basename(String(file)), row, rule, severity]),
    [
      ['train.jsonl', 1, 'links/missing', 'warning'],
      ['train.jsonl', 1, 'links/one-answer', 'warning'],
      ['test.jsonl', 1, 'links/split', 'error'],
    ],
  );
  const { lines: alone } = await runCli('check', files[1] ?? '', '--format', 'jsonl');
  assert.deepEqual(alone(), []);
});
