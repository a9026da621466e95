import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const KEYS = ['file', 'measure', 'by', 'field', 'group', 'k', 'of', 'value', 'low', 'high'];

test('each number is a line with exactly the published keys', async (context) => {
  const row = (small: boolean, large: boolean) =>
    `${JSON.stringify({ question: 'q', answer: '1', solved_by_small: small, solved_by_large: large })}\n`;
  const folder = await folderWith(context, { 'q.jsonl': row(true, true) + row(false, true) });
  const file = path.join(folder, 'q.jsonl');
  const { code, lines, err } = await runCli('measure', file, '--format', 'jsonl');
  assert.equal(code, 0, err);
  for (const line of lines()) assert.deepEqual(Object.keys(line), KEYS);
  const found = lines().map(({ measure, by, k, value }) => [measure, by, k, value]);
  assert.deepEqual(found, [
    ['pass@k', '', 1, 0.75],
    ['pass@k', '', 2, 1],
    ['pass@k', 'large', 1, 1],
    ['pass@k', 'small', 1, 0.5],
    ['solved', 'large', null, 1],
    ['solved', 'small', null, 0.5],
    ['solved by none', '', null, 0],
    ['solved by all', '', null, 0.5],
  ]);
});

test('log-probabilities are told of, not shown; a file that says nothing of tries says so', async (context) => {
  const folder = await folderWith(context, {
    'side.jsonl': '{"sample_uuid":"u","token_ids":[1,2,3],"logprobs":[-0.1,-0.2,-0.3]}\n',
  });
  const { code, out } = await runCli('measure', path.join(folder, 'side.jsonl'));
  assert.equal(code, 0);
  assert.match(out, /1 rows, 0 of which say whether a try is right/);
  assert.match(out, /contains 3 log-probabilities in 1 rows/);
  assert.doesNotMatch(out, /-0\.1/);
});

test('two files: a line for each sample that both have', async (context) => {
  const row = (question: string) => `${JSON.stringify({ question, answer: 'a #### 7' })}\n`;
  const folder = await folderWith(context, {
    'a.jsonl': row('How much is 3 and 4?').repeat(20),
    'b.jsonl': row('How much is 3000000 and 4000000, all told?').repeat(20),
  });
  const [a, b] = [path.join(folder, 'a.jsonl'), path.join(folder, 'b.jsonl')];
  const { code, lines, err } = await runCli('shift', a, b, '--format', 'jsonl');
  assert.equal(code, 0, err);
  const found = Object.fromEntries(lines().map(({ sample, distance }) => [sample, distance]));
  assert.equal(found['problem length'], 1);
  assert.equal(found['number magnitude'], 1);
  assert.equal((await runCli('shift', a)).code, 2);
});
