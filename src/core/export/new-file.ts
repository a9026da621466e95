import { link, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../dataset/sync-folder';

/** Bytes are written in pieces of about this size: larger ones are slower on many disks. */
const PIECE = 256 * 1024;

/** A file that is being made under another name, and appears under its own when it is whole. */
export interface NewFile {
  /** Where it is while it is being made. */
  temporary: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Puts it in its place, on the disk itself. Rejects, and leaves nothing behind, when that fails. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * Starts a file at `target`. Rejects when there is one already, unless it may be replaced; one that appears meanwhile is not replaced
 * either.
 */
export async function createFile(target: string, replace = false): Promise<NewFile> {
  if (!replace && (await exists(target))) throw taken(target);
  const temporary = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${process.pid}-${Date.now()}.tmp`,
  );
  const handle = await open(temporary, 'wx');
  const pieces = new Pieces(handle);
  const discard = async () => {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  };
  return {
    temporary,
    write: (bytes) => pieces.add(bytes),
    finish: async () => {
      try {
        await pieces.flush();
        await handle.sync();
        const { size } = await handle.stat();
        if (size !== pieces.written) throw new Error(`${temporary} is not as long as what was written to it`);
        await handle.close();
        await put(temporary, target, replace);
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
  };
}

/** Gathers small pieces. */
class Pieces {
  written = 0;
  private waiting: Uint8Array[] = [];
  private size = 0;
  private readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.waiting.push(bytes);
    this.size += bytes.length;
    if (this.size >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    const all = Buffer.concat(this.waiting);
    this.waiting = [];
    this.size = 0;
    for (let at = 0; at < all.length;) {
      const { bytesWritten } = await this.handle.write(all, at, Math.min(PIECE, all.length - at));
      at += bytesWritten;
    }
    this.written += all.length;
  }
}

async function put(temporary: string, target: string, replace: boolean): Promise<void> {
  if (replace) await rename(temporary, target);
  else await nameWhereFree(temporary, target);
  await syncFolder(path.dirname(target));
}

/** A link fails where there is a file, a renaming would replace it; but not every disk knows links. */
async function nameWhereFree(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
    await rm(temporary);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(target))) throw taken(target);
    await rename(temporary, target);
  }
}

function taken(target: string): Error {
  return Object.assign(new Error(`There is a file ${path.basename(target)} already.`), { code: 'EEXIST' });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
