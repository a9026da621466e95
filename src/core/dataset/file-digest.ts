import { createHash } from 'node:crypto';
import type { FileStore } from './file-store';

const PIECE = 1024 * 1024;

/** The SHA-256 of a file, 64 hex digits. Rejects when the file cannot be read, or with the signal's reason. */
export async function fileDigest(files: FileStore, path: string, signal?: AbortSignal): Promise<string> {
  const file = await files.open(path);
  try {
    const hash = createHash('sha256');
    for (let at = 0; ;) {
      signal?.throwIfAborted();
      const bytes = await file.read(at, PIECE);
      if (bytes.length === 0) return hash.digest('hex');
      hash.update(bytes);
      at += bytes.length;
    }
  } finally {
    await file.close();
  }
}
