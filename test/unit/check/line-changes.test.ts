import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { movedLine, touchedLines } from '../../../src/core/check/line-changes';

test('a line is found again after lines were put in and taken out', () => {
  const insert = { start: 2, end: 2, lines: 3, atStart: true };
  assert.deepEqual(
    [1, 2, 3].map((line) => movedLine(line, [insert])),
    [1, 4, 5],
  );
  const within = { start: 2, end: 2, lines: 2, atStart: false };
  assert.deepEqual(
    [2, 3].map((line) => movedLine(line, [within])),
    [2, 4],
  );
  const removed = { start: 1, end: 3, lines: 1, atStart: true };
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((line) => movedLine(line, [removed])),
    [0, null, null, 1, 2],
  );
  assert.equal(movedLine(5, [insert, removed]), 5);
});

test('lines that no change touches keep their text; all others are touched', () => {
  const change = fc.record({
    start: fc.nat(6),
    length: fc.nat(3),
    put: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (asked) => {
      let text = Array.from({ length: 8 }, (_, line) => `line ${line}`);
      const changes = asked.map(({ start, length, put }) => {
        const from = Math.min(start, text.length);
        const end = Math.min(from + length, text.length);
        text = [...text.slice(0, from), ...put, ...text.slice(end)];
        return { start: from, end, lines: put.length + 1, atStart: true };
      });
      const touched = changes.reduce<ReadonlySet<number>>(touchedLines, new Set());
      for (const [now, line] of text.entries()) {
        const before = /^line (\d)$/.exec(line)?.[1];
        if (before !== undefined) assert.equal(movedLine(Number(before), changes), now);
        else assert.ok(touched.has(now), `${now} of ${text.join()}`);
      }
    }),
  );
});
