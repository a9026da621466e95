import { readSync, writeSync, constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { syncFolder } from '../dataset/sync-folder';
import type { CopySource, FileStatus, NewFile, WriteStore } from './write-store';

/** The real disk, through Node. */
export const nodeWriteStore: WriteStore = {
  status: async (file) => statusOf(await stat(file)),
  openSource: async (file) => sourceOf(await open(file, 'r')),
  checkWritable: (file) => access(file, constants.W_OK),
  create: async (file, like) => {
    const handle = await open(file, 'wx');
    if (like) await takeOver(handle, like);
    return newFileOf(handle);
  },
  rename: (from, to) => rename(from, to),
  remove: (file) => rm(file, { force: true }),
  syncFolder,
};

function statusOf({ size, mtimeMs, dev, ino, mode }: Stats): FileStatus {
  return { size, mtimeMs, id: `${dev}:${ino}`, mode: mode & 0o7777 };
}

async function takeOver(handle: FileHandle, { mode }: FileStatus): Promise<void> {
  try {
    await handle.chmod(mode);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function sourceOf(handle: FileHandle): CopySource {
  return {
    status: async () => statusOf(await handle.stat()),
    read: (into, offset) => {
      let filled = 0;
      while (filled < into.length) {
        const count = readSync(handle.fd, into, filled, into.length - filled, offset + filled);
        if (count === 0) break;
        filled += count;
      }
      return filled;
    },
    close: () => handle.close(),
  };
}

function newFileOf(handle: FileHandle): NewFile {
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(handle.fd, bytes, at, bytes.length - at);
    },
    status: async () => statusOf(await handle.stat()),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
