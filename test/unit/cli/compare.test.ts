import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

const math = sample('math.jsonl');

async function twoVersions(context: Parameters<typeof folderWith>[0]) {
  const rows = (await readFile(math, 'utf8')).split('\n');
  const edited = [...rows];
  edited[1] = (rows[1] ?? '').replace('"level":', '"stage": 1, "level":');
  edited.splice(4, 1);
  edited.splice(8, 0, '{"problem":"new","solution":"\\\\boxed{1}","level":1,"unique_id":"x"}');
  const folder = await folderWith(context, { 'new.jsonl': edited.join('\n') });
  return path.join(folder, 'new.jsonl');
}

test('a difference is a line with exactly the published keys', async (context) => {
  const { code, lines, err } = await runCli('compare', math, await twoVersions(context), '--format', 'jsonl');
  const removed = 'id:sample/counting_and_probability/1.json';
  assert.deepEqual(lines(), [
    { kind: 'changed', key: 'id:sample/geometry/1.json', oldRow: 2, newRow: 2, fields: ['stage'] },
    { kind: 'removed', key: removed, oldRow: 5, newRow: null, fields: [] },
    { kind: 'added', key: 'id:x', oldRow: null, newRow: 9, fields: [] },
  ]);
  assert.equal(code, 1);
  assert.equal(err, '1 added, 1 removed, 1 changed, 0 moved, 21 unchanged\n');
});

test('for people a difference is a sentence', async (context) => {
  const { out } = await runCli('compare', math, await twoVersions(context));
  assert.equal(out.split('\n')[0], 'changed row 2 (id:sample/geometry/1.json): stage');
});

test('the same file has no differences', async () => {
  const { code, out } = await runCli('compare', math, math);
  assert.deepEqual([code, out], [0, '']);
});

test('rows in another order are counted, and are no clean end', async (context) => {
  const [first, second, ...rest] = (await readFile(math, 'utf8')).split('\n');
  const folder = await folderWith(context, { 'a.jsonl': [second, first, ...rest].join('\n') });
  const { code, out, err } = await runCli('compare', math, path.join(folder, 'a.jsonl'));
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^0 added, 0 removed, 0 changed, 1 moved/);
});

test('another spelling of the same row is said to be that', async (context) => {
  const folder = await folderWith(context, {
    'a.jsonl': '{"id":1,"n":1.0}\n',
    'b.jsonl': '{"n":1.00,"id":1}\n',
  });
  const { out } = await runCli('compare', path.join(folder, 'a.jsonl'), path.join(folder, 'b.jsonl'));
  assert.match(out, /^changed row 1 \(id:1\): same value, other bytes\n$/);
});

test('it takes two files that can be read', async () => {
  assert.equal((await runCli('compare', math)).code, 2);
  assert.equal((await runCli('compare', math, math, math)).code, 2);
  const { code, err } = await runCli('compare', math, 'no-such.jsonl');
  assert.equal(code, 3);
  assert.match(err, /no-such\.jsonl: there is no such file/);
});
