import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ImportReport } from '../../../src/core/import/import-report';
import { tableRows } from '../../../src/core/import/table-rows';
import { textChunks } from '../../../src/core/import/text-encoding';
import { memoryDisk } from '../dataset/memory-files';
import { inPieces } from './pieces';
import { optionsWith, rowsOf } from './rows-of';
import type { GivenOptions } from './rows-of';

async function table(content: string | Uint8Array, options: GivenOptions = {}, name = 't.csv') {
  return rowsOf(name, options, memoryDisk({ [name]: content }).store);
}

test('every cell is text by default: an id keeps its zeros', async () => {
  const { rows } = await table('id,n,t\n007,-3,true\n008,1e3,\n');
  assert.deepEqual(rows, ['{"id":"007","n":"-3","t":"true"}', '{"id":"008","n":"1e3","t":""}']);
});

test('columns become numbers or JSON where asked, and what does not fit stays text and is reported', async () => {
  const content =
    'id,n,j\n007,+1.50,"{""a"": [1]}"\n008,.5,x\n009,,\n010,12345678901234567890,true\n011,007,1\n';
  const { rows, report } = await table(content, { table: { types: { n: 'number', j: 'json' } } });
  assert.deepEqual(rows, [
    '{"id":"007","n":1.50,"j":{"a": [1]}}',
    '{"id":"008","n":0.5,"j":"x"}',
    '{"id":"009","n":null,"j":null}',
    '{"id":"010","n":12345678901234567890,"j":true}',
    '{"id":"011","n":"007","j":1}',
  ]);
  assert.deepEqual(report.problems, [
    { place: 'row 2', message: 'j is no JSON; it stays text.' },
    { place: 'row 5', message: 'n is no number; it stays text.' },
  ]);
});

describe('quotes, line breaks and marks', () => {
  const wanted = [
    { id: '1', text: 'a, "b"\r\nc' },
    { id: '2', text: "it's" },
  ];
  const content = '\ufeffid,text\r\n1,"a, ""b""\r\nc"\r\n\r\n2,it\'s';
  for (const size of [1, 2, 3, 5, 1000]) {
    test(`read in pieces of ${size} bytes`, async () => {
      const texts = textChunks(inPieces(Buffer.from(content).subarray(3), [size]), 'utf-8');
      const rows: string[] = [];
      for await (const batch of tableRows(texts, ',', optionsWith({}), new ImportReport())) {
        rows.push(...batch.map(String));
      }
      assert.deepEqual(
        rows.map((row) => JSON.parse(row) as unknown),
        wanted,
      );
    });
  }
  const encodings: [string, Buffer, RegExp | undefined][] = [
    ['UTF-16, little end first', Buffer.from(content, 'utf16le'), /utf-16le/],
    ['UTF-16, big end first', Buffer.from(content, 'utf16le').swap16(), /utf-16be/],
  ];
  for (const [name, bytes, note] of encodings) {
    test(name, async () => {
      const { values, report } = await table(bytes);
      assert.deepEqual(values, wanted);
      if (note) assert.match(report.notes[0] ?? '', note);
    });
  }
});

test('a single byte late in the file says that it is Windows-1252', async () => {
  const content = Buffer.concat([
    Buffer.from('a,b\n' + '1,2\n'.repeat(100_000)),
    Buffer.from('\x80,\xfc\n', 'latin1'),
  ]);
  const { rows, report } = await table(content);
  assert.equal(rows.at(-1), '{"a":"€","b":"ü"}');
  assert.match(report.notes[0] ?? '', /windows-1252/);
});

test('rows of another width are kept and reported', async () => {
  const { rows, report } = await table('a,b\n1\n1,2,3,4\n1,2\n');
  assert.deepEqual(rows, ['{"a":"1"}', '{"a":"1","b":"2","more_cells":["3","4"]}', '{"a":"1","b":"2"}']);
  assert.deepEqual(
    report.problems.map(({ place }) => place),
    ['row 1', 'row 2'],
  );
});

test('columns without a name, with the same name, or without a header', async () => {
  assert.deepEqual((await table('a,,a\n1,2,3\n', { table: { header: true } })).rows, [
    '{"a":"1","column_2":"2","a_2":"3"}',
  ]);
  assert.deepEqual((await table(',question,answer\n0,Why?,3\n')).rows, [
    '{"column_1":"0","question":"Why?","answer":"3"}',
  ]);
  assert.deepEqual((await table('1,2\n3,4\n')).rows, [
    '{"column_1":"1","column_2":"2"}',
    '{"column_1":"3","column_2":"4"}',
  ]);
});

test('fields are chosen, ordered and renamed', async () => {
  const fields = [
    { name: 'b', as: 'answer' },
    { name: 'a', as: 'a' },
    { name: 'none', as: 'none' },
  ];
  assert.deepEqual((await table('a,b,c\n1,2,3\n', { fields })).rows, ['{"answer":"2","a":"1"}']);
});

test('the apostrophe of a safe export goes, and that is said; or stays', async () => {
  const content = "a,b\n'=1+1,''-x\n'tis,-3\n";
  const undone = await table(content);
  assert.deepEqual(undone.values, [
    { a: '=1+1', b: "'-x" },
    { a: "'tis", b: '-3' },
  ]);
  assert.match(undone.report.notes[0] ?? '', /apostrophe/);
  assert.deepEqual((await table(content, { table: { unguard: false } })).values[0], {
    a: "'=1+1",
    b: "''-x",
  });
});

test('tabs and semicolons', async () => {
  assert.deepEqual((await table('a\tb\n1,5\t2\n', {}, 't.tsv')).rows, ['{"a":"1,5","b":"2"}']);
  assert.deepEqual((await table('a;b\n1,5;2\n2,5;3\n')).rows[0], '{"a":"1,5","b":"2"}');
});

test('a quote that is never closed ends the import with a reason, not the memory', async () => {
  const content = `a,b\n1,"${'x'.repeat(1000)}\n`.padEnd(40 * 1024 * 1024, 'y\n');
  await assert.rejects(table(content), /never closed/);
});
