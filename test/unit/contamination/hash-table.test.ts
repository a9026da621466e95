import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listOf, makePostings } from '../../../src/core/contamination/hash-table';

/** Item after item, each with hashes of which some are those of others. */
const pairs = fc
  .array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), { maxLength: 30 })
  .map((hashesOfItems) =>
    hashesOfItems.flatMap((hashes, item) =>
      hashes.map((hash) => ({ hash: (hash * 0x9e3779b1) >>> 0, item })),
    ),
  );

test('each hash has the list of its items, in their order, each once; others have none', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const postings = makePostings(
        all.map(({ hash }) => hash),
        all.map(({ item }) => item),
      );
      const expected = new Map<number, Set<number>>();
      for (const { hash, item } of all) expected.set(hash, (expected.get(hash) ?? new Set()).add(item));
      for (const [hash, items] of expected) {
        const list = listOf(postings, hash);
        const found = postings.items.subarray(postings.begins[list], postings.begins[list + 1]);
        assert.deepEqual([...found], [...items]);
      }
      assert.equal(postings.begins.length, expected.size + 1);
      assert.equal(listOf(postings, 41 * 7), -1);
    }),
  );
});
