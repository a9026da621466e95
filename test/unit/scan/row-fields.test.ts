import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Kernels } from '../../../src/core/scan/kernels';
import { rowBlocks } from '../../../src/core/scan/row-blocks';
import { FieldScanner, NO_COLUMN, RECORD_KIND } from '../../../src/core/scan/row-fields';
import type { FieldOptions } from '../../../src/core/scan/row-fields';
import { memoryFile } from '../dataset/memory-files';

const MIB = 1024 * 1024;
const KIND_NAMES = new Map(Object.entries(RECORD_KIND).map(([name, kind]) => [kind as number, name]));

/** A record in words, its row counted from the first row of the file. */
interface Told {
  row: number;
  column: string | null;
  kind: string | undefined;
  text: string;
  length: number;
  number: number;
  hash: string;
}

async function told(file: Uint8Array | string, room = 256, options: FieldOptions = {}): Promise<Told[]> {
  const kernels = new Kernels(room, 64 * 1024);
  const scanner = new FieldScanner(kernels, options);
  const all: Told[] = [];
  for await (const block of rowBlocks(memoryFile(Buffer.from(file)), kernels)) {
    scanner.scan(block, ({ count, words, numbers, firstRow }) => {
      for (let at = 0; at < count; at++) {
        const [row = 0, column = 0, kind = 0, start, end, length = 0, low, high] = words.subarray(
          at * 8,
          at * 8 + 8,
        );
        all.push({
          row: firstRow + row,
          column: column === NO_COLUMN ? null : scanner.columns[column]!,
          kind: KIND_NAMES.get(kind),
          text: kernels.memory.toString('utf8', start, end),
          length,
          number: numbers[at * 4 + 3]!,
          hash: `${high}:${low}`,
        });
      }
    });
  }
  return all;
}

/** Rows in short: the kind of each record, and its key. */
async function inShort(file: Uint8Array | string, room?: number): Promise<string[]> {
  return (await told(file, room)).map(({ row, column, kind }) => `${row} ${column ?? '-'} ${kind}`);
}

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', 'u', '{', ']', ',', '\n', 'é', '😀', '\u0000', ' '),
    maxLength: 200,
  }),
  fc.string({ unit: fc.constantFrom('\\', '"'), maxLength: 140 }),
);
/** A string as JSON, with more or fewer escapes. */
const stringSource = fc.tuple(someText, fc.boolean()).map(([text, ascii]) => {
  const source = JSON.stringify(text);
  return ascii
    ? source.replace(/[^\u0020-\u007e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : source;
});
const numberSource = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  fc.integer().map(String),
  fc.constantFrom(
    '0',
    '-0',
    '1e5',
    '1E+2',
    '2.50e-3',
    '123456789012345678901',
    '0.1',
    '9007199254740993',
    '1e400',
  ),
);
const nested = fc.oneof(
  fc.object({ key: someText, values: [someText, fc.integer(), fc.constant(null)], maxDepth: 4 }),
  fc.array(fc.oneof(someText, fc.object({ maxDepth: 2 })), { maxLength: 20 }),
);
const valueSource = fc.oneof(
  stringSource,
  numberSource,
  fc.constantFrom('null', 'true', 'false', '[]', '{}'),
  nested.map((value) => JSON.stringify(value)),
);
const space = fc.constantFrom('', '', '', ' ', '\t ', '  \r');
const field = fc.tuple(stringSource, valueSource, space, space);
const row = fc.array(field, { minLength: 1, maxLength: 12 });

function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}

function check({ column, kind, text, length, number }: Told, key: string, source: string): void {
  const value = JSON.parse(source) as unknown;
  assert.equal(column, JSON.parse(key));
  assert.equal(text, source);
  assert.equal(kind, kindOf(value), source);
  assert.equal(length, typeof value === 'string' ? value.length : 0, source);
  if (kind === 'number' && !Number.isNaN(number))
    assert.ok(Object.is(number, value), `${source} read as ${number}`);
}

test('tells every field of rows of any keys and values', async () => {
  const property = fc.asyncProperty(
    fc.array(row, { minLength: 1, maxLength: 12 }),
    fc.constantFrom(64, 4096),
    async (rows, room) => {
      const lines = rows.map(
        (fields) => `{${fields.map(([key, value, a, b]) => `${a}${key}${b}:${a}${value}${b}`).join(',')}}`,
      );
      const expected = rows.flatMap((fields, number) => fields.map((known) => ({ number, known })));
      const records = await told(lines.join('\n'), room);
      assert.equal(records.length, expected.length, lines.join('\n'));
      for (const [at, { number, known }] of expected.entries()) {
        assert.equal(records[at]!.row, number);
        check(records[at]!, known[0], known[1]);
      }
    },
  );
  await fc.assert(property, { numRuns: 500 });
});

test('numbers that fit are exact, and those that do not are left to the reader', async () => {
  const sources = [
    '1',
    '-12.5',
    '0.1',
    '1e22',
    '1e23',
    '123456789.25',
    '9007199254740992',
    '9007199254740993',
  ];
  const records = await told(sources.map((source) => `{"a":${source}}`).join('\n'));
  assert.deepEqual(
    records.map(({ number }) => number),
    [1, -12.5, 0.1, 1e22, NaN, 123456789.25, 9007199254740992, NaN],
  );
});

test('rows that are no objects are told for what they are', async () => {
  const rows = ['{"a":1}', '', ' \t\r', '[1]', '"x"', '{}', ' { } ', '{"b":2}\r', 'null', '{"a":1}'];
  assert.deepEqual(await inShort(`\ufeff${rows.join('\n')}`), [
    '0 a number',
    '1 - blank',
    '2 - blank',
    '3 - notObject',
    '4 - notObject',
    '5 - empty',
    '6 - empty',
    '7 b number',
    '8 - notObject',
    '9 a number',
  ]);
});

test('a broken row is told as broken, after the fields before the place where it breaks', async () => {
  for (const broken of [
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{"a":1}x',
    '{"a":1,"b"}',
    '{"a":1,"b":}',
    '{"a":1,"b":"x}',
    '{"a":1,"b":[1',
    '{"a":1 "b":2}',
    '{"a":1,"b":nul}',
    '{"a":1,"b":01}',
    '{"a":1,"b":NaN}',
    '{"a":1,"b',
    '{"a":1,b:2}',
    '{"a":1,"b":-}',
    '{"a":1,"b":1.}',
    '{"a":1,"b":2e}',
  ])
    assert.deepEqual(await inShort(`${broken}\n{"c":3}`), ['0 a number', '0 - broken', '1 c number'], broken);
});

test('any bytes are gone through to the end, row by row', async () => {
  const bytes = fc
    .array(fc.constantFrom(...'{{}[]"\\:,\n19.e-tf nu\u0080é'.split('')), { maxLength: 400 })
    .map((signs) => Buffer.from(signs.join('')));
  const property = fc.asyncProperty(bytes, async (file) => {
    const lines = file.toString().split('\n');
    const seen = new Set((await told(file)).map(({ row }) => row));
    assert.equal(seen.size, file.at(-1) === 0x0a || file.length === 0 ? lines.length - 1 : lines.length);
  });
  await fc.assert(property, { numRuns: 500 });
});

test('equal values have equal hashes, others have not, and long ones have none', async () => {
  const values = Array.from({ length: 3000 }, (_, at) => `"${'v'.repeat(at % 40)}${at >> 1}"`);
  const hashes = (await told(values.map((value) => `{"a":${value}}`).join('\n'), MIB)).map(
    ({ hash }) => hash,
  );
  assert.equal(new Set(hashes).size, new Set(values).size);
  const [short, long] = await told('{"a":"12345678"}\n{"a":"123456789"}', 256, { longestHashed: 10 });
  assert.notEqual(short!.hash, '0:0');
  assert.equal(long!.hash, '0:0');
});

test('of a row with very many fields the first 1,024 are told, and that there are more', async () => {
  const keys = Array.from({ length: 3000 }, (_, at) => `k${at}`);
  const wide = `{${keys.map((key) => `"${key}":1`).join(',')}}`;
  const records = await inShort(`${wide}\n{"k2999":2,"k0":3}\n${wide}`);
  assert.equal(records.length, 1025 + 2 + 1025);
  assert.equal(records[1024], '0 - more');
  assert.deepEqual(records.slice(1025, 1027), ['1 - number', '1 k0 number']);
});

test('a row of 40 MiB is told as broken once, and the rows after it keep their numbers', async () => {
  const long = Buffer.alloc(40 * MIB, 'x');
  long.set(Buffer.from('{"a":1,"b":"'));
  const file = Buffer.concat([Buffer.from('{"a":1}\n'), long, Buffer.from('\n{"c":3}\n')]);
  assert.deepEqual(await inShort(file, MIB), ['0 a number', '1 a number', '1 - broken', '2 c number']);
});

test('results must have room for a row', () => {
  assert.throws(() => new FieldScanner(new Kernels(1024, 1024)), /no room/);
});
