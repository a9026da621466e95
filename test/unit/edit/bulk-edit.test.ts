import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePath } from '../../../src/core/field/path-pattern';
import { changeRow } from '../../../src/core/edit/bulk-edit';
import type { BulkChange } from '../../../src/core/edit/bulk-edit';
import { bulkChange, emptyReport } from '../../../src/core/edit/bulk-rows';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { DatasetEdits } from '../../../src/core/edit/dataset-edits';
import { MemoryStores } from './memory-stores';

const path = (text: string) => parsePath(text)!;

function after(row: string, change: BulkChange): string {
  const outcome = changeRow(Buffer.from(row), change);
  return outcome.kind === 'changed' ? Buffer.from(outcome.bytes).toString() : outcome.kind;
}

test('a field is set, and added where a row lacks it', () => {
  const set: BulkChange = { kind: 'set', path: path('level'), value: 3 };
  assert.equal(after('{"level":1,"a":1.0}', set), '{"level":3,"a":1.0}');
  assert.equal(after('{"a":1.0}', set), '{"a":1.0,"level":3}');
  assert.equal(after('{"level":3.0}', set), 'unchanged');
  assert.equal(after('{"level":1,"level":2}', set), 'refused');
  assert.equal(after('[1]', set), 'refused');
  assert.equal(after('', set), 'unchanged');
  assert.equal(after('{', set), 'refused');
  const each: BulkChange = { kind: 'set', path: path('steps[].ok'), value: true };
  assert.equal(
    after('{"steps":[{"ok":0},{"x":1},{"ok":2}]}', each),
    '{"steps":[{"ok":true},{"x":1},{"ok":true}]}',
  );
});

test('text is replaced within texts, plainly or by a regular expression', () => {
  const plain: BulkChange = { kind: 'replace', path: path('a[]'), find: '.', replacement: '$&!' };
  assert.equal(after('{"a":["x.y.","\\u002e",5]}', plain), '{"a":["x$&!y$&!","$&!",5]}');
  const expression: BulkChange = {
    kind: 'replace',
    path: path('a'),
    find: '(\\d)x',
    flags: 'i',
    replacement: '<$1>',
  };
  assert.equal(after('{"a":"1X 2x é"}', expression), '{"a":"<1> <2> é"}');
  assert.equal(after('{"a":"x"}', expression), 'unchanged');
  assert.equal(after('{"a":12}', expression), 'unchanged');
  assert.throws(() => after('{"a":"1"}', { ...expression, find: '(' }), SyntaxError);
});

test('a field is removed or renamed', () => {
  assert.equal(after('{"a": [1, 2, 3], "b": 4}', { kind: 'remove', path: path('a[]') }), '{"a": [], "b": 4}');
  assert.equal(after('{"a": 1, "b": 4}', { kind: 'remove', path: path('a') }), '{"b": 4}');
  assert.equal(after('{"b": 4}', { kind: 'remove', path: path('a') }), 'unchanged');
  const rename: BulkChange = { kind: 'rename', path: path('s[].a'), to: 'b' };
  assert.equal(after('{"s":[{"a":1.0},{"a":2}]}', rename), '{"s":[{"b":1.0},{"b":2}]}');
  assert.equal(after('{"s":[{"a":1,"b":2}]}', rename), 'refused');
});

test('the preview tells the values before and after', () => {
  const change: BulkChange = { kind: 'replace', path: path('s[].t'), find: 'a', replacement: 'b' };
  const outcome = changeRow(Buffer.from('{"s":[{"t":"a"},{"t":"c"},{"t":"aa"}]}'), change);
  assert.deepEqual(outcome.kind === 'changed' && outcome.values, [
    { path: 's[0].t', before: 'a', after: 'b' },
    { path: 's[2].t', before: 'aa', after: 'bb' },
  ]);
});

test('many rows change as one edit with one undo', async () => {
  const stores = new MemoryStores();
  const lines = Array.from({ length: 5000 }, (_, row) => (row % 100 === 7 ? '{' : `{"n": ${row}, "t": "x"}`));
  stores.put('/d.jsonl', Buffer.from(lines.join('\r\n')));
  const dataset = await DatasetFile.open(stores.files, '/d.jsonl');
  await dataset.indexed;
  const edits = await DatasetEdits.open(stores, dataset, '/s');
  const report = emptyReport();
  const even = lines.flatMap((_, row) => (row % 2 === 0 || row % 100 === 7 ? [row] : []));
  const edit = await edits.edit(bulkChange(even, { kind: 'set', path: path('t'), value: 'y' }, report));
  assert.deepEqual([report.changed, report.unchanged, report.refused.length], [2500, 0, 50]);
  await edits.save();
  await edits.settled();
  const expected = lines.map((line, row) => (row % 2 === 0 ? line.replace('"x"', '"y"') : line));
  assert.equal(String(stores.bytesOf('/d.jsonl')), expected.join('\r\n'));
  await edit!.undo();
  await edits.save();
  assert.equal(String(stores.bytesOf('/d.jsonl')), lines.join('\r\n'));
  await edits.close();
});

test('a bulk edit that is stopped changes nothing', async () => {
  const stores = new MemoryStores();
  stores.put('/d.jsonl', Buffer.from('{"a":1}\n{"a":2}\n'));
  const edits = await DatasetEdits.open(stores, await DatasetFile.open(stores.files, '/d.jsonl'), '/s');
  const stop = new AbortController();
  const change: BulkChange = { kind: 'set', path: path('a'), value: 5 };
  const stopping = (row: Uint8Array) => {
    stop.abort();
    return changeRow(row, change);
  };
  const work = bulkChange([0, 1], change, emptyReport(), { signal: stop.signal, changeRow: stopping });
  await assert.rejects(edits.edit(work), { name: 'AbortError' });
  assert.ok(!edits.dirty);
  await edits.close();
});
