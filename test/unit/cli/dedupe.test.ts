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
