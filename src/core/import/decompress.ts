import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore, OpenFile } from '../dataset/file-store';
import { BoundedOutput, KEPT } from './bounded-output';
import type { DecompressLimits } from './bounded-output';
import { fileChunks } from './byte-window';
import { atByte } from './import-report';
import { DamagedArchive, inflate } from './inflate';

export interface DecompressRequest {
  from: string;
  /** The file to write; there must be none. */
  to: string;
  how: 'gzip' | 'zstd';
  limits?: DecompressLimits;
}

/** Datasets shrink to a fifth or a tenth; a bomb to a thousandth. */
export const defaultLimits: DecompressLimits = {
  mostBytes: 64 * 1024 ** 3,
  mostRatio: 200,
  ratioFrom: 256 * 1024 ** 2,
};
export interface DecompressProgress {
  /** Bytes of the compressed file that were read, and all of them. */
  read: number;
  total: number;
  /** Bytes written so far; they can be read already. */
  written: number;
}

export interface Decompressed {
  written: number;
  /** For people: why it ended early. What was written before is good. Null when it is whole. */
  broken: string | null;
}

/**
 * Writes what a compressed file holds to `to`, which can be read while it grows. A damaged or cut-off file, or one that grows past a
 * limit, ends early and keeps what came before. Rejects when the file cannot be read or written, and when stopped: then `to` is removed.
 */
export async function decompress(
  files: FileStore,
  request: DecompressRequest,
  signal: AbortSignal,
  onProgress: (progress: DecompressProgress) => void,
): Promise<Decompressed> {
  const { size } = await files.facts(request.from);
  const source = await files.open(request.from);
  try {
    const output = await BoundedOutput.create(request.to, request.limits ?? defaultLimits);
    try {
      const broken = await unpack(source, request, output, signal, (read) =>
        onProgress({ read, total: size, written: output.written }),
      );
      return { written: output.written, broken };
    } catch (error) {
      await output.close();
      await rm(request.to, { force: true });
      throw error;
    }
  } finally {
    await source.close();
  }
}

/** Gives why it ended early, or null. */
async function unpack(
  source: OpenFile,
  { from, how }: DecompressRequest,
  output: BoundedOutput,
  signal: AbortSignal,
  onFlush: (read: number) => void,
): Promise<string | null> {
  let read = 0;
  let broken: string | null = null;
  try {
    for await (const bytes of inflate(how, fileChunks(source), (consumed) => (read = consumed))) {
      signal.throwIfAborted();
      output.take(bytes);
      if (await output.flushWhenMuch(read)) onFlush(read);
      if (output.full !== null) break;
    }
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    broken = `${path.basename(from)} is damaged or cut off near ${atByte(read)} (${how}: ${error.message}). ${KEPT}`;
  }
  await output.flush(read);
  await output.close();
  onFlush(read);
  return output.full ?? broken;
}
