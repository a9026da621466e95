import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowAround, TextFinder } from '../../../src/core/scan/find-text';
import { Kernels } from '../../../src/core/scan/kernels';
import { PART_OVERLAP, rowBlocks } from '../../../src/core/scan/row-blocks';
import { memoryFile } from '../dataset/memory-files';
import { plainRows } from '../dataset/reference-rows';
import { plainFind } from './plain-find';

const MIB = 1024 * 1024;

interface Found {
  rows: number[];
  lines: string[];
  counted: number;
}

/** What is found in a file that is read in blocks of `room` bytes, with room for `results` bytes of results. */
async function found(
  file: Uint8Array,
  text: Uint8Array,
  ignoreCase = false,
  room = 64,
  results = 64,
): Promise<Found> {
  const kernels = new Kernels(room, results);
  const finder = new TextFinder(kernels, text, ignoreCase);
  const all: Found = { rows: [], lines: [], counted: 0 };
  for await (const block of rowBlocks(memoryFile(file), kernels)) {
    finder.find(block, (row, at) => {
      const { start, end } = rowAround(kernels.memory, block, at);
      all.rows.push(row);
      all.lines.push(kernels.memory.toString('latin1', start, end));
    });
  }
  return { ...all, counted: finder.rows };
}

/** Bytes of few kinds, so that texts are found, and nearly found. */
const someBytes = (maxLength: number) =>
  fc
    .uint8Array({ maxLength, min: 0, max: 255 })
    .map((bytes) => bytes.map((byte) => b('aAbB{\\\n\u0000zé@`')[byte % 13]!));

const b = (text: string) => Buffer.from(text, 'latin1');

test('finds the rows that going over every byte finds', async () => {
  const texts = someBytes(40)
    .map((bytes) => bytes.filter((byte) => byte !== 0x0a))
    .filter(({ length }) => length > 0);
  const property = fc.asyncProperty(
    someBytes(3000),
    fc.oneof(
      texts.map((text) => text.slice(0, 2)),
      texts,
    ),
    fc.boolean(),
    fc.constantFrom(64, 300, 5000),
    async (file, text, ignoreCase, room) => {
      const { rows, lines, counted } = await found(file, text, ignoreCase, room);
      assert.deepEqual(rows, plainFind(file, text, ignoreCase));
      const whole = Buffer.from(file).toString('latin1').split('\n');
      assert.deepEqual(
        lines,
        rows.map((row) => whole[row]),
      );
      assert.equal(counted, whole.length - 1);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('finds a text that was taken from the file, at every place of it', async () => {
  const file = Buffer.from(
    Array.from({ length: 500 }, (_, at) => (at % 71 === 70 ? 0x0a : 0x20 + ((at * 7) % 90))),
  );
  for (const row of plainRows(file)) {
    for (let from = 0; from < row.bytes.length; from++) {
      const text = row.bytes.subarray(from, from + 1 + (from % 30));
      assert.ok((await found(file, text)).rows.includes(row.number), `row ${row.number} from ${from}`);
    }
  }
});

test('letters fit in both cases when asked for, signs beside them do not', async () => {
  const file = b('[x]\n{x}\nÉX\n{X}');
  assert.deepEqual((await found(file, b('{X'), true)).rows, [1, 3]);
  assert.deepEqual((await found(file, b('[X'), true)).rows, [0]);
  assert.deepEqual((await found(file, b('{X'))).rows, [3]);
  assert.deepEqual((await found(file, b('éx'), true)).rows, []);
});

test('what lies behind the end of a block is never found', async () => {
  const kernels = new Kernels(64, 64);
  const finder = new TextFinder(kernels, b('needle'), false);
  kernels.memory.set(b('xx needle'), kernels.roomAt);
  const rows: number[] = [];
  const block = { start: kernels.roomAt, offset: 0, continued: false, unfinished: false };
  finder.find({ ...block, end: kernels.roomAt + 8 }, (row) => rows.push(row));
  assert.equal(rows.length, 0);
  finder.find({ ...block, end: kernels.roomAt + 9 }, (row) => rows.push(row));
  assert.deepEqual(rows, [0]);
});

/** Where the blocks end that a file is read in. */
async function blockEnds(file: Uint8Array, room: number): Promise<number[]> {
  const ends: number[] = [];
  for await (const { offset, start, end } of rowBlocks(memoryFile(file), new Kernels(room, 64)))
    ends.push(offset + end - start);
  return ends;
}

test('a row of 60 MiB is searched in parts, and told once, where it is cut as well', async () => {
  const file = Buffer.concat([
    b('a\n'),
    Buffer.alloc(60 * MIB, 'x'),
    b('\nb\n'),
    b('y'.repeat(PART_OVERLAP)),
  ]);
  const cuts = (await blockEnds(file, MIB)).filter((end) => end > 2 && end < 60 * MIB);
  assert.ok(cuts.length >= 2);
  for (const cut of cuts) {
    const text = b('y'.repeat(PART_OVERLAP));
    const marked = Buffer.from(file);
    marked.set(text, cut - 5);
    marked.set(text, cut - PART_OVERLAP);
    const { rows, counted } = await found(marked, text, false, MIB);
    assert.deepEqual(rows, [1, 3]);
    assert.equal(counted, 3);
  }
});

test('an empty text, one with a line feed and one too long are refused', () => {
  for (const text of ['', 'a\nb', 'x'.repeat(PART_OVERLAP + 1)])
    assert.throws(() => new TextFinder(new Kernels(64, 64), b(text), false));
});
