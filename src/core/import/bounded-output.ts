import { open, statfs } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface DecompressLimits {
  /** The largest result, in bytes. */
  mostBytes: number;
  /** How many times larger than what it came from a result may be, once it is larger than `ratioFrom` bytes. */
  mostRatio: number;
  ratioFrom: number;
}

/** What follows every reason why a file was not unpacked to its end. */
export const KEPT = 'What came before is kept.';

const PIECE = 256 * 1024;
/** So many bytes of the disk stay free. */
const LEAVE_FREE = 512 * 1024 ** 2;
const LOOK_AT_DISK_EVERY = 256 * 1024 ** 2;

/** A file that grows by what is taken, up to a limit. */
export class BoundedOutput {
  /** Bytes in the file. */
  written = 0;
  /** For people: why no more is taken. */
  full: string | null = null;
  private waiting: Uint8Array[] = [];
  private held = 0;
  /** Bytes that the disk is known to have room for. */
  private room = 0;
  private readonly handle: FileHandle;
  private readonly file: string;
  private readonly limits: DecompressLimits;

  private constructor(handle: FileHandle, file: string, limits: DecompressLimits) {
    this.handle = handle;
    this.file = file;
    this.limits = limits;
  }

  /** Rejects when there is a file already. */
  static async create(file: string, limits: DecompressLimits): Promise<BoundedOutput> {
    return new BoundedOutput(await open(file, 'wx'), file, limits);
  }

  take(bytes: Uint8Array): void {
    const left = this.limits.mostBytes - this.written - this.held;
    if (bytes.length > left) {
      this.full = `It grows past ${sizeText(this.limits.mostBytes)}, the most that is unpacked. ${KEPT}`;
    }
    const part = bytes.subarray(0, Math.max(0, left));
    this.waiting.push(part);
    this.held += part.length;
  }

  /** `read`: how much of the compressed file it came from. True when something was written. */
  async flushWhenMuch(read: number): Promise<boolean> {
    if (this.held < PIECE) return false;
    await this.flush(read);
    return true;
  }

  async flush(read: number): Promise<void> {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.held = 0;
    if (!(await this.fits(bytes.length))) return;
    for (let at = 0; at < bytes.length;) at += (await this.handle.write(bytes, at)).bytesWritten;
    this.written += bytes.length;
    this.room -= bytes.length;
    this.checkRatio(read);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async fits(needed: number): Promise<boolean> {
    if (needed <= this.room) return true;
    const { bavail, bsize } = await statfs(this.file);
    const free = bavail * bsize - LEAVE_FREE;
    this.room = Math.min(free, LOOK_AT_DISK_EVERY + needed);
    if (free >= needed) return true;
    this.full ??= `The disk is nearly full after ${sizeText(this.written)}. ${KEPT}`;
    return false;
  }

  private checkRatio(read: number): void {
    const { mostRatio, ratioFrom } = this.limits;
    if (this.full !== null || this.written < ratioFrom || this.written < read * mostRatio) return;
    const soFar = `${sizeText(this.written)} so far`;
    this.full = `It unpacks to more than ${mostRatio} times its size (${soFar}), as no dataset does. ${KEPT}`;
  }
}

function sizeText(bytes: number): string {
  return bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(1)} GB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
