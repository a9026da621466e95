import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

const KEYS = ['file', 'profile', 'confidence', 'why', 'rows', 'rolesUsed'];

const FILES: [string, string, number, string[]][] = [
  ['champ/problems.jsonl', 'champ-problem', 24, ['answer', 'concept', 'hint', 'problem', 'step', 'trace']],
  ['champ/concepts.jsonl', 'champ-concept', 20, ['concept']],
  ['champ/hints.jsonl', 'champ-hint', 36, ['hint']],
  ['gsm8k.jsonl', 'gsm8k', 23, ['answer', 'problem', 'step', 'trace']],
  ['math.jsonl', 'math', 23, ['answer', 'problem', 'step', 'trace']],
];

test('a file is a line with exactly the published keys', async () => {
  const files = FILES.map(([name]) => sample(name));
  const { lines, code } = await runCli('profile', ...files, '--format', 'jsonl');
  assert.equal(code, 0);
  const described = lines();
  for (const line of described) {
    assert.deepEqual(Object.keys(line), KEYS);
    assert.ok(Number(line['confidence']) >= 0.8 && Number(line['confidence']) <= 1);
    assert.ok(String(line['why']).length > 20);
  }
  assert.deepEqual(
    described.map(({ file, profile, rows, rolesUsed }) => [file, profile, rows, rolesUsed]),
    FILES.map(([name, ...rest]) => [sample(name), ...rest]),
  );
});

test('for people a file is a sentence', async () => {
  const { out } = await runCli('profile', sample('gsm8k.jsonl'));
  assert.match(
    out,
    /gsm8k\.jsonl: gsm8k, 23 rows \(20 of the first 22 rows have .*\)\. Roles: answer, problem, step, trace\.\n$/,
  );
});

test('a table and a list are told as what an import would make of them, and leave nothing behind', async (context) => {
  const folder = await folderWith(context, {
    'a.csv': 'question,answer\n"Why, then?","So.\n#### 5"\n',
    'a.json': '[{"problem":"p","chosen":"a","rejected":"b"}]',
    'a.xlsx.jsonl': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
  });
  const names = ['a.csv', 'a.json'].map((name) => path.join(folder, name));
  const lines = (await runCli('profile', ...names, '--format', 'jsonl')).lines();
  assert.deepEqual(
    lines.map(({ file, profile, rows }) => [file, profile, rows]),
    [
      [names[0], 'gsm8k', 1],
      [names[1], 'preference', 1],
    ],
  );
  const pointer = await runCli('profile', path.join(folder, 'a.xlsx.jsonl'));
  assert.equal(pointer.code, 3);
  assert.match(pointer.err, /Git LFS/);
});

test('a file that cannot be read is told, and the others are read', async (context) => {
  const folder = await folderWith(context, {
    'a.bin': '\u0000\u0001',
    'b.jsonl': '{"problem":"p","answer":"1"}\n',
  });
  const [broken = '', good = ''] = ['a.bin', 'b.jsonl'].map((name) => path.join(folder, name));
  const { lines, err, code } = await runCli('profile', broken, good, '--format', 'jsonl');
  assert.deepEqual(
    lines().map(({ file }) => file),
    [good],
  );
  assert.match(err, /a\.bin/);
  assert.equal(code, 3);
});

test('an unknown dataset is generic, with no confidence', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"x":1}\n' });
  const [line] = (await runCli('profile', path.join(folder, 'a.jsonl'), '--format', 'jsonl')).lines();
  assert.deepEqual([line?.['profile'], line?.['confidence'], line?.['rolesUsed']], ['generic', 0, []]);
});
