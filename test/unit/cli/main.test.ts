import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

const champ = sample('champ/problems.jsonl');
const gsm8k = sample('gsm8k.jsonl');
const missing = sample('missing.jsonl');

const CODES: [string, string[], number][] = [
  ['nothing is wrong', ['check', sample('champ/hints.jsonl'), '--severity', 'warning'], 0],
  ['something is found', ['check', gsm8k], 1],
  ['one of several files has findings', ['check', champ, gsm8k], 1],
  ['findings are below the severity asked for', ['check', champ, '--severity', 'error'], 0],
  ['findings are at the severity asked for', ['check', gsm8k, '--severity=error'], 1],
  ['help is asked for', ['--help'], 0],
  ['a file is described', ['profile', gsm8k], 0],
  ['no command is given', [], 2],
  ['the command is unknown', ['frobnicate', gsm8k], 2],
  ['the command is an inherited name', ['constructor', gsm8k], 2],
  ['no file is given', ['check'], 2],
  ['an option is unknown', ['check', gsm8k, '--fast'], 2],
  ['the severity is unknown', ['check', gsm8k, '--severity', 'fatal'], 2],
  ['the severity is an inherited name', ['check', gsm8k, '--severity', 'toString'], 2],
  ['the profile is unknown', ['check', gsm8k, '--profile', 'nope'], 2],
  ['no row is given', ['render', gsm8k], 2],
  ['the row is no number', ['render', gsm8k, '--row', 'x'], 2],
  ['the row is 0', ['render', gsm8k, '--row', '0'], 2],
  ['the row is beyond the end', ['render', gsm8k, '--row', '24'], 3],
  ['the file is missing', ['check', missing], 3],
  ['the file to describe is missing', ['profile', missing], 3],
  ['the file to render is missing', ['render', missing, '--row', '1'], 3],
  ['the file is a folder', ['check', 'media'], 3],
];

for (const [name, args, code] of CODES) {
  test(`ends with ${code} when ${name}`, async () => {
    const ended = await runCli(...args);
    assert.equal(ended.code, code, ended.err);
    assert.equal(ended.err !== '', code > 1, 'trouble is told on stderr, and only there');
    assert.doesNotMatch(ended.err, /\n\s+at /, 'no stack is shown to people');
  });
}

test('wrong usage is answered with the usage, an unreadable file with its name', async () => {
  assert.match((await runCli('frobnicate')).err, /frobnicate[^]*Usage:[^]*check FILE/);
  assert.ok((await runCli('check', missing)).err.includes(missing));
  assert.match((await runCli('--help')).out, /^Usage:[^]*profile FILE[^]*render FILE[^]*Exit codes/);
});

test('findings before an unreadable file are not lost', async () => {
  const { code, lines } = await runCli('check', gsm8k, missing, '--format', 'jsonl');
  assert.equal(code, 3);
  assert.deepEqual(
    lines().map(({ row }) => row),
    [8, 12, 13, 16],
  );
});

test('an empty file is clean', async (context) => {
  const folder = await folderWith(context, { 'empty.jsonl': '' });
  const { code, out } = await runCli('check', path.join(folder, 'empty.jsonl'));
  assert.deepEqual([code, out], [0, '']);
});
