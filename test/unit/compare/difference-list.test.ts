import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceKinds } from '../../../src/core/compare/difference';
import type { Difference, DifferenceKind } from '../../../src/core/compare/difference';
import { DifferenceList } from '../../../src/core/compare/difference-list';
import { seeded } from '../seeded';

function made(sizes: number[]): { list: DifferenceList; all: Difference[] } {
  const chance = seeded(3);
  const list = new DifferenceList();
  const all: Difference[] = [];
  for (const size of sizes) {
    const batch = Array.from({ length: size }, () => ({
      kind: chance.pick(differenceKinds),
      oldRow: chance.pick([null, chance.below(1000)]),
      newRow: chance.below(1000),
    }));
    list.add({
      kinds: Uint8Array.from(batch, ({ kind }) => differenceKinds.indexOf(kind)),
      oldRows: Int32Array.from(batch, ({ oldRow }) => oldRow ?? -1),
      newRows: Int32Array.from(batch, ({ newRow }) => newRow),
    });
    all.push(...batch);
  }
  return { list, all };
}

const CHOICES: DifferenceKind[][] = [['added'], ['removed', 'moved'], [...differenceKinds], []];

test('any stretch of any kinds is found', () => {
  const { list, all } = made([5, 1, 40, 7]);
  for (const kinds of CHOICES) {
    const wanted = all.filter(({ kind }) => kinds.includes(kind));
    assert.equal(list.count(kinds), wanted.length);
    for (const from of [0, 1, 4, 5, 6, 20, 52, 60])
      for (const count of [1, 3, 100])
        assert.deepEqual(list.slice(kinds, from, count), wanted.slice(from, from + count));
  }
});

test('the next of the same kind is found in both directions, however far', () => {
  const { list, all } = made([5000, 20]);
  for (let at = 0; at < 60; at++) {
    const alike = all.findIndex(({ kind }, other) => other > at && kind === all[at]?.kind);
    const before = all.findLastIndex(({ kind }, other) => other < at && kind === all[at]?.kind);
    assert.equal(list.nextAlike(differenceKinds, at, 1) ?? -1, alike);
    assert.equal(list.nextAlike(differenceKinds, at, -1) ?? -1, before);
  }
  const far = new DifferenceList();
  const kinds = new Uint8Array(20_000).fill(differenceKinds.indexOf('changed'));
  kinds[0] = kinds[19_999] = differenceKinds.indexOf('added');
  far.add({ kinds, oldRows: new Int32Array(20_000), newRows: new Int32Array(20_000) });
  assert.equal(far.nextAlike(differenceKinds, 0, 1), 19_999);
  assert.equal(far.nextAlike(differenceKinds, 19_999, -1), 0);
  assert.equal(far.nextAlike(differenceKinds, 19_999, 1), null);
});
