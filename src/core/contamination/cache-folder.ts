import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** All that a folder keeps takes no more bytes. */
export const MOST_CACHED = 256 * 1024 * 1024;

/** What checks leave behind for later ones: nothing else in the folder is touched. */
const CACHED_NAME = /^\.?(index|progress)-[0-9a-f]{64}\b/;

/** Where an index, or how far a check is, is kept under its key (64 hex digits). */
export function cachedPath(folder: string, what: 'index' | 'progress', key: string): string {
  return path.join(folder, `${what}-${key}`);
}

/** For the eyes of this user alone: problems of benchmarks stand in it. */
export async function makeCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Removes the oldest files until all take no more than `most` bytes; the one at `kept` stays. */
export async function keepWithin(folder: string, kept: string, most = MOST_CACHED): Promise<void> {
  const names = (await readdir(folder)).filter((name) => CACHED_NAME.test(name));
  const files = await Promise.all(names.map((name) => factsOf(path.join(folder, name))));
  const present = files.filter((file) => file !== null).sort((a, b) => a.mtimeMs - b.mtimeMs);
  let size = present.reduce((sum, file) => sum + file.size, 0);
  for (const file of present) {
    if (size <= most) return;
    if (file.path === kept) continue;
    await rm(file.path, { force: true });
    size -= file.size;
  }
}

/** Null when another process removed it meanwhile. */
async function factsOf(file: string): Promise<{ path: string; size: number; mtimeMs: number } | null> {
  return stat(file).then(
    ({ size, mtimeMs }) => ({ path: file, size, mtimeMs }),
    () => null,
  );
}
