import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ImagePacket } from '../protocol/page';

/** An image larger than this many bytes is not read. */
const LARGEST = 20 * 1024 * 1024;

/** First bytes of the image types that a page may show. SVG is not among them: it can carry scripts. */
const TYPES: [type: string, first: number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/** Reads an image that a row names: only from the dataset's folder and below, only of a known type, whatever its name. */
export async function readImage(dataset: string, file: string): Promise<ImagePacket> {
  const found = await locate(path.dirname(dataset), file);
  const handle = await open(found, 'r');
  try {
    const { size } = await handle.stat();
    if (size > LARGEST)
      throw new Error(`The image ${file} has ${(size / 1e6).toFixed(0)} MB: too large to show.`);
    const bytes = new Uint8Array(size);
    await handle.read(bytes, 0, size, 0);
    const type = TYPES.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0];
    if (!type) throw new Error(`${file} is not a PNG, JPEG, GIF or WebP image.`);
    return { bytes: bytes.buffer, type };
  } finally {
    await handle.close();
  }
}

async function locate(folder: string, file: string): Promise<string> {
  const root = await realpath(folder);
  const found = await realpath(path.resolve(root, file)).catch(() => null);
  if (found === null) throw new Error(`The image ${file} is not in the dataset's folder.`);
  if (path.relative(root, found).startsWith('..') || path.isAbsolute(path.relative(root, found))) {
    throw new Error(`The image ${file} lies outside the dataset's folder, so it is not read.`);
  }
  return found;
}
