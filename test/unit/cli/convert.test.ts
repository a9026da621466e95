import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

test('a table becomes JSONL beside it, with the fields that were asked for', async (context) => {
  const folder = await folderWith(context, { 'a.csv': 'id,n,t\n007,-3,x\n008,4,y\n' });
  const { code, out } = await runCli('convert', path.join(folder, 'a.csv'), '--fields', 'n=answer,id');
  assert.equal(code, 0);
  assert.match(out, /a\.csv: 2 rows to .*a\.jsonl\./);
  const text = readFileSync(path.join(folder, 'a.jsonl'), 'utf8');
  assert.equal(text, '{"answer":"-3","id":"007"}\n{"answer":"4","id":"008"}\n');
  const again = await runCli('convert', path.join(folder, 'a.csv'));
  assert.equal(again.code, 3);
  assert.match(again.err, /There is a file a\.jsonl already/);
  assert.equal((await runCli('convert', path.join(folder, 'a.csv'), '--replace')).code, 0);
});

test('what did not come over is a line with exactly the published keys, and shows in the exit code', async (context) => {
  const folder = await folderWith(context, { 'a.json': '{"q1":{"a":1},"q2":{"a":NaN}}' });
  const file = path.join(folder, 'a.json');
  const { code, lines } = await runCli('convert', file, '--key-field', 'name', '--format', 'jsonl');
  assert.equal(code, 1);
  const [line] = lines();
  assert.deepEqual(Object.keys(line ?? {}), [
    'file',
    'to',
    'kind',
    'rows',
    'leftOut',
    'problems',
    'problemCount',
    'notes',
  ]);
  assert.deepEqual([line?.['kind'], line?.['rows'], line?.['leftOut']], ['json-keyed', 1, 1]);
  assert.equal(readFileSync(path.join(folder, 'a.jsonl'), 'utf8'), '{"name":"q1","a":1}\n');
});

test('an object of tables becomes a dataset, with the tables that it refers to in files beside it', async (context) => {
  const tables = {
    concepts: { C_1: { identifier: 'C_1', name: 'parity' } },
    version: 1,
    hints: { H_1: { text: 'Halve it.' } },
    problems: { P_1: { identifier: 'P_1', problem: 'Is 4 even?', ch_list: ['C_1', 'H_1'] } },
  };
  const folder = await folderWith(context, { 'v0.json': JSON.stringify(tables, null, 1) });
  const { code, out } = await runCli('convert', path.join(folder, 'v0.json'));
  assert.equal(code, 0);
  assert.match(out, /1 row to .*v0\.jsonl\.[^]*“version” is no table[^]*“v0-concepts\.jsonl” beside it/);
  const rowsOf = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  assert.deepEqual(rowsOf('v0.jsonl'), tables.problems.P_1);
  assert.deepEqual(rowsOf('v0-concepts.jsonl'), tables.concepts.C_1);
  assert.deepEqual(rowsOf('v0-hints.jsonl'), { id: 'H_1', text: 'Halve it.' });
});

test('what holds no rows is named for what it is', async (context) => {
  const folder = await folderWith(context, {
    'a.jsonl': 'version https://git-lfs.github.com/spec/v1\nsize 5\n',
  });
  const { code, err } = await runCli('convert', path.join(folder, 'a.jsonl'));
  assert.equal(code, 3);
  assert.match(err, /Git LFS pointer.*git lfs pull/);
});

test('a dataset goes to Parquet and CSV, and comes back', async (context) => {
  const folder = await folderWith(context);
  const rows = readFileSync(sample('gsm8k.jsonl'), 'utf8').trimEnd().split('\n');
  for (const ending of ['parquet', 'csv']) {
    const to = path.join(folder, `a.${ending}`);
    const { code, out } = await runCli('export', sample('gsm8k.jsonl'), '--to', to);
    assert.equal(code, 1); // one row of the sample is broken
    assert.match(out, /1 left out\.\n.*row 8: It is no JSON object/);
    await runCli('convert', to, '--replace');
    const back = readFileSync(path.join(folder, 'a.jsonl'), 'utf8').trimEnd().split('\n');
    assert.equal(back.length, rows.length - 1);
    const question = (row: string | undefined) => (JSON.parse(row ?? '') as { question: string }).question;
    assert.equal(question(back[0]), question(rows[0]));
  }
});

test('a wrong call is told', async () => {
  for (const args of [
    ['export', 'a.jsonl'],
    ['export', 'a.jsonl', '--to', 'b.xlsx'],
    ['convert', 'a', 'b', '--to', 'c'],
  ]) {
    assert.equal((await runCli(...args)).code, 2);
  }
  assert.equal(existsSync('b.xlsx'), false);
});
