import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineFeedCounter } from '../../../src/core/scan/line-feeds';

const CELL = 4096;
const ROOM = 8 * CELL;

/** The line feeds of each cell, by going over every byte. */
function plainCounts(bytes: Uint8Array): number[] {
  const cells = Array.from({ length: Math.ceil(bytes.length / CELL) }, (_, at) =>
    bytes.subarray(at * CELL, (at + 1) * CELL),
  );
  return cells.map((cell) => cell.filter((byte) => byte === 0x0a).length);
}

function counts(counter: LineFeedCounter, bytes: Uint8Array): number[] {
  counter.room.fill(0x0a); // what lies behind the bytes must not be counted
  counter.room.set(bytes);
  return [...counter.count(bytes.length)];
}

test('counts what going over every byte counts', () => {
  const counter = new LineFeedCounter(ROOM, CELL);
  const bytes = fc
    .tuple(fc.nat(ROOM), fc.nat(), fc.constantFrom(1, 2, 30, 3000))
    .map(([length, seed, rare]) =>
      Uint8Array.from({ length }, (_, at) =>
        (((at + seed) * 2654435761) % 4294967296) % rare === 0 ? 0x0a : at & 0xff,
      ),
    );
  fc.assert(
    fc.property(bytes, (file) => assert.deepEqual(counts(counter, file), plainCounts(file))),
    { numRuns: 300 },
  );
});

test('counts bytes that are all line feeds, and none', () => {
  const counter = new LineFeedCounter(ROOM, CELL);
  for (const length of [0, 1, 15, 16, 63, 64, 65, CELL - 1, CELL, CELL + 1, ROOM]) {
    for (const byte of [0x0a, 0x8a, 0x0b, 0x00])
      assert.deepEqual(
        counts(counter, new Uint8Array(length).fill(byte)),
        plainCounts(new Uint8Array(length).fill(byte)),
      );
  }
});
