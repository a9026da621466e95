import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const KEYS = ['group', 'file', 'row', 'class', 'score', 'keep', 'keptFile', 'keptRow', 'split', 'leak'];
const FERRY =
  'A ferry carries 18 cars and 6 lorries over the strait each hour. How many vehicles cross in 9 hours?';
const SQUARE = 'Compute the perimeter of a square garden of side 12.';
const jsonl = (questions: string[]) =>
  questions.map((question) => `${JSON.stringify({ question, answer: '1' })}\n`).join('');

test('rows with the same problem are lines with exactly the published keys, over files and splits', async (context) => {
  const folder = await folderWith(context, {
    'a_train.jsonl': jsonl([FERRY, SQUARE, '', '', SQUARE.replace('of side', 'with side').toUpperCase()]),
    'a_test.jsonl': jsonl([`${FERRY} Answer in words.`, 'Nine men dig a well.']),
  });
  const files = ['a_train.jsonl', 'a_test.jsonl'].map((name) => path.join(folder, name));
  const { lines, code } = await runCli('dedupe', ...files, '--format', 'jsonl');
  assert.equal(code, 1);
  for (const line of lines()) assert.deepEqual(Object.keys(line), KEYS);
  const seen = lines().map(({ file, row, group, keep, keptRow, leak }) => [
    ...[path.basename(String(file)), row, group, keep, keptRow, leak],
  ]);
  assert.deepEqual(seen, [
    ['a_train.jsonl', 1, 1, true, 1, true],
    ['a_test.jsonl', 1, 1, false, 1, true],
    ['a_train.jsonl', 2, 2, true, 2, false],
    ['a_train.jsonl', 5, 2, false, 2, false],
  ]);
  const longest = await runCli('dedupe', ...files, '--keep', 'longest', '--format', 'jsonl');
  assert.deepEqual(
    longest.lines().map(({ keep }) => keep),
    [false, true, false, true],
  );
});

test('a file without duplicates ends with 0, an unknown rule with 2', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': jsonl([FERRY, SQUARE]) });
  assert.equal((await runCli('dedupe', path.join(folder, 'a.jsonl'))).code, 0);
  assert.equal((await runCli('dedupe', path.join(folder, 'a.jsonl'), '--keep', 'best')).code, 2);
});

test('variants of one seed in two splits are a leak, and the best rated stays', async (context) => {
  const rows = (all: object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
  const folder = await folderWith(context, {
    'a_train.jsonl': rows([
      { seed_id: 8, variant: 1, question: FERRY, answer: 1, difficulty: 2 },
      { seed_id: 9, variant: 1, question: SQUARE, answer: 1, difficulty: 1 },
      { seed_id: 9, variant: 2, question: `${SQUARE} Show it.`, answer: 1, difficulty: 4 },
    ]),
    'a_test.jsonl': rows([
      { seed_id: 8, variant: 2, question: 'Nine men dig a well.', answer: 1, difficulty: 3 },
    ]),
  });
  const files = ['a_train.jsonl', 'a_test.jsonl'].map((name) => path.join(folder, name));
  const { lines } = await runCli(
    'dedupe',
    ...files,
    '--keep',
    'best',
    '--by',
    'difficulty',
    '--format',
    'jsonl',
  );
  const seen = lines().map(({ file, row, class: how, keep, leak }) => [
    ...[path.basename(String(file)), row, how, keep, leak],
  ]);
  assert.deepEqual(seen, [
    ['a_train.jsonl', 1, 'linked', false, true],
    ['a_test.jsonl', 1, null, true, true],
    ['a_train.jsonl', 2, 'near', false, false],
    ['a_train.jsonl', 3, null, true, false],
  ]);
  assert.equal((await runCli('dedupe', ...files, '--keep', 'best', '--by', 'taste')).code, 2);
});
