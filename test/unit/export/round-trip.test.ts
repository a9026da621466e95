import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { exportRows } from '../../../src/core/export/export-rows';
import { defaultCsv } from '../../../src/core/export/export-options';
import type { CsvOptions, ExportFormat } from '../../../src/core/export/export-options';
import { dataFolder, readLines } from '../real-data';
import { folderWith } from '../temp-files';
import { rowsOf } from '../import/rows-of';
import type { GivenOptions, Imported } from '../import/rows-of';

async function* given(rows: (string | Buffer)[]) {
  for (const [number, row] of rows.entries()) yield { number, bytes: Buffer.from(row as string) };
}

async function written(
  folder: string,
  rows: (string | Buffer)[],
  format: ExportFormat,
  csv: Partial<CsvOptions> = {},
) {
  const to = path.join(folder, `out.${format}`);
  const request = { to, replace: true, format, csv: { ...defaultCsv, ...csv } };
  const result = await exportRows(
    () => given(rows),
    request,
    new AbortController().signal,
    () => undefined,
  );
  return { to, result };
}

async function thereAndBack(
  folder: string,
  rows: string[],
  format: ExportFormat,
  options: GivenOptions = {},
): Promise<Imported> {
  const { to } = await written(folder, rows, format);
  return rowsOf(to, options);
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    '-3',
    '+5e3',
    '007',
    "'=x",
    "''@",
    '\t=1',
    '\r',
    'a\nb',
    '"',
    'a,b',
    '＝1',
    '',
    ' x ',
    "'",
  ),
  fc.stringMatching(/^['=+\-@"\n,0-9 ]{0,8}$/),
);
const name = fc.oneof(
  fc.constantFrom('id', 'problem', '=cmd', '__proto__', 'a.b'),
  fc.string({ unit: 'binary' }),
);

describe('JSONL to CSV and back', () => {
  test('flat rows of text: every value as it was', async (context) => {
    const folder = await folderWith(context);
    const tables = fc
      .uniqueArray(
        name.filter((each) => each.trim() !== ''),
        { minLength: 1, maxLength: 4 },
      )
      .chain((names) =>
        fc
          .array(fc.tuple(...names.map(() => text)), { minLength: 1, maxLength: 5 })
          .map((cells) => ({ names, cells })),
      );
    await fc.assert(
      fc.asyncProperty(tables, async ({ names, cells }) => {
        const rows = cells.map(
          (line) =>
            `{${line.map((cell, at) => `${JSON.stringify(names[at])}:${JSON.stringify(cell)}`).join()}}`,
        );
        const back = await thereAndBack(folder, rows, 'csv', { table: { header: true, delimiter: ',' } });
        assert.deepEqual(back.rows, rows);
        assert.equal(back.report.total, 0);
      }),
    );
  });

  test('numbers keep their spelling, and what is nested comes back as JSON', async (context) => {
    const folder = await folderWith(context);
    const rows = [
      '{"n":-3,"j":{"a":[1.0,"=x"]},"b":true}',
      '{"n":12345678901234567890,"j":[],"b":false}',
      '{"n":1.50E2,"j":null,"b":null}',
    ];
    const types = { n: 'number', j: 'json', b: 'json' } as const;
    assert.deepEqual((await thereAndBack(folder, rows, 'csv', { table: { types } })).rows, rows);
  });
});

describe('JSONL to Parquet and back', () => {
  /** Missing and null are the same in Parquet. */
  const complete = (rows: Record<string, unknown>[]) => {
    const names = [...new Set(rows.flatMap(Object.keys))];
    return rows.map((row) =>
      Object.fromEntries(names.map((each) => [each, Object.hasOwn(row, each) ? row[each] : null])),
    );
  };
  const value = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const column = fc.oneof(
    ...[
      text,
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      value,
    ].map((kind) => fc.tuple(name, fc.array(fc.option(kind), { minLength: 6, maxLength: 6 }))),
  );

  test('every value is the same', async (context) => {
    const folder = await folderWith(context);
    const columns = fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ([named]) => named });
    await fc.assert(
      fc.asyncProperty(columns, async (made) => {
        const rows = Array.from({ length: 6 }, (_none, row) =>
          Object.fromEntries(made.map(([key, values]) => [key, values[row] ?? null])),
        );
        const lines = rows.map((row) => JSON.stringify(row));
        const { values } = await thereAndBack(folder, lines, 'parquet');
        assert.deepEqual(values, complete(lines.map((line) => JSON.parse(line) as Record<string, unknown>)));
      }),
    );
  });

  test('digits that JavaScript would lose are kept, and JSON keeps its spelling', async (context) => {
    const folder = await folderWith(context);
    const rows = [
      '{"big":9007199254740993,"huge":12345678901234567890,"mixed":1,"s":"\\ud800","z":-0}',
      '{"big":-9223372036854775808,"huge":1E400,"mixed":"1","s":"x","z":0}',
      '{"big":null,"huge":null,"mixed":{"a":1.0, "a":[1e5]},"s":null,"z":1.5}',
    ];
    assert.deepEqual((await thereAndBack(folder, rows, 'parquet')).rows, rows);
  });

  test('many row groups, and a field that comes late', async (context) => {
    const folder = await folderWith(context);
    const rows = Array.from(
      { length: 5000 },
      (_none, at) => `{"id":${at},"text":"${'x'.repeat(at % 50)}"${at === 4999 ? ',"late":true' : ''}}`,
    );
    const { values } = await thereAndBack(folder, rows, 'parquet');
    assert.deepEqual(values, complete(rows.map((row) => JSON.parse(row) as Record<string, unknown>)));
  });
});

test('JSONL comes out byte for byte, broken rows too', async (context) => {
  const folder = await folderWith(context);
  const rows = [
    Buffer.from('{"a": 1.0 }'),
    Buffer.from('{broken'),
    Buffer.from(''),
    Buffer.from([0xff, 0x00, 0x7b]),
  ];
  const { to, result } = await written(folder, rows, 'jsonl');
  assert.deepEqual(readFileSync(to), Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\n')])));
  assert.equal(result.rows, 4);
});

test('rows that are no objects are left out of tables, and said', async (context) => {
  const folder = await folderWith(context);
  for (const format of ['csv', 'parquet'] as const) {
    const { result } = await written(folder, ['{"a":1}', '{broken', '', '[1]', '{"a":2}'], format);
    assert.deepEqual([result.rows, result.leftOut], [2, 2]);
    assert.deepEqual(
      result.problems.map(({ place }) => place),
      ['row 2', 'row 4'],
    );
  }
});

test('real rows come back from Parquet', async (context) => {
  const data = dataFolder();
  if (data === undefined) return;
  const folder = await folderWith(context);
  for (const file of [
    'gsm8k/train_first200.jsonl',
    'champ/problems.jsonl',
    'large/processbench/processbench_all.jsonl',
  ]) {
    const lines = readLines(path.join(data, file)).slice(0, 1500);
    const { values } = await thereAndBack(folder, lines, 'parquet');
    assert.equal(values.length, lines.length);
    for (const [at, line] of lines.entries()) {
      const row = JSON.parse(line) as Record<string, unknown>;
      for (const [key, each] of Object.entries(row)) {
        assert.deepEqual((values[at] as Record<string, unknown>)[key], each);
      }
    }
  }
});

test('hostile cells are text to a spreadsheet, and come back exactly', async (context) => {
  const data = dataFolder();
  if (data === undefined) return;
  const folder = await folderWith(context);
  const payloads = readLines(path.join(data, 'payloads.jsonl'))
    .map((line) => JSON.parse(line) as { class: string; row?: unknown })
    .filter(({ class: kind, row }) => kind === 'csv-export' && row !== undefined);
  assert.ok(payloads.length >= 5);
  for (const { row } of payloads) {
    const { to } = await written(folder, [JSON.stringify(row)], 'csv', { mark: false });
    const cells = readFileSync(to, 'utf8')
      .split(/\r\n|,/)
      .map((cell) => cell.replace(/^"/, ''));
    for (const cell of cells) assert.ok(!/^[=+\-@\t\r＝]/.test(cell) || cell === '-3', JSON.stringify(cell));
    assert.deepEqual((await rowsOf(to, { table: { header: true } })).values, [row]);
  }
});
