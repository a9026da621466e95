import path from 'node:path';
import type { FileStore } from './file-store';

/** An image's bytes, and its type as a MIME type. */
export interface ImageBytes {
  bytes: Uint8Array;
  type: string;
}

/** An image larger than this many bytes is not read. */
const LARGEST = 20 * 1024 * 1024;

/** First bytes of the image types that may be shown. SVG is not among them: it can carry scripts. */
const TYPES: [type: string, first: number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/** Reads an image that a row names: only from the dataset's folder and below, only of a known type, whatever its name. */
export async function readImage(files: FileStore, dataset: string, name: string): Promise<ImageBytes> {
  const file = await locate(files, path.dirname(dataset), name);
  const { size } = await files.facts(file);
  if (size > LARGEST)
    throw new Error(`The image ${name} has ${(size / 1e6).toFixed(0)} MB: too large to show.`);
  const bytes = await files.readAll(file);
  const type = TYPES.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0];
  if (type === undefined) throw new Error(`${name} is not a PNG, JPEG, GIF or WebP image.`);
  return { bytes, type };
}

async function locate(files: FileStore, folder: string, name: string): Promise<string> {
  const root = await files.realPath(folder);
  const found = await files.realPath(path.resolve(root, name)).catch(() => null);
  if (found === null) throw new Error(`The image ${name} is not in the dataset's folder.`);
  const inside = path.relative(root, found);
  if (inside.startsWith('..') || path.isAbsolute(inside)) {
    throw new Error(`The image ${name} lies outside the dataset's folder, so it is not read.`);
  }
  return found;
}
