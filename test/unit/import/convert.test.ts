import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { convertToJsonl } from '../../../src/core/import/convert';
import type { ImportProgress } from '../../../src/core/import/import-options';
import { previewImport } from '../../../src/core/import/preview';
import { folderWith } from '../temp-files';
import { optionsWith } from './rows-of';
import type { GivenOptions } from './rows-of';

async function convert(
  context: TestContext,
  name: string,
  content: string | Uint8Array,
  options: GivenOptions = {},
) {
  const folder = await folderWith(context, { [name]: content });
  const to = path.join(folder, 'out.jsonl');
  const told: ImportProgress[] = [];
  const result = await convertToJsonl(
    nodeFileStore,
    { from: path.join(folder, name), to, replace: false, options: optionsWith(options) },
    new AbortController().signal,
    (progress) => told.push(progress),
  );
  return { result, folder, text: readFileSync(to, 'utf8'), told };
}

test('a list, spread over lines, becomes a row a line', async (context) => {
  const { text, result, folder } = await convert(
    context,
    'a.json',
    '[\n{"a": 1.0,\n"b": "x\\ny"}\n,\n[1],\n2]',
  );
  assert.equal(text, '{"a": 1.0,"b": "x\\ny"}\n[1]\n2\n');
  assert.deepEqual([result.rows, result.leftOut, result.problems], [3, 0, []]);
  assert.deepEqual(readdirSync(folder).toSorted(), ['a.json', 'out.jsonl']);
});

test('a keyed object keeps its keys in a field', async (context) => {
  const content = '{"q1": {"p": 1}, "q2": {"p": 2, "id": 9}}';
  const { text, result } = await convert(context, 'a.json', content);
  assert.equal(text, '{"id":"q1","p": 1}\n{"id_key":"q2","p": 2, "id": 9}\n');
  assert.match(result.notes[0] ?? '', /a field “id” of their own/);
  assert.equal(
    (await convert(context, 'b.json', content, { keyField: 'name' })).text.slice(0, 13),
    '{"name":"q1",',
  );
});

test('the list in a field of an object, objects one after the other, JSONL in UTF-16 and under another name', async (context) => {
  const wrapped = await convert(
    context,
    'a.json',
    '\ufeff{"version": "é", "data": [{"a":1},{"a":2}], "n": 2}',
  );
  assert.equal(wrapped.text, '{"a":1}\n{"a":2}\n');
  assert.match(wrapped.result.notes[0] ?? '', /“data”/);
  assert.equal((await convert(context, 'b.json', '{\n"a":1}\n{\n"a":2}')).text, '{"a":1}\n{"a":2}\n');
  const lines = '{"a":1 }\r\n{"a":"é"}';
  assert.equal((await convert(context, 'c.json', lines)).text, '{"a":1 }\n{"a":"é"}\n');
  assert.equal(
    (await convert(context, 'd.json', Buffer.from(`\ufeff${lines}`, 'utf16le'))).text,
    '{"a":1 }\n{"a":"é"}\n',
  );
});

test('a compressed table comes over, and one that is cut off says so', async (context) => {
  const whole = gzipSync('a,b\n1,2\n');
  assert.equal((await convert(context, 'a.csv.gz', whole)).text, '{"a":"1","b":"2"}\n');
  const cut = gzipSync('{"a":1}\n'.repeat(3)).subarray(0, -6);
  const { text, result, folder } = await convert(context, 'b.jsonl.gz', cut);
  assert.ok(text.startsWith('{"a":1}\n'));
  assert.match(result.notes.join(), /damaged or cut off/);
  assert.deepEqual(readdirSync(folder).toSorted(), ['b.jsonl.gz', 'out.jsonl']);
});

test('chosen fields of JSON rows; lines that are not JSON are then left out', async (context) => {
  const fields = [{ name: 'b', as: 'c' }];
  const { text, result } = await convert(context, 'a.json', '{"a":1,"b":1.50}\n{broken\n{"b":2}\n', {
    fields,
  });
  assert.equal(text, '{"c":1.50}\n{"c":2}\n');
  assert.deepEqual(result.problems, [{ place: 'row 2', message: 'It is not JSON.' }]);
});

test('a file that is there is not written over, unless that is wanted', async (context) => {
  const folder = await folderWith(context, { 'a.json': '[{"a":1}]', 'out.jsonl': 'mine' });
  const run = (replace: boolean) =>
    convertToJsonl(
      nodeFileStore,
      {
        from: path.join(folder, 'a.json'),
        to: path.join(folder, 'out.jsonl'),
        replace,
        options: optionsWith({}),
      },
      new AbortController().signal,
      () => undefined,
    );
  await assert.rejects(run(false), { code: 'EEXIST' });
  assert.equal(readFileSync(path.join(folder, 'out.jsonl'), 'utf8'), 'mine');
  await run(true);
  assert.equal(readFileSync(path.join(folder, 'out.jsonl'), 'utf8'), '{"a":1}\n');
});

test('stopped, refused or failing, it leaves nothing behind', async (context) => {
  const folder = await folderWith(context, {
    'a.json': `[${'{"a":1},'.repeat(100_000)}{}]`,
    'b.json': '<html>',
  });
  const stop = new AbortController();
  const request = (from: string) => ({
    from: path.join(folder, from),
    to: path.join(folder, 'out.jsonl'),
    replace: false,
    options: optionsWith({}),
  });
  await assert.rejects(
    convertToJsonl(nodeFileStore, request('a.json'), stop.signal, () => stop.abort()),
    { name: 'AbortError' },
  );
  await assert.rejects(
    convertToJsonl(nodeFileStore, request('b.json'), new AbortController().signal, () => undefined),
    /web page/,
  );
  assert.deepEqual(readdirSync(folder).toSorted(), ['a.json', 'b.json']);
});

test('progress goes to the end of the file', async (context) => {
  const { told } = await convert(context, 'a.json', `[${'{"a":1},'.repeat(200_000)}{}]`);
  assert.ok(told.length > 2);
  for (const [at, { rows, bytes }] of told.entries()) {
    assert.ok(rows >= (told[at - 1]?.rows ?? 0) && bytes >= (told[at - 1]?.bytes ?? 0));
  }
  assert.deepEqual(told.at(-1), { rows: 200_001, bytes: 1_600_004, totalBytes: 1_600_004 });
});

test('a list larger than any buffer comes over in bounded memory', async (context) => {
  const folder = await folderWith(context, { 'a.json': '[' });
  const from = path.join(folder, 'a.json');
  const block = Buffer.from(`{"text":"${'x'.repeat(1000)}","n":[1,2,3]},\n`.repeat(1000));
  const handle = await open(from, 'a');
  for (let written = 0; written < 150; written++) await handle.write(block);
  await handle.write('{}]');
  await handle.close();
  let most = 0;
  await convertToJsonl(
    nodeFileStore,
    { from, to: path.join(folder, 'out.jsonl'), replace: false, options: optionsWith({}) },
    new AbortController().signal,
    () => (most = Math.max(most, process.memoryUsage().arrayBuffers)),
  );
  assert.ok(most < 64 * 1024 * 1024, `${most} bytes of buffers`);
});

test('a preview gives the first rows, their fields and what is wrong with them', async (context) => {
  const folder = await folderWith(context);
  const file = path.join(folder, 'a.json');
  await writeFile(file, `[{"id":1,"s":"x"},{"id":"2","t":[1]},{"id":NaN},${'{"id":3},'.repeat(1000)}{}]`);
  const { kind, rows, fields, problems } = await previewImport(nodeFileStore, file, optionsWith({}), 3);
  assert.equal(kind.id, 'json-list');
  assert.deepEqual(rows, ['{"id":1,"s":"x"}', '{"id":"2","t":[1]}', '{"id":3}']);
  assert.deepEqual(fields, [
    { name: 'id', kinds: ['number', 'text'], example: '1' },
    { name: 's', kinds: ['text'], example: '"x"' },
    { name: 't', kinds: ['list'], example: '[1]' },
  ]);
  assert.equal(problems.length, 1);
});

test('a library that has the name of the rows’ own is not written over, even where their file may be; the same is not written twice', async (context) => {
  const tables = '{"problems": {"p1": {"text": "One."}}, "concepts": {"c1": {"name": "Sums"}}}';
  const folder = await folderWith(context, {
    'v.json': tables,
    'out.jsonl': '',
    'out-concepts.jsonl': 'mine',
  });
  const run = () =>
    convertToJsonl(
      nodeFileStore,
      {
        from: path.join(folder, 'v.json'),
        to: path.join(folder, 'out.jsonl'),
        replace: true,
        options: optionsWith({}),
      },
      new AbortController().signal,
      () => undefined,
    );
  for (let time = 0; time < 2; time++) {
    const { notes } = await run();
    assert.match(notes.join(), /“out-concepts-2\.jsonl” beside it/);
    assert.equal(readFileSync(path.join(folder, 'out-concepts.jsonl'), 'utf8'), 'mine');
    assert.match(readFileSync(path.join(folder, 'out-concepts-2.jsonl'), 'utf8'), /"Sums"/);
    assert.equal(readdirSync(folder).length, 4);
  }
});
