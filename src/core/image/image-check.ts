import { imageHeader, isWhole } from './image-header';
import type { ImageHeader } from './image-header';

/** An image larger than this many bytes is not read. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** An image of more pixels than this is not shown: four bytes of memory each, however few bytes the file has. */
const MOST_PIXELS = 100e6;

/** Of more images than this in one row nothing is looked up. */
export const MOST_IMAGES = 300;

/** What is known of an image before it is drawn, or why it cannot be. */
export type ImageFacts =
  | (ImageHeader & { fault: null; size: number })
  /** `missing`: there is none; `refused`: it is not looked at; `unreadable`: its bytes are not what they should be. */
  | { fault: 'missing' | 'refused' | 'unreadable'; message: string };

/** Judges an image by its first bytes and its size in bytes; by all of its bytes, where they are all there. */
export function judgeImage(name: string, bytes: Uint8Array, size: number): ImageFacts {
  if (size > MOST_BYTES)
    return refused(`${name} has ${(size / 1e6).toFixed(0)} MB; up to ${MOST_BYTES / 2 ** 20} MB are shown.`);
  if (isSvg(bytes))
    return refused(`${name} is SVG, which can carry scripts, so it is not drawn. Convert it to PNG.`);
  const header = imageHeader(bytes);
  if (!header) return unreadable(`${name} is not a PNG, JPEG, GIF or WebP image, whatever its name says.`);
  const { width, height } = header;
  if (width * height > MOST_PIXELS)
    return refused(`${name} has ${width} × ${height} pixels; up to ${MOST_PIXELS / 1e6} million are shown.`);
  if (bytes.length >= size && !isWhole(bytes, header))
    return unreadable(`${name} is cut off: its ${size.toLocaleString('en')} bytes are not all of the image.`);
  return { ...header, fault: null, size };
}

function refused(message: string): ImageFacts {
  return { fault: 'refused', message };
}

function unreadable(message: string): ImageFacts {
  return { fault: 'unreadable', message };
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\s*<(?:\?xml|!doctype svg|!--|svg)/i.test(start) && /<svg[\s>]/i.test(start);
}
