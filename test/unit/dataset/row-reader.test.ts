import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenFile } from '../../../src/core/dataset/file-store';
import { RowIndex } from '../../../src/core/dataset/row-index';
import { readRows, walkRows } from '../../../src/core/dataset/row-reader';
import type { RawRow } from '../../../src/core/dataset/row-reader';
import { seeded } from '../seeded';
import { HOSTILE_FILES } from './hostile-files';
import { memoryFile } from './memory-files';
import { plainRows } from './reference-rows';

async function indexOf(bytes: Uint8Array): Promise<RowIndex> {
  const index = new RowIndex();
  await index.scan(memoryFile(bytes), new AbortController().signal, () => undefined);
  return index;
}

/** A file that answers at once, as a disk does whose pages are in memory. */
function quickFile(bytes: Uint8Array): OpenFile {
  const readNow = (target: Uint8Array, offset: number) => {
    const part = bytes.subarray(offset, offset + target.length);
    target.set(part);
    return part.length;
  };
  return { ...memoryFile(bytes), readNow };
}

async function walked(file: OpenFile, longest?: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of walkRows(file, longest)) rows.push(row);
  return rows;
}

/** Big rows are compared by their lengths first: printing them would take for ever. */
function assertSame(found: RawRow[], expected: RawRow[], what: string): void {
  const inWords = (rows: RawRow[]) => rows.map(({ number, bytes }) => `${number}: ${bytes.length}`);
  assert.deepEqual(inWords(found), inWords(expected), what);
  for (const [at, { bytes, number, size }] of found.entries()) {
    assert.ok(Buffer.from(bytes).equals(expected[at]!.bytes), `${what}, row ${number}`);
    assert.equal(size, expected[at]!.size, `${what}, row ${number}`);
  }
}

for (const [name, bytes] of HOSTILE_FILES) {
  test(`reads ${name} as a plain reading does`, async () => {
    const file = memoryFile(bytes);
    const index = await indexOf(bytes);
    const expected = plainRows(bytes);
    assertSame(await readRows(file, index, 0, expected.length + 5), expected, 'all');
    assertSame(await walked(file), expected, 'walked');
    for (const number of someOf(expected.length)) {
      assertSame(await readRows(file, index, number, 1), [expected[number]!], 'one');
      assertSame(await readRows(file, index, number, 3), expected.slice(number, number + 3), 'three');
      const quick = quickFile(bytes);
      assertSame(await readRows(quick, index, number, 1), [expected[number]!], 'one at once');
      assertSame(await readRows(quick, index, number, 50), expected.slice(number, number + 50), '50 at once');
    }
  });

  test(`cuts the long rows of ${name}, and no other`, async () => {
    const index = await indexOf(bytes);
    for (const longest of [1, 7, 64 * 1024, 64 * 1024 + 1]) {
      const found = await readRows(memoryFile(bytes), index, 0, index.rows, longest);
      assertSame(found, cutRows(bytes, longest), `at ${longest}`);
      assertSame(await walked(memoryFile(bytes), longest), found, `walked at ${longest}`);
    }
  });
}

/** What is cut loses its end, and with it the carriage return; a byte order mark is taken off what is left. */
function cutRows(bytes: Uint8Array, longest: number): RawRow[] {
  return plainRows(bytes).map((row) => {
    if (row.lineSize <= longest) return row;
    const head = bytes.slice(row.offset, row.offset + longest);
    const marked = row.number === 0 && Buffer.from(head).subarray(0, 3).toString('hex') === 'efbbbf';
    return { ...row, bytes: marked ? head.slice(3) : head, size: row.lineSize };
  });
}

test('no rows are read outside the file', async () => {
  const bytes = Buffer.from('a\nb\nc');
  const index = await indexOf(bytes);
  assert.deepEqual(await readRows(memoryFile(bytes), index, 3, 10), []);
  assert.deepEqual(await readRows(memoryFile(bytes), index, 0, 0), []);
});

test('reading a row costs a bounded part of the file', async () => {
  const bytes = Buffer.from(`${'x'.repeat(99)}\n`.repeat(100_000));
  const index = await indexOf(bytes);
  let read = 0;
  const file = memoryFile(bytes);
  const counting: typeof file = {
    ...file,
    read: async (offset, length) => {
      const part = await file.read(offset, length);
      read += part.length;
      return part;
    },
  };
  await readRows(counting, index, 99_000, 1);
  assert.ok(read <= 3 * 64 * 1024, `${read} bytes were read for one row of 100`);
});

test('a row among others of its length is read with little around it', async () => {
  const bytes = Buffer.from(`${'x'.repeat(499)}\n`.repeat(10_000));
  const index = await indexOf(bytes);
  const file = quickFile(bytes);
  const reads: number[] = [];
  const readNow = (target: Uint8Array, offset: number) => {
    reads.push(target.length);
    return file.readNow!(target, offset);
  };
  for (let row = 0; row < index.rows; row += 7) await readRows({ ...file, readNow }, index, row, 1);
  assert.equal(reads.length, Math.ceil(index.rows / 7), 'one read a row');
  assert.ok(Math.max(...reads) <= 8 * 1024, `${Math.max(...reads)} bytes were read for one row of 500`);
});

test('a file that lost its line feeds or its end after it was indexed is not read as if it had them', async () => {
  const bytes = Buffer.from(`${'x'.repeat(499)}\n`.repeat(1000));
  const index = await indexOf(bytes);
  for (const row of [3, 12, 23, 24, 500, 999]) {
    const read = async (now: Uint8Array) => readRows(quickFile(now), index, row, 1);
    await assert.rejects(read(Buffer.alloc(bytes.length, 'x')), /written over/);
    await assert.rejects(read(bytes.subarray(0, 1000)), /shorter|written over/);
  }
});

test('a read that gives less than asked for loses nothing', async () => {
  const bytes = HOSTILE_FILES.find(([name]) => name === 'random file 3')![1];
  const whole = memoryFile(bytes);
  const chance = seeded(9);
  const shortening: typeof whole = {
    ...whole,
    read: (offset, length) => whole.read(offset, 1 + chance.below(length)),
  };
  assertSame(await walked(shortening), plainRows(bytes), 'walked');
});

/** All rows of a small file, some of a large one. */
function someOf(rows: number): number[] {
  const chance = seeded(rows);
  if (rows < 300) return Array.from({ length: rows }, (_, at) => at);
  return [0, 1, rows - 2, rows - 1, ...Array.from({ length: 40 }, () => chance.below(rows))];
}
