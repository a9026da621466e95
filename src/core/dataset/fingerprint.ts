import { createHash } from 'node:crypto';
import type { FileFacts, OpenFile } from './file-store';
import { readInto } from './read-into';

/** Bytes at the start of a file, and as many before its end, by which it is known again. */
const ENDS = 4096;

/**
 * What the first `size` bytes of a file are known again by: a hash of the first and the last 4 KiB of them. An editor that
 * rewrites a file changes the one or the other, unless it changes bytes in the middle without moving what follows.
 */
export async function fingerprint(file: OpenFile, size: number): Promise<string> {
  const hash = createHash('sha256');
  for (const offset of [0, Math.max(0, size - ENDS)]) {
    const bytes = new Uint8Array(Math.min(ENDS, size));
    const length = await readInto(file, bytes, offset);
    hash.update(bytes.subarray(0, length));
  }
  return hash.digest('hex');
}

/** Whether nothing was written to a file, nor another put in its place, between the two looks at it. */
export function sameFacts(before: FileFacts, now: FileFacts): boolean {
  return before.size === now.size && before.mtimeMs === now.mtimeMs && before.ino === now.ino;
}
