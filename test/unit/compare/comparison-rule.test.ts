import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonRule } from '../../../src/core/compare/comparison-rule';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { memoryDisk } from '../dataset/memory-files';
import { profileNamed } from '../profile/profiles';

async function ruleFor(profile: string, rows: unknown[]) {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  const dataset = await DatasetFile.open(memoryDisk({ a: text }).store, 'a');
  await dataset.indexed;
  return comparisonRule(profileNamed(profile), dataset);
}

test('a known dataset is compared as its profile says', async () => {
  assert.deepEqual(await ruleFor('math', [{ id: 1 }]), { id: ['unique_id'], identity: [['problem']] });
});

test('elsewhere rows are named by a usual id that each of them has', async () => {
  assert.deepEqual((await ruleFor('generic', [{ id: 1, uid: 'a' }, '{broken', { id: 2, uid: 'b' }])).id, [
    'id',
  ]);
  assert.deepEqual(
    (
      await ruleFor('generic', [
        { id: 1, uid: 'a' },
        { id: 1, uid: 'b' },
      ])
    ).id,
    ['uid'],
  );
  assert.deepEqual((await ruleFor('generic', [{ id: 1, idx: 0 }, { idx: 1 }])).id, ['idx']);
});

test('no field names rows when values repeat, are empty, or are no names', async () => {
  for (const rows of [[{ id: '' }, { id: 'a' }], [{ id: [1] }], [{ id: 1 }, { id: '1' }], []])
    assert.equal((await ruleFor('generic', rows)).id, undefined);
});
