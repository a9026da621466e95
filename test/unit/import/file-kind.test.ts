import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { describeFile } from '../../../src/core/import/file-kind';
import type { FileKind } from '../../../src/core/import/file-kind';
import { dataFolder, jsonlFiles } from '../real-data';
import { memoryDisk } from '../dataset/memory-files';

async function kind(name: string, content: string | Uint8Array): Promise<FileKind> {
  return describeFile(memoryDisk({ [name]: content }).store, name);
}

const row = (id: number, spread = 0) =>
  JSON.stringify({ id, problem: 'What is 2+2?', steps: [{ text: 'a' }] }, null, spread);
const rows = [row(1), row(2), row(3)];
const LONG = 'x'.repeat(400_000);

const CASES: [string, string | Uint8Array, FileKind['id'], FileKind['way'], RegExp?][] = [
  ['a.jsonl', `${rows.join('\n')}\n`, 'jsonl', 'open'],
  ['zero.jsonl', '{"a":"x\0y"}\n{"a":1}\n', 'jsonl', 'open'],
  ['one.jsonl', row(1), 'jsonl', 'open'],
  ['long.jsonl', `{"p":"${LONG}","t":[{"a":1}]}\n${row(1)}`, 'jsonl', 'open'],
  ['broken.jsonl', `{"a":\n${rows.join('\n')}`, 'jsonl', 'open'],
  ['rows.json', `\ufeff${rows.join('\r\n')}`, 'jsonl', 'convert', /one JSON value a line/],
  ['lists.json', '[1,2]\n[3,4]\n[5,6]', 'jsonl', 'convert'],
  ['list.json', `[${rows.join(',')}]`, 'json-list', 'convert', /Convert to JSONL/],
  ['lines.json', `[\n${rows.join(',\n')}\n]`, 'json-list', 'convert'],
  ['odd.json', `[\n${rows.join('\n,\n')}\n]`, 'json-list', 'convert'],
  ['long.json', `[{"p":"${LONG}"},\n${row(1)}]`, 'json-list', 'convert'],
  ['list.jsonl', JSON.stringify([{ a: 1 }, { a: 2 }], null, 2), 'json-list', 'convert'],
  ['keyed.json', `{"q1":${row(1)},"q2":${row(2)}}`, 'json-keyed', 'convert', /under a key/],
  ['keyed-lines.json', JSON.stringify({ q1: { a: 1 }, q2: { a: 2 } }, null, 2), 'json-keyed', 'convert'],
  [
    'tables.json',
    `{"concepts":{"C_1":{"text":"a"}},"problems":{"P_1":${row(1)}}}`,
    'json-tables',
    'convert',
    /tables of rows/,
  ],
  ['loose.jsonl', `${row(1, 2)}\n${row(2, 2)}\n`, 'json-concatenated', 'convert', /one after the other/],
  ['close.json', rows.join(''), 'json-concatenated', 'convert'],
  ['wrapped.json', `{"version":"1","data":[${rows.join(',')}]}`, 'json-object', 'convert'],
  ['a.csv', 'id,answer\n1,2\n3,4\n', 'table', 'convert', /commas/],
  ['a.txt', 'id\tanswer\n1\t2\n3\t4\n', 'table', 'convert', /tabs/],
  ['de.csv', 'id;answer\n1;2,5\n3;4,5\n', 'table', 'convert', /semicolons/],
  ['single.csv', 'answer\n2\n', 'table', 'convert'],
  ['latin.csv', Buffer.from('name,n\nM\xfcller,1\nMei\xdfner,2\n', 'latin1'), 'table', 'convert', /Latin-1/],
  ['wide.csv', Buffer.from('\ufeffname,n\nMüller,1\n', 'utf16le'), 'table', 'convert', /UTF-16/],
  ['wide.jsonl', Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le'), 'jsonl', 'convert', /UTF-16/],
  [
    'a.parquet',
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(20), Buffer.from('PAR1')]),
    'parquet',
    'convert',
  ],
  ['cut.parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(20)]), 'binary', 'none', /cut off/],
  ['a.jsonl.gz', gzipSync(row(1)), 'gzip', 'open-read-only', /compressed \(gzip\): it/],
  ['gz.jsonl', gzipSync(row(1)), 'gzip', 'open-read-only', /whatever its name says/],
  ['a.jsonl.zst', Buffer.from('28b52ffd00000000', 'hex'), 'zstd', 'open-read-only'],
  [
    'book.csv',
    Buffer.from('PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'latin1'),
    'spreadsheet',
    'none',
    /CSV/,
  ],
  ['old.csv', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'spreadsheet', 'none', /XLS/],
  ['a.zip', Buffer.from('PK\x03\x04\0\0\0\0rows.jsonl', 'latin1'), 'binary', 'none', /unpack/],
  [
    'lfs.jsonl',
    'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n',
    'lfs-pointer',
    'none',
    /12,345 bytes.*git lfs pull/,
  ],
  ['404.jsonl', '\n<!DOCTYPE html><html><body>Not found</body></html>', 'html', 'none', /download/],
  ['empty.jsonl', '', 'empty', 'none', /is empty/],
  ['blank.jsonl', ' \n\n', 'empty', 'none'],
  ['notes.txt', 'Some words.\nNo rows at all.\n', 'text', 'none'],
  ['db.jsonl', 'SQLite format 3\0........', 'binary', 'none', /SQLite/],
  ['data.jsonl', Buffer.from([1, 2, 0, 0, 0, 9, 200, 0, 0, 0, 77, 0, 0, 0]), 'binary', 'none'],
];

for (const [name, content, id, way, words] of CASES) {
  test(`${name} is ${id}`, async () => {
    const found = await kind(name, content);
    assert.deepEqual([found.id, found.way], [id, way], found.sentence);
    assert.ok(found.sentence.startsWith(name));
    if (words) assert.match(found.sentence, words);
  });
}

test('no more than 8 MB of a file is read', async () => {
  const { store } = memoryDisk({ 'a.json': '{"a":"' });
  let read = 0;
  const text = Buffer.alloc(1024 * 1024, 'x');
  const found = await describeFile(
    {
      ...store,
      facts: async () => ({ size: 5e9, mtimeMs: 1, ino: 1 }),
      open: async () => ({
        read: async (offset, length) => {
          read += length;
          const bytes = Buffer.alloc(length, text);
          if (offset === 0) bytes.write('{"a":"');
          return bytes;
        },
        close: async () => undefined,
      }),
    },
    'a.json',
  );
  assert.equal(found.way, 'convert');
  assert.ok(read < 9 * 1024 * 1024);
});

test('every real dataset is what its name says', async () => {
  const folder = dataFolder();
  if (folder === undefined) return;
  for (const name of ['champ', 'gsm8k', 'math', 'prm800k', 'processbench'].flatMap((set) =>
    jsonlFiles(folder, set),
  )) {
    const found = await describeFile(nodeFileStore, path.join(folder, name));
    assert.deepEqual([found.id, found.way], ['jsonl', 'open'], `${name}: ${found.sentence}`);
    assert.ok(readFileSync(path.join(folder, name)).length > 0);
  }
});
