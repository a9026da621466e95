import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../../../src/core/compare/row-hash';
import { walkFile } from '../../../src/core/compare/row-walk';
import { walkRows } from '../../../src/core/dataset/row-reader';
import { memoryFile } from '../dataset/memory-files';
import { seeded } from '../seeded';

const MIB = 1024 * 1024;

async function hashesOf(bytes: Uint8Array) {
  const hashes: { low: number; high: number }[] = [];
  let told = 0;
  const rows = await walkFile(
    memoryFile(bytes),
    (row) => {
      assert.equal(row.number, hashes.length);
      hashes.push(row.hash());
    },
    (read) => (told = read),
  );
  assert.equal(rows, hashes.length);
  assert.equal(told, bytes.length);
  return hashes;
}

async function rowsOf(bytes: Uint8Array, longest = Infinity) {
  const rows: Uint8Array[] = [];
  for await (const row of walkRows(memoryFile(bytes), longest)) rows.push(row.bytes);
  return rows;
}

test('rows are cut as the reader cuts them, over the ends of chunks too', async () => {
  const chance = seeded(7);
  const ends = ['\n', '\r\n', '\n\n', '\r\r\n'];
  const parts = Array.from({ length: 400 }, () => 'x'.repeat(chance.below(20_000)) + chance.pick(ends));
  const bytes = Buffer.from(`\ufeff${parts.join('')}no line feed`);
  assert.ok(bytes.length > 3 * MIB);
  assert.deepEqual(await hashesOf(bytes), (await rowsOf(bytes)).map(hashOf));
});

test('a carriage return and its line feed may lie in two chunks', async () => {
  for (const length of [MIB - 2, MIB - 1, MIB]) {
    const bytes = Buffer.from(`${'a'.repeat(length)}\r\nb\n`);
    assert.deepEqual(await hashesOf(bytes), (await rowsOf(bytes)).map(hashOf), String(length));
  }
});

test('a row too long to hold has the hash of its bytes all the same', async () => {
  for (const length of [16 * MIB, 17 * MIB - 1, 17 * MIB]) {
    const bytes = Buffer.concat([
      Buffer.from('\ufeff'),
      Buffer.alloc(length - 3, '\r'),
      Buffer.from('\r\nlast'),
    ]);
    assert.deepEqual(await hashesOf(bytes), (await rowsOf(bytes)).map(hashOf), String(length));
  }
});
