import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FileRowMap } from '../../../src/core/edit/file-row-map';
import type { Piece, Splice } from '../../../src/core/edit/piece';
import { RowList } from '../../../src/core/edit/row-list';
import { seeded } from '../seeded';

const added = (offset: number): Piece => ({ kind: 'added', offset, size: 1 });

/** The first rows of a list, spelled out: file rows as numbers, added rows as their offset behind a plus. */
function spelled(list: RowList, rows: number): string[] {
  return list.slice(0, rows).flatMap((piece) => {
    if (piece.kind === 'added') return [`+${piece.offset}`];
    return Array.from({ length: Math.min(piece.count, rows) }, (_, at) => String(piece.from + at));
  });
}

const splice = fc.record({
  at: fc.nat(60),
  remove: fc.nat(20),
  insert: fc.array(
    fc.oneof(
      fc.nat(99).map(added),
      fc.record({ kind: fc.constant('file' as const), from: fc.nat(50), count: fc.nat(9) }),
    ),
    { maxLength: 4 },
  ),
});

test('splices do what they do to an array, and are taken back to one piece', () => {
  fc.assert(
    fc.property(fc.array(splice, { maxLength: 30 }), (splices) => {
      const list = new RowList();
      let plain = Array.from({ length: 2000 }, (_, row) => String(row));
      const inverses: Splice[] = [];
      for (const { at, remove, insert } of splices) {
        inverses.push(list.splice({ at, remove, insert }));
        plain.splice(at, remove, ...spelled(new RowList(insert), 100));
        assert.deepEqual(spelled(list, 100).slice(0, 100), plain.slice(0, 100));
      }
      assert.equal(list.rowCount(2000), plain.length);
      for (const row of [0, 1, 17, 63]) {
        const origin = list.origin(row)!;
        assert.equal(origin.kind === 'file' ? String(origin.row) : `+${origin.offset}`, plain[row]);
      }
      for (const inverse of inverses.toReversed()) list.splice(inverse);
      assert.ok(list.isWholeFile);
    }),
  );
});

test('a hundred thousand pieces', () => {
  const chance = seeded(7);
  const list = new RowList();
  const inverses: Splice[] = [];
  const copy = list.copy();
  for (let number = 0; number < 50_000; number++) {
    inverses.push(list.splice({ at: chance.below(300_000), remove: 1, insert: [added(number)] }));
  }
  assert.ok(copy.isWholeFile);
  assert.ok(list.pieces.length > 85_000);
  assert.equal(list.rowCount(300_000), 300_000);
  const map = new FileRowMap(list.pieces);
  const all = Array.from({ length: 300_000 }, (_, row) => row);
  const found = map.documentRows(all);
  const gone = new Set(list.addedRows().map(({ row }) => row));
  assert.deepEqual(
    found,
    all.filter((row) => !gone.has(row)),
  );
  for (const inverse of inverses.toReversed()) list.splice(inverse);
  assert.ok(list.isWholeFile);
});

test('rows that do not exist cannot be replaced', () => {
  const list = new RowList([added(0), { kind: 'file', from: 3, count: 2 }]);
  assert.throws(() => list.splice({ at: 2, remove: 2, insert: [] }), RangeError);
  assert.throws(() => list.splice({ at: 4, remove: 0, insert: [] }), RangeError);
  assert.throws(() => list.splice({ at: -1, remove: 1, insert: [] }), RangeError);
  assert.equal(list.origin(3), null);
  list.splice({ at: 0, remove: Infinity, insert: [] });
  assert.deepEqual(list.pieces, []);
  list.splice({ at: 0, remove: 0, insert: [added(1)] });
  assert.deepEqual(list.pieces, [added(1)]);
});
