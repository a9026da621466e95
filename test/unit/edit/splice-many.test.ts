import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Piece, Splice } from '../../../src/core/edit/piece';
import { rowsInAll } from '../../../src/core/edit/piece';
import { RowList } from '../../../src/core/edit/row-list';
import { spliceMany } from '../../../src/core/edit/splice-many';

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.nat(99).map((offset): Piece => ({ kind: 'added', offset, size: 1 })),
  fc.tuple(fc.nat(50), fc.nat(5)).map(([from, count]): Piece => ({ kind: 'file', from, count })),
);
const part = fc.record({ gap: fc.nat(3), remove: fc.nat(3), insert: fc.array(piece, { maxLength: 2 }) });
/** Some splices down the list, or up, or anywhere. */
const run = fc.record({
  way: fc.constantFrom('down' as const, 'up' as const, 'anywhere' as const),
  parts: fc.array(part, { minLength: 1, maxLength: 60, size: 'max' }),
});

function splicesOf(runs: (typeof run extends fc.Arbitrary<infer Run> ? Run : never)[]): Splice[] {
  return runs.flatMap(({ way, parts }) => {
    const splices: Splice[] = [];
    let at = way === 'up' ? 400 : 0;
    for (const { gap, remove, insert } of parts) {
      if (way === 'up') at -= gap + remove;
      else if (way === 'down') at += gap;
      else at = gap * 7 + remove;
      splices.push({ at, remove, insert });
      if (way === 'down') at += rowsInAll(insert);
    }
    return splices;
  });
}

test('many splices do what they do one by one, and are taken back so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), async (runs) => {
      const splices = splicesOf(runs);
      const one = new RowList();
      const inverses = splices.map((splice) => one.splice(splice));
      const start = new RowList();
      const { list, forward, backward } = await spliceMany(start, splices);
      assert.ok(start.isWholeFile);
      assert.deepEqual(list.pieces, one.pieces);
      assert.deepEqual(forward, splices);
      assert.deepEqual(backward, inverses);
      const back = await spliceMany(list, backward.toReversed());
      assert.ok(back.list.isWholeFile);
    }),
    { numRuns: 300 },
  );
});

test('a document that is kept whole, in many parts, is laid over the file in one pass', async () => {
  const pieces = Array.from({ length: 100 }, (_, at): Piece => ({ kind: 'added', offset: 2 * at, size: 1 }));
  const rest: Piece = { kind: 'file', from: 3, count: Infinity };
  const parts = pieces.map((each, at): Splice => ({ at, remove: at === 0 ? Infinity : 0, insert: [each] }));
  const { list } = await spliceMany(new RowList(), [...parts, { at: 100, remove: 0, insert: [rest] }]);
  assert.deepEqual(list.pieces, [...pieces, rest]);
});

test('splices of rows that are not there are refused, however many there are', async () => {
  const list = new RowList([{ kind: 'file', from: 0, count: 50 }]);
  const each = (count: number) =>
    Array.from({ length: count }, (_, at): Splice => ({
      at,
      remove: 1,
      insert: [{ kind: 'added', offset: at, size: 1 }],
    }));
  await spliceMany(list, each(50));
  await assert.rejects(spliceMany(list, each(51)), RangeError);
});
