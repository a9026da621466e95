import { readSync } from 'node:fs';
import { mkdir, open, readFile, readdir, realpath, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { DiskPatience } from './disk-patience';
import type { FileStore, OpenFile, OpenLog } from './file-store';
import { syncFolder } from './sync-folder';

/** The real disk, through Node. */
export const nodeFileStore: FileStore = {
  facts: async (file) => {
    const { size, mtimeMs, ino } = await stat(file);
    return { size, mtimeMs, ino };
  },
  open: async (file) => openForReading(await open(file, 'r')),
  list: (folder) => readdir(folder).catch(emptyWhenMissing),
  realPath: (file) => realpath(file),
  readAll: (file) => readFile(file),
  openLog: async (file) => {
    await mkdir(path.dirname(file), { recursive: true });
    return openForAppending(file);
  },
};

function openForReading(handle: FileHandle): OpenFile {
  const patience = new DiskPatience();
  return {
    read: async (offset, length) => {
      const buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, await fillLater(handle, buffer, offset));
    },
    readNow: (target, offset) => {
      if (!patience.quick) return null;
      const began = performance.now();
      const filled = fill(handle.fd, target, offset);
      patience.took(performance.now() - began);
      return filled;
    },
    readAhead: (target, offset) => fillLater(handle, target, offset),
    close: () => handle.close(),
  };
}

async function fillLater(handle: FileHandle, target: Uint8Array, offset: number): Promise<number> {
  let filled = 0;
  while (filled < target.length) {
    const { bytesRead } = await handle.read(target, filled, target.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

function fill(descriptor: number, target: Uint8Array, offset: number): number {
  let filled = 0;
  while (filled < target.length) {
    const bytesRead = readSync(descriptor, target, filled, target.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

async function openForAppending(file: string): Promise<OpenLog> {
  const handle = await open(file, 'a');
  const { ino, size } = await handle.stat();
  let expected = size;
  let folderSynced = false;
  return {
    append: async (bytes) => {
      await handle.appendFile(bytes);
      await handle.datasync();
      expected += bytes.length;
      if (folderSynced) return;
      await syncFolder(path.dirname(file)); // a new file's name is durable only when its folder is
      folderSynced = true;
    },
    isOurs: async () => {
      const now = await stat(file).catch(() => null);
      return now !== null && now.ino === ino && now.size === expected;
    },
    close: () => handle.close(),
  };
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
