import type { FileStore, OpenFile } from '../../../src/core/dataset/file-store';

/** A file in memory. A read never gives more than is there, and always a copy. */
export function memoryFile(bytes: Uint8Array): OpenFile {
  return {
    read: async (offset, length) => bytes.slice(offset, offset + length),
    close: async () => undefined,
  };
}

/** A disk in memory: what is on it, by path. */
export interface MemoryDisk {
  files: Map<string, Uint8Array>;
  store: FileStore;
  /** Files and logs that are open now. */
  open: number;
}

export function memoryDisk(content: Record<string, Uint8Array | string> = {}): MemoryDisk {
  const files = new Map(Object.entries(content).map(([path, bytes]) => [path, Buffer.from(bytes)]));
  const get = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' });
    return bytes;
  };
  const disk: MemoryDisk = { files, open: 0, store: storeOver() };
  return disk;

  function storeOver(): FileStore {
    const close = async () => void disk.open--;
    return {
      facts: async (path) => ({ size: get(path).length, mtimeMs: 1, ino: 1 }),
      realPath: async (path) => path,
      open: async (path) => {
        const { read } = memoryFile(get(path));
        disk.open++;
        return { read, close };
      },
      list: async (folder) =>
        [...files.keys()]
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1)),
      readAll: async (path) => get(path),
      openLog: async (path) => {
        if (!files.has(path)) files.set(path, Buffer.alloc(0));
        disk.open++;
        let last = files.get(path);
        const append = async (bytes: Uint8Array) => {
          last = Buffer.concat([files.get(path) ?? Buffer.alloc(0), bytes]);
          files.set(path, last);
        };
        return { append, isOurs: async () => files.get(path) === last, close };
      },
    };
  }
}

/** `fail`: the n-th operation fails. `shorten`: it does half of its work. `stop`: it and all after it fail. */
export type Fault = 'fail' | 'shorten' | 'stop';
export const FAULTS: Fault[] = ['fail', 'shorten', 'stop'];

/** A store whose n-th operation (from 0) goes wrong. `operations` counts how many there were. */
export function faultyStore(store: FileStore, fault: Fault, n: number) {
  const counter = { operations: 0 };
  /** Whether this operation is to go wrong. */
  const wrong = () => {
    const now = counter.operations++;
    return fault === 'stop' ? now >= n : now === n;
  };
  const passing = async <T>(work: () => Promise<T>): Promise<T> => {
    if (wrong() && fault !== 'shorten') throw broken();
    return work();
  };
  const faulty: FileStore = {
    facts: (path) => passing(() => store.facts(path)),
    realPath: (path) => passing(() => store.realPath(path)),
    list: (path) => passing(() => store.list(path)),
    readAll: (path) => passing(() => store.readAll(path)),
    open: async (path) => {
      const file = await passing(() => store.open(path));
      const read: OpenFile['read'] = async (offset, length) => {
        if (!wrong()) return file.read(offset, length);
        if (fault !== 'shorten') throw broken();
        const whole = await file.read(offset, length);
        return whole.slice(0, whole.length >> 1);
      };
      return { read, close: () => file.close() };
    },
    openLog: async (path) => {
      const log = await passing(() => store.openLog(path));
      const append = async (bytes: Uint8Array) => {
        if (!wrong()) return log.append(bytes);
        if (fault !== 'fail') await log.append(bytes.slice(0, bytes.length >> 1)); // what a full disk leaves
        throw broken();
      };
      return { append, isOurs: () => log.isOurs(), close: () => log.close() };
    },
  };
  return { store: faulty, counter };
}

function broken(): Error {
  return Object.assign(new Error('the disk is broken'), { code: 'EIO' });
}
