import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editScript } from '../../../src/core/compare/edit-script';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

test('the edits turn one list into the other, and no others would be fewer', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const edits = editScript(before, after);
      const made: string[] = [];
      let at = 0;
      for (const { oldStart, oldEnd, newStart, newEnd } of edits) {
        made.push(...before.slice(at, oldStart));
        assert.equal(made.length, newStart);
        made.push(...after.slice(newStart, newEnd));
        at = oldEnd;
      }
      assert.deepEqual([...made, ...before.slice(at)], after);
      const cost = edits.reduce(
        (sum, edit) => sum + edit.oldEnd - edit.oldStart + edit.newEnd - edit.newStart,
        0,
      );
      assert.equal(cost, before.length + after.length - 2 * longestShared(before, after));
    }),
    { numRuns: 1000 },
  );
});

test('lists that have nothing in common are one edit', () => {
  const before = Array.from({ length: 3000 }, (_, at) => `o${at}`);
  const after = Array.from({ length: 2000 }, (_, at) => `n${at}`);
  assert.deepEqual(editScript(['x', ...before, 'y'], ['x', ...after, 'y']), [
    { oldStart: 1, oldEnd: 3001, newStart: 1, newEnd: 2001 },
  ]);
});

/** Length of the longest common subsequence, by the textbook. */
function longestShared(before: string[], after: string[]): number {
  let line = after.map(() => 0);
  for (const word of before) {
    const next: number[] = [];
    after.forEach((other, at) => {
      const both = word === other ? (line[at - 1] ?? 0) + 1 : 0;
      next.push(Math.max(both, line[at] ?? 0, next[at - 1] ?? 0));
    });
    line = next;
  }
  return line.at(-1) ?? 0;
}
