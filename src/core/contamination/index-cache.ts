import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { fileDigest } from '../dataset/file-digest';
import type { FileStore } from '../dataset/file-store';
import { createFile } from '../export/new-file';
import { cachedPath, keepWithin, makeCacheFolder, MOST_CACHED } from './cache-folder';
import { indexBenchmarks, shareIndex } from './check-file';
import type { ProfiledFile, SharedIndex } from './check-file';

/** An index, and what it is known by: the content of the benchmarks, how they are read, and what made it. 64 hex digits. */
export interface KeyedIndex {
  key: string;
  index: SharedIndex;
}

/**
 * Benchmarks compiled, from `folder` where they were before. `maker` names the code that compiles them: what other code kept is not
 * read. That nothing can be read or kept is no failure: then they are compiled.
 */
export async function cachedIndex(
  store: FileStore,
  benchmarks: ProfiledFile[],
  folder: string,
  maker: string,
): Promise<KeyedIndex> {
  const key = await keyOf(store, benchmarks, maker);
  const file = cachedPath(folder, 'index', key);
  const known = await readFile(file).then(
    (bytes) => unpackIndex(bytes, key),
    () => null,
  );
  if (known) return { key, index: known };
  const index = await indexBenchmarks(store, benchmarks);
  const unchanged = key === (await keyOf(store, benchmarks, maker));
  if (unchanged) await keep(folder, file, packIndex(index, key)).catch(() => undefined);
  return { key, index };
}

async function keyOf(store: FileStore, benchmarks: ProfiledFile[], maker: string): Promise<string> {
  const hash = createHash('sha256').update(maker);
  for (const { file, profile } of benchmarks)
    hash.update(`\n${await fileDigest(store, file)} ${JSON.stringify(profile)}`);
  return hash.digest('hex');
}

async function keep(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length > MOST_CACHED) return;
  await makeCacheFolder(folder);
  const made = await createFile(file, true);
  await made.write(bytes);
  await made.finish();
  await keepWithin(folder, file);
}

/** Of a SHA-256: the key is one too. */
const DIGEST_BYTES = 32;

/** The key, the index as V8 serialises it, and the SHA-256 of both. */
export function packIndex(index: SharedIndex, key: string): Uint8Array {
  const content = Buffer.concat([Buffer.from(key, 'hex'), serialize(index)]);
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

/** Null when the bytes are damaged, or are not the index of that key. */
export function unpackIndex(bytes: Buffer, key: string): SharedIndex | null {
  const content = bytes.subarray(0, -DIGEST_BYTES);
  const digest = createHash('sha256').update(content).digest();
  if (!digest.equals(bytes.subarray(-DIGEST_BYTES))) return null;
  if (content.subarray(0, DIGEST_BYTES).toString('hex') !== key) return null;
  return shareIndex(deserialize(content.subarray(DIGEST_BYTES)) as SharedIndex);
}
