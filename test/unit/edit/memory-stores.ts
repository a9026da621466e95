import path from 'node:path';
import type { FileStore } from '../../../src/core/dataset/file-store';
import type { EditStores } from '../../../src/core/edit/edit-stores';
import type { FileStatus, WriteStore } from '../../../src/core/edit/write-store';

interface Inode {
  number: number;
  bytes: Buffer;
  mtimeMs: number;
}

/** `fail`: one operation fails. `half`: it does half of its work, and fails if it is a write. `stop`: all fail from it on. */
export type Fault = 'fail' | 'half' | 'stop';

/** A disk in memory, with names apart from files, whose n-th operation can go wrong. */
export class MemoryStores implements EditStores {
  readonly names = new Map<string, Inode>();
  fault: { kind: Fault; at: number } | null = null;
  operations = 0;
  /** files that are open */
  open = 0;
  private clock = 1;

  put(name: string, bytes: Uint8Array): void {
    this.names.set(name, { number: this.clock++, bytes: Buffer.from(bytes), mtimeMs: this.clock });
  }

  bytesOf(name: string): Buffer {
    return this.get(name).bytes;
  }

  /** A disk with the same files that works. */
  restarted(): MemoryStores {
    const copy = new MemoryStores();
    for (const [name, { number, bytes, mtimeMs }] of this.names) {
      copy.names.set(name, { number, bytes: Buffer.from(bytes), mtimeMs });
    }
    copy.clock = this.clock;
    return copy;
  }

  private get(name: string): Inode {
    const inode = this.names.get(name);
    if (!inode) throw Object.assign(new Error(`there is no ${name}`), { code: 'ENOENT' });
    return inode;
  }

  /** Counts an operation. Throws when it is to fail; returns whether it is to do half of its work. */
  private step(): boolean {
    const now = this.operations++;
    const { kind, at } = this.fault ?? { kind: 'fail', at: Infinity };
    if (kind === 'stop' ? now >= at : now === at) {
      if (kind !== 'half') throw broken();
      return true;
    }
    return false;
  }

  private append(inode: Inode, bytes: Uint8Array): void {
    const half = this.step();
    const written = half ? bytes.subarray(0, bytes.length >> 1) : bytes;
    inode.bytes = Buffer.concat([inode.bytes, written]);
    inode.mtimeMs = ++this.clock;
    if (half) throw broken();
  }

  private opened(): () => Promise<void> {
    this.open++;
    return async () => void this.open--;
  }

  private reader(inode: Inode) {
    return (offset: number, length: number): Buffer => {
      const bytes = Buffer.from(inode.bytes.subarray(offset, offset + length));
      return this.step() ? bytes.subarray(0, bytes.length >> 1) : bytes;
    };
  }

  readonly files: FileStore = {
    facts: async (name) => {
      this.step();
      return factsOf(this.get(name));
    },
    realPath: async (name) => {
      this.step();
      this.get(name);
      return name;
    },
    list: async (folder) => {
      this.step();
      return [...this.names.keys()]
        .filter((name) => path.dirname(name) === folder)
        .map((name) => path.basename(name));
    },
    readAll: async (name) => {
      this.step();
      return Buffer.from(this.get(name).bytes);
    },
    open: async (name) => {
      this.step();
      const read = this.reader(this.get(name));
      return { read: async (offset, length) => read(offset, length), close: this.opened() };
    },
    openLog: async (name) => {
      this.step();
      if (!this.names.has(name)) this.put(name, Buffer.alloc(0));
      const inode = this.get(name);
      let last = inode.bytes;
      return {
        append: async (bytes) => {
          this.append(inode, bytes);
          last = inode.bytes;
        },
        isOurs: async () => this.names.get(name) === inode && inode.bytes === last,
        close: this.opened(),
      };
    },
  };

  readonly disk: WriteStore = {
    status: async (name) => {
      this.step();
      return statusOf(this.get(name));
    },
    checkWritable: async (name) => {
      this.step();
      this.get(name);
    },
    openSource: async (name) => {
      this.step();
      const inode = this.get(name);
      const read = this.reader(inode);
      return {
        status: async () => statusOf(inode),
        read: (into, offset) => read(offset, into.length).copy(into),
        close: this.opened(),
      };
    },
    create: async (name) => {
      this.step();
      if (this.names.has(name)) throw Object.assign(new Error(`there is a ${name}`), { code: 'EEXIST' });
      this.put(name, Buffer.alloc(0));
      const inode = this.get(name);
      const sync = async () => void this.step();
      return {
        write: (bytes) => this.append(inode, bytes),
        status: async () => statusOf(inode),
        sync,
        close: this.opened(),
      };
    },
    rename: async (from, to) => {
      this.step();
      const inode = this.get(from);
      this.names.set(to, inode);
      this.names.delete(from);
    },
    remove: async (name) => {
      this.step();
      this.names.delete(name);
    },
    syncFolder: async () => void this.step(),
  };
}

function statusOf({ number, bytes, mtimeMs }: Inode): FileStatus {
  return { size: bytes.length, mtimeMs, id: String(number), mode: 0o644 };
}

function factsOf({ number: ino, bytes, mtimeMs }: Inode) {
  return { size: bytes.length, mtimeMs, ino };
}

function broken(): Error {
  return Object.assign(new Error('the disk is broken'), { code: 'EIO' });
}
