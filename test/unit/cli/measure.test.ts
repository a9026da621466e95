import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const row = (id: string, n: number, c: number, score: number) =>
  JSON.stringify({ id, question: `What is ${id}?`, answer: '1', n, c, score, subject: 'algebra' });

test('each number is a line with exactly the published keys', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': `${row('a', 4, 1, 1)}\n${row('b', 4, 0, 1)}\n` });
  const file = path.join(folder, 'rows.jsonl');
  const { code, lines, err } = await runCli('measure', file, '--format', 'jsonl');
  assert.deepEqual([code, err], [0, '']);
  const { high, ...first } = lines()[0] ?? {};
  assert.equal(Number(high).toFixed(4), '0.3700');
  assert.deepEqual(first, {
    file,
    measure: 'pass-at-k',
    title: 'pass@k from verdicts',
    series: 'all',
    label: '1',
    value: 0.125,
    low: 0,
    count: 2,
    rows: 1,
    firstRows: [2],
  });
  const rate = lines().find(({ measure }) => measure === 'rates');
  assert.deepEqual([rate?.['label'], rate?.['value'], rate?.['count']], ['algebra', 0.125, 8]);
});

test('a broken row, a blank line and values of other kinds do not keep the rest from being measured', async (context) => {
  const odd = '{"n":"x","c":[1],"answer":null,"scores":[[1]],"logprobs":{"a":1},"pass@1_m":"?"}';
  const folder = await folderWith(context, {
    'rows.jsonl': `${row('a', 2, 1, 1)}\n{"n": 4,\n\n${odd}\n[]\n7\n${row('b', 2, 2, 1)}`,
  });
  const { code, lines } = await runCli('measure', path.join(folder, 'rows.jsonl'), '--format', 'jsonl');
  assert.equal(code, 0);
  assert.deepEqual(
    lines()
      .filter(({ title }) => title === 'pass@k from verdicts')
      .map(({ label, value, count }) => [label, value, count]),
    [
      ['1', 0.75, 2],
      ['2', 1, 2],
    ],
  );
});

test('--against compares the scores of the same rows', async (context) => {
  const folder = await folderWith(context, {
    'new.jsonl': `${row('a', 2, 1, 0.25)}\n${row('b', 2, 1, 1)}\n`,
    'old.jsonl': `${row('b', 2, 1, 0.5)}\n${row('a', 2, 1, 0.5)}\n`,
  });
  const [file, old] = [path.join(folder, 'new.jsonl'), path.join(folder, 'old.jsonl')];
  const { out } = await runCli('measure', file, '--against', old);
  assert.match(out, /Rows that moved most: score: change: row 1: -0\.25 of 1\n/);
  assert.match(out, /Distribution: problem length: old\.jsonl/);
});

test('one column alone, and a file that is not there, are told', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': `${row('a', 2, 1, 1)}\n` });
  const file = path.join(folder, 'rows.jsonl');
  const alone = await runCli('measure', file, '--from', 'score');
  assert.equal(alone.code, 2);
  assert.match(alone.err, /--from and --to name two columns/);
  const missing = await runCli('measure', file, '--against', path.join(folder, 'none.jsonl'));
  assert.equal(missing.code, 3);
  assert.match(missing.err, /none\.jsonl: there is no such file/);
});

test('rows without anything to measure are told, not passed over', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': '{"question":"q","answer":"1"}\n' });
  const { out } = await runCli('measure', path.join(folder, 'rows.jsonl'));
  assert.match(out, /no row has verdicts, scores or answers that can be measured/);
});
