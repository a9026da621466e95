import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli, sample } from './run-cli';

const KEYS = ['file', 'column', 'types', 'present', 'missing', 'distinct', 'length', 'range', 'top'];

test('a column is a line with exactly the published keys', async () => {
  const { lines, code } = await runCli('columns', sample('math.jsonl'), '--format', 'jsonl');
  assert.equal(code, 0);
  const columns = lines();
  for (const column of columns) assert.deepEqual(Object.keys(column), KEYS);
  const level = columns.find(({ column }) => column === 'level');
  assert.ok(level && Number(level['present']) > 15 && Number(level['distinct']) <= 10);
  assert.ok(
    columns.some(({ column }) => column === 'problem') && columns.some(({ column }) => column === '.problem'),
  );
});

test('for people a column is a sentence, and a file that is not there is named', async () => {
  const { out } = await runCli('columns', sample('gsm8k.jsonl'));
  assert.match(out, /gsm8k\.jsonl: question: text in \d+ rows.* \(length [\d,]+ to [\d,]+ characters\)\n/);
  const { code, err } = await runCli('columns', 'none.jsonl');
  assert.equal(code, 3);
  assert.match(err, /none\.jsonl: there is no such file/);
});
