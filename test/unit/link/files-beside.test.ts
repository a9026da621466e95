import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { filesBeside } from '../../../src/core/link/files-beside';
import { areParts, splitIn } from '../../../src/core/link/splits';
import { folderWith } from '../temp-files';
import { linkedBy } from './linked-rows';

test('the other parts of a dataset are read with it, and the files that its rules name', async (context) => {
  const names = [
    'a_train.jsonl',
    'a_test.jsonl',
    'a_dev.jsonl',
    'b_test.jsonl',
    'a_test.json',
    'mgsm_de.jsonl',
    'xmgsm_de.jsonl',
    'notes.txt',
  ];
  const folder = await folderWith(context, Object.fromEntries(names.map((name) => [name, '{}\n'])));
  const beside = async (name: string, files?: string[]) =>
    (
      await filesBeside(
        nodeFileStore,
        path.join(folder, name),
        linkedBy([{ type: 'variant', field: ['g'], ...(files ? { files } : {}) }]),
      )
    ).toSorted();
  assert.deepEqual(await beside('a_test.jsonl'), ['a_dev.jsonl', 'a_train.jsonl']);
  assert.deepEqual(await beside('mgsm_de.jsonl'), []);
  assert.deepEqual(await beside('b_test.jsonl', ['mgsm_*.jsonl', 'b_test.jsonl']), ['mgsm_de.jsonl']);
  assert.deepEqual(await filesBeside(nodeFileStore, path.join(folder, 'a_test.jsonl'), linkedBy([])), []);
});

const SPLITS: [string, string | null][] = [
  ['train.jsonl', 'train'],
  ['gsm8k_Test-00001.jsonl', 'test'],
  ['testmini', 'test'],
  ['valid', 'validation'],
  ['latest.jsonl', null],
  ['contest', null],
  ['', null],
];

for (const [name, split] of SPLITS)
  test(`“${name}” tells of ${split}`, () => assert.equal(splitIn(name), split));

test('files are parts of one dataset when nothing but the part differs', () => {
  assert.ok(areParts('m_train.jsonl', 'm_test.jsonl'));
  assert.ok(!areParts('m_train.jsonl', 'n_test.jsonl'));
  assert.ok(!areParts('train.jsonl', 'train.jsonl'));
  assert.ok(!areParts('a.jsonl', 'b.jsonl'));
});
