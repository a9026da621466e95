import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod';
import type { CopySource, FileStatus, WriteStore } from './write-store';

/** Which file with which content was opened. Kept in journals and backups. */
export const fileIdentitySchema = z.object({
  size: z.number(),
  mtimeMs: z.number(),
  /** device and inode */
  id: z.string(),
  /** A digest of samples from the file, for what size and time do not show. */
  fingerprint: z.string(),
});
export type FileIdentity = z.infer<typeof fileIdentitySchema>;

/** What somebody else did to a dataset's file. */
export type FileChange = 'changed' | 'grown' | 'replaced' | 'gone';

/** The file on disk is no longer the one that was opened: to be answered by reload, compare or keep mine. */
export class ConflictError extends Error {
  readonly change: FileChange;

  constructor(file: string, change: FileChange) {
    super(`${path.basename(file)} ${WORDS[change]}. Your edits are kept here; nothing was written.`);
    this.name = 'ConflictError';
    this.change = change;
  }
}

const WORDS: Record<FileChange, string> = {
  changed: 'was changed on disk by another program',
  grown: 'became longer on disk: another program appends to it',
  replaced: 'was replaced on disk by another program',
  gone: 'is no longer on disk',
};

const SAMPLES = 16;
const SAMPLE = 4096;

/** A digest of 16 pieces of 4 KiB, spread evenly over the file, its first and last bytes among them. */
export function fingerprintOf(source: CopySource, size: number): string {
  const hash = createHash('sha256');
  const sample = Buffer.alloc(SAMPLE);
  for (let number = 0; number < SAMPLES; number++) {
    const offset = Math.floor((Math.max(0, size - SAMPLE) * number) / (SAMPLES - 1));
    const piece = sample.subarray(0, Math.min(SAMPLE, size - offset)); // nothing that was appended
    hash.update(piece.subarray(0, source.read(piece, offset)));
    if (size <= SAMPLE) break;
  }
  return hash.digest('hex').slice(0, 32);
}

/** What the first `size` bytes of a file are known again by. */
export async function identityOf(source: CopySource, size: number): Promise<FileIdentity> {
  const { mtimeMs, id } = await source.status();
  return { size, mtimeMs, id, fingerprint: fingerprintOf(source, size) };
}

/** What became of the file that had `identity`; null when it is still that file with that content. */
export async function changeOf(
  disk: WriteStore,
  file: string,
  identity: FileIdentity,
): Promise<FileChange | null> {
  const source = await disk.openSource(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!source) return 'gone';
  try {
    return compare(await source.status(), identity) ?? sampleChange(source, identity);
  } finally {
    await source.close();
  }
}

function compare(now: FileStatus, { size, mtimeMs, id }: FileIdentity): FileChange | null {
  if (now.id !== id) return 'replaced';
  if (now.size > size) return 'grown';
  return now.size === size && now.mtimeMs === mtimeMs ? null : 'changed';
}

function sampleChange(source: CopySource, { size, fingerprint }: FileIdentity): FileChange | null {
  return fingerprintOf(source, size) === fingerprint ? null : 'changed';
}
