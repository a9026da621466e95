import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../../../src/core/check/finding';
import { startChecks, startFileChecks } from '../../../src/core/check/run-checks';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { ImageFiles } from '../../../src/core/image/image-files';
import { detectProfile } from '../../../src/core/profile/detect';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { png } from '../image/made-images';
import { folderWith } from '../temp-files';

async function check(folder: string, row: Json): Promise<Finding[] | null> {
  const { profile } = detectProfile([row], shippedProfiles);
  const bytes = Buffer.from(JSON.stringify(row));
  const verdict = startChecks(
    profile,
    typesetFault,
  )({
    number: 3,
    bytes,
    size: bytes.length,
  });
  const images = new ImageFiles(nodeFileStore, path.join(folder, 'a.jsonl'));
  return (await startFileChecks(profile, images)(verdict.row)) ?? null;
}

test('what is wrong with images is found, with row, field and place in the text', async (context) => {
  const folder = await folderWith(context, { 'cut.png': png(30, 30).subarray(0, 50), 'a.png': png(4, 4) });
  await mkdir(path.join(folder, 'images'));
  await writeFile(path.join(folder, 'images', 'text.png'), 'no image');
  const found = async (row: Json) =>
    (await check(folder, row))?.map(({ rule, severity, path: at }) => [rule, severity, at.join('.')]) ?? null;
  const q = { question: 'How long is AB?', answer: '4' };
  assert.deepEqual(await found({ ...q, image: 'a.png' }), []);
  assert.deepEqual(await found({ ...q, image: 'none.png' }), [['image/missing', 'warning', 'image']]);
  assert.deepEqual(await found({ ...q, image: '../up.png' }), [['image/refused', 'warning', 'image']]);
  assert.deepEqual(await found({ ...q, images: ['cut.png', 'text.png'] }), [
    ['image/unreadable', 'warning', 'images.0'],
    ['image/unreadable', 'warning', 'images.1'],
  ]);
  assert.deepEqual(
    await found({ ...q, question: 'See <image1>, <image3>.', images: ['a.png', 'images/text.png'] }),
    [
      ['image/unreadable', 'warning', 'images.1'],
      ['image/missing', 'warning', 'question'],
      ['image/unreferenced', 'info', 'images.1'],
    ],
  );
  assert.deepEqual(await found({ ...q, question: 'See ![it](gone.png)' }), [
    ['image/missing', 'warning', 'question'],
  ]);
  assert.deepEqual(await found({ ...q, image: 'http://example.org/a.png' }), []);
  assert.equal(await found(q), null);
  const [finding] = (await check(folder, { question: 'é <image9>', answer: '1', image: 'a.png' })) ?? [];
  assert.equal(finding?.row, 3);
  const text = JSON.stringify({ question: 'é <image9>', answer: '1', image: 'a.png' });
  assert.equal(text.slice(finding?.span?.start, finding?.span?.end), '<image9>');
});
