import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { decompress, defaultLimits } from '../../../src/core/import/decompress';
import type { DecompressLimits } from '../../../src/core/import/bounded-output';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';

const chance = seeded(7);
const line = () => `{"id":${chance.below(1e9)},"text":"${chance.below(1e9).toString(36).repeat(3)}"}\n`;
const text = Buffer.from(Array.from({ length: 40_000 }, line).join(''));

/** The same eight bytes as zstd writes them: a frame of one raw block. */
const zstdFrame = (content: Buffer) =>
  Buffer.concat([
    Buffer.from('28b52ffd', 'hex'),
    Buffer.from([0x00, 0x58]), // no size, a window of 2 MB
    ...rawBlocks(content),
  ]);

function rawBlocks(content: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < content.length; at += 100_000) {
    const part = content.subarray(at, at + 100_000);
    const last = at + 100_000 >= content.length ? 1 : 0;
    const header = (part.length << 3) | last;
    blocks.push(Buffer.from([header & 255, (header >> 8) & 255, header >> 16]), part);
  }
  return blocks;
}

async function unpack(
  context: TestContext,
  packed: Buffer,
  how: 'gzip' | 'zstd' = 'gzip',
  limits: Partial<DecompressLimits> = {},
) {
  const folder = await folderWith(context, { packed });
  const request = {
    from: path.join(folder, 'packed'),
    to: path.join(folder, 'rows.jsonl'),
    how,
    limits: { ...defaultLimits, ...limits },
  };
  const told: number[] = [];
  const result = await decompress(nodeFileStore, request, new AbortController().signal, ({ written }) =>
    told.push(written),
  );
  return { ...result, told, bytes: readFileSync(request.to), written: result.written };
}

const archives: [string, 'gzip' | 'zstd', (content: Buffer) => Buffer][] = [
  ['gzip', 'gzip', (content) => gzipSync(content)],
  [
    'gzip in members',
    'gzip',
    (content) => Buffer.concat([gzipSync(content.subarray(0, 999)), gzipSync(content.subarray(999))]),
  ],
  ['zstd', 'zstd', zstdFrame],
  [
    'zstd in frames',
    'zstd',
    (content) => Buffer.concat([zstdFrame(content.subarray(0, 999)), zstdFrame(content.subarray(999))]),
  ],
];

for (const [name, how, pack] of archives) {
  test(`${name}: everything in it, with progress`, async (context) => {
    const { bytes, broken, told, written } = await unpack(context, pack(text), how);
    assert.equal(broken, null);
    assert.ok(bytes.equals(text));
    assert.equal(written, text.length);
    assert.ok(told.length > 2 && told.at(-1) === text.length);
  });

  test(`${name}: cut off, it keeps what came before and says where`, async (context) => {
    const packed = pack(text);
    const { bytes, broken } = await unpack(context, packed.subarray(0, packed.length >> 1), how);
    assert.match(broken ?? '', /damaged or cut off near byte [\d,]+/);
    assert.ok(bytes.length > text.length / 4 && text.subarray(0, bytes.length).equals(bytes));
  });
}

test('a damaged archive keeps what came before', async (context) => {
  const packed = gzipSync(text);
  packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 64);
  const { bytes, broken } = await unpack(context, packed);
  assert.match(broken ?? '', /damaged/);
  const before = text.length >> 2; // damage can be taken for content for a while
  assert.ok(bytes.subarray(0, before).equals(text.subarray(0, before)));
});

test('what is no archive gives nothing and says so', async (context) => {
  const { bytes, broken } = await unpack(context, Buffer.from('\x1f\x8bnothing of the kind', 'latin1'));
  assert.match(broken ?? '', /damaged/);
  assert.equal(bytes.length, 0);
});

test('a bomb ends at the ratio, and names it', async (context) => {
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
  const { bytes, broken } = await unpack(context, bomb, 'gzip', { ratioFrom: 1024 * 1024 });
  assert.match(broken ?? '', /more than 200 times its size \(\d/);
  assert.ok(bytes.length >= 1024 * 1024 && bytes.length < 32 * 1024 * 1024);
});

test('the largest size is kept to, to the byte', async (context) => {
  const { bytes, broken } = await unpack(context, gzipSync(text), 'gzip', { mostBytes: 100_000 });
  assert.match(broken ?? '', /grows past 0\.1 MB/);
  assert.ok(bytes.equals(text.subarray(0, 100_000)));
});

test('when stopped it rejects and leaves nothing', async (context) => {
  const folder = await folderWith(context, { packed: gzipSync(text) });
  const to = path.join(folder, 'rows.jsonl');
  const stop = new AbortController();
  const run = decompress(
    nodeFileStore,
    { from: path.join(folder, 'packed'), to, how: 'gzip' },
    stop.signal,
    () => stop.abort(),
  );
  await assert.rejects(run, { name: 'AbortError' });
  assert.equal(existsSync(to), false);
});
