import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts } from '../../core/dataset/file-store';
import { sameFacts } from '../../core/dataset/fingerprint';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { errorMessage } from '../../core/error-message';
import type { FileKind } from '../../core/import/file-kind';
import { decompressInThread } from '../../workers/import-client';

/** How often a file that is being unpacked is looked at. */
const LOOK_EVERY_MS = 100;

/** The content of a compressed dataset, in a file that can be read while it grows. */
export class UnpackedFile {
  readonly path: string;
  /** Part of the archive that was read, 0 to 1. */
  share = 0;
  /** Why it ended early; what was unpacked before is good. */
  broken: string | null = null;
  /** Settles when there is no more to come. Never rejects. */
  ended: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly archive: string;
  /** The archive as it was when it began to be unpacked. */
  private readonly facts: FileFacts;

  private constructor(target: string, archive: string, facts: FileFacts) {
    this.path = target;
    this.archive = archive;
    this.facts = facts;
  }

  /** Begins to unpack into `folder`. Resolves once there is something to read, or nothing more to come; with null for other kinds. */
  static async beginIfPacked(
    { id: how, way }: FileKind,
    worker: string,
    archive: string,
    folder: string,
  ): Promise<UnpackedFile | null> {
    if (way !== 'open-read-only' || (how !== 'gzip' && how !== 'zstd')) return null;
    await mkdir(folder, { recursive: true });
    const unpacked = new UnpackedFile(
      path.join(folder, `${randomBytes(8).toString('hex')}.jsonl`),
      archive,
      await nodeFileStore.facts(archive),
    );
    await new Promise<void>((resolve) => {
      unpacked.ended = unpacked.unpack(worker, how, resolve);
      void unpacked.ended.then(resolve);
    });
    return unpacked;
  }

  /** Comes whenever there may be more to read, and once more when all is there. */
  async *growth(): AsyncGenerator<void> {
    let ended = false;
    void this.ended.then(() => (ended = true));
    for (let last = false; !last;) {
      last = ended;
      yield;
      if (!last) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Whether the archive is still the one that was unpacked. Rejects when there is none any more. */
  async isCurrent(): Promise<boolean> {
    return sameFacts(this.facts, await nodeFileStore.facts(this.archive));
  }

  /** Ends the work and removes the file. */
  async dispose(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    await rm(this.path, { force: true });
  }

  private async unpack(worker: string, how: 'gzip' | 'zstd', onFirst: () => void): Promise<void> {
    const request = { from: this.archive, to: this.path, how };
    try {
      const { broken } = await decompressInThread(worker, request, this.stopping.signal, (progress) => {
        this.share = progress.read / Math.max(1, progress.total);
        if (progress.written > 0) onFirst();
      });
      this.broken = broken;
    } catch (error) {
      if (!this.stopping.signal.aborted) this.broken = errorMessage(error);
    }
    this.share = 1;
  }
}
