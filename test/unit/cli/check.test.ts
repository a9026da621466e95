import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli, sample } from './run-cli';

const KEYS = ['file', 'row', 'path', 'span', 'check', 'rule', 'severity', 'message', 'evidence'];
const [gsm8k, math] = [sample('gsm8k.jsonl'), sample('math.jsonl')];

test('a finding is a line with exactly the published keys', async () => {
  const { lines } = await runCli('check', gsm8k, math, '--format', 'jsonl');
  const found = lines();
  for (const finding of found) assert.deepEqual(Object.keys(finding), KEYS);
  assert.deepEqual(
    found.map(({ file, row, rule }) => [file, row, rule]),
    [
      [gsm8k, 8, 'json/syntax'],
      [gsm8k, 12, 'schema/invalid-type'],
      [gsm8k, 13, 'calculator/wrong'],
      [gsm8k, 16, 'schema/missing'],
      [math, 7, 'json/syntax'],
      [math, 9, 'formula/picture'],
      [math, 13, 'schema/invalid-format'],
      [math, 18, 'schema/missing'],
    ],
  );
  const types = [found[1]?.['path'], found[1]?.['check'], found[1]?.['severity'], found[1]?.['evidence']];
  assert.deepEqual(types, [['answer'], 'schema', 'error', '170']);
  assert.deepEqual(Object.keys(found[1]?.['span'] ?? {}), ['start', 'end']);
});

test('for people a finding is a line that editors can jump to', async () => {
  const { out } = await runCli('check', gsm8k);
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.match(
    lines[1]!,
    /gsm8k\.jsonl:12:\d+: error: answer must be text, not number\. \(answer\) \[schema/,
  );
});

test('another profile can be asked for', async () => {
  const { lines } = await runCli('check', gsm8k, '--profile', 'generic', '--format', 'jsonl');
  assert.deepEqual(
    lines().map(({ row, rule }) => [row, rule]),
    [
      [8, 'json/syntax'],
      [12, 'drift/type'],
    ],
  );
});
