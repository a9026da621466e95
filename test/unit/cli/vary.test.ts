import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli, sample } from './run-cli';

const gsm8k = sample('gsm8k.jsonl');

test('variants of a row are new rows, and the same seed gives the same ones', async () => {
  const asked = ['vary', gsm8k, '--row', '1', '--count', '3', '--range', '100-999'];
  const [first, again, other] = await Promise.all([
    runCli(...asked),
    runCli(...asked),
    runCli(...asked, '--seed', '2'),
  ]);
  assert.equal(first.code, 0);
  assert.equal(first.lines().length, 3);
  for (const row of first.lines()) assert.deepEqual(Object.keys(row), ['question', 'answer']);
  assert.equal(again.out, first.out);
  assert.notEqual(other.out, first.out);
});

test('a row that has none is told with the reason, and the others are made', async () => {
  const { code, err, lines } = await runCli('vary', gsm8k);
  assert.equal(code, 1);
  assert.match(err, /gsm8k\.jsonl:8: It is no JSON object\./);
  assert.ok(lines().length > 5);
});

test('no two variants of a row are the same', async () => {
  const { lines, err } = await runCli('vary', gsm8k, '--row', '1', '--count', '30', '--range', '20-23');
  const questions = lines().map(({ question }) => question);
  assert.ok(questions.length > 1);
  assert.equal(new Set(questions).size, questions.length);
  assert.match(err, /gsm8k\.jsonl:1: The range has no further numbers for it\./);
});

for (const wrong of [
  ['--range', '9-2'],
  ['--range', 'many'],
  ['--count', '0'],
  ['--row', '999'],
]) {
  test(`${wrong.join(' ')} is wrong usage`, async () => {
    assert.equal((await runCli('vary', gsm8k, ...wrong)).code, 2);
  });
}
