import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

test('two answers', async () => {
  const same = await runCli('answer', '--pair', '\\frac34', '0.75', '--format', 'jsonl');
  assert.equal(same.code, 0);
  assert.deepEqual(same.lines().map(Object.keys), [['verdict', 'how', 'gold', 'pred']]);
  assert.equal((await runCli('answer', '--pair', '3/4', '0.7')).code, 1);
  assert.equal((await runCli('answer', '--pair', '3/4')).code, 2);
});

test('pairs of a file, a line each', async (context) => {
  const rows = [
    { gold: '1/2', pred: 'It is \\boxed{0.5}.' },
    { gold: '2', pred: '3' },
    { gold: 'x+1', pred: '\\frac{{{' },
  ];
  const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const file = path.join(await folderWith(context, { 'pairs.jsonl': content }), 'pairs.jsonl');
  const { code, lines } = await runCli('answer', '--pairs', file, '--format', 'jsonl');
  assert.equal(code, 1);
  assert.deepEqual(
    lines().map(({ row, verdict }) => `${String(row)} ${String(verdict)}`),
    ['1 equal-exact', '2 different', '3 cannot-tell'],
  );
});

test('traces of a dataset, and how often each author is right', async () => {
  const { code, lines, err } = await runCli('answer', sample('math.jsonl'), '--format', 'jsonl');
  assert.equal(code, 0);
  assert.ok(lines().length > 15);
  for (const line of lines())
    assert.deepEqual(Object.keys(line), [
      'file',
      'row',
      'trace',
      'author',
      'verdict',
      'how',
      'gold',
      'extracted',
      'published',
    ]);
  assert.match(err, /math\.jsonl: .*\d+ of \d+ right \(100\.0 %\), 0 undecided/);
});
