import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { ImageFiles } from '../../../src/core/image/image-files';
import { dataFolder } from '../real-data';
import { folderWith } from '../temp-files';
import { png } from './made-images';

async function workspace(context: Parameters<typeof folderWith>[0]) {
  const folder = await folderWith(context, { 'outside.png': png(9, 9) });
  const inside = path.join(folder, 'work');
  for (const each of ['sets/images/deep', 'pictures'])
    await mkdir(path.join(inside, each), { recursive: true });
  const put = (name: string, content: Uint8Array | string) => writeFile(path.join(inside, name), content);
  await put('sets/beside.png', png(1, 2));
  await put('sets/images/in.png', png(3, 4));
  await put('sets/images/deep/17.jpg', png(5, 6));
  await put('pictures/other.png', png(7, 8));
  return {
    folder,
    inside,
    put,
    images: new ImageFiles(nodeFileStore, path.join(inside, 'sets/a.jsonl'), inside),
  };
}

test('an image is found beside the dataset, in its image folders, and without its extension', async (context) => {
  const { images } = await workspace(context);
  const cases: [string, [number, number]][] = [
    ['beside.png', [1, 2]],
    ['images/in.png', [3, 4]],
    ['in.png', [3, 4]],
    ['in', [3, 4]],
    ['deep/17', [5, 6]],
    ['../pictures/other.png', [7, 8]],
    ['../pictures/other', [7, 8]],
  ];
  for (const [name, size] of cases) {
    const facts = await images.facts(name);
    assert.deepEqual(facts.fault === null && [facts.width, facts.height], size, name);
    assert.ok((await images.read(name)).bytes.length > 0);
  }
});

test('an id leads to its image by a list beside the dataset; a folder that is added later is looked in', async (context) => {
  const { images, put, inside } = await workspace(context);
  assert.equal((await images.facts('id-1')).fault, 'missing');
  await put('sets/images.json', JSON.stringify({ 'id-1': 'images/in.png', bad: '../../outside.png' }));
  assert.equal((await images.facts('id-1')).fault, null);
  assert.equal((await images.facts('bad')).fault, 'refused');
  await mkdir(path.join(inside, 'sets/figures'));
  await put('sets/figures/late.png', png(2, 2));
  assert.equal((await images.facts('late.png')).fault, null);
});

test('no name leads out of the workspace', async (context) => {
  const { images, folder, inside, put } = await workspace(context);
  await symlink(path.join(folder, 'outside.png'), path.join(inside, 'sets/link.png'));
  await symlink(folder, path.join(inside, 'sets/images/up'));
  await put('sets/text.png', 'a secret');
  for (const name of [
    '../../outside.png',
    path.join(folder, 'outside.png'),
    'images/../../../outside.png',
    'link.png',
    'link',
    'up/outside.png',
    'a\0.png',
    '/etc/passwd',
  ]) {
    const facts = await images.facts(name);
    assert.equal(facts.fault, 'refused', `${name}: ${JSON.stringify(facts)}`);
    await assert.rejects(images.read(name), /workspace|no file name/, name);
  }
  const text = await images.facts('text.png');
  assert.equal(text.fault, 'unreadable');
  assert.doesNotMatch(JSON.stringify(text), /secret/);
});

test('a missing image says its name and where it was looked for; a folder is none', async (context) => {
  const { images } = await workspace(context);
  const missing = await images.facts('none.png');
  assert.equal(missing.fault, 'missing');
  assert.match(
    missing.fault === null ? '' : missing.message,
    /There is no image none\.png\. Looked in sets, sets\/images, /,
  );
  assert.equal((await images.facts('deep')).fault, 'unreadable');
});

const data = dataFolder();
if (data !== undefined) {
  test('the images of real datasets are found as their rows name them', async () => {
    const cases: [string, string][] = [
      ['we-math/testmini_linked_groups.jsonl', '2steps/image/1-1.png'],
      ['mathreal/testmini.jsonl', 'real/0001.jpg'],
      ['dynamath/variants_10x501.jsonl', 'trial1/image/image1.png'],
      ['misconceptions/misconceptions.jsonl', 'MaE37-Ex1Q'],
      ['mit_university/questions.jsonl', 'data/images/18.01-q1-codex-output-plot.png'],
    ];
    for (const [dataset, name] of cases) {
      const facts = await new ImageFiles(nodeFileStore, path.join(data, dataset)).facts(name);
      assert.ok(facts.fault === null && facts.width > 10, `${dataset}: ${JSON.stringify(facts)}`);
    }
  });
}
