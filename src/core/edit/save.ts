import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ConflictError, fingerprintOf } from './file-identity';
import type { FileIdentity } from './file-identity';
import { Slices } from '../scan/slices';
import { SaveError } from './save-error';
import type { SaveSources, Stretch } from './save-plan';
import type { FileStatus, NewFile, WriteStore } from './write-store';

export interface SaveOptions {
  /** Bytes written so far. */
  onProgress?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** What is to become of a file. */
export interface SaveJob {
  /** The real path: symbolic links followed. */
  target: string;
  /** Whose mode the new file gets; null for a new file. */
  like: FileStatus | null;
  sources: SaveSources;
  stretches: Iterable<Stretch>;
  /** Runs when the new file is on the disk under another name. What it throws stops the save. */
  beforeRename(made: FileIdentity): Promise<void>;
}

/** Small writes: large ones stall on some disks. */
const PIECE = 256 * 1024;

/**
 * Writes a file in full beside `target` and puts it in its place in one step: the target is the old file or the new one,
 * never a part, whatever fails. Resolves with what the new file is, once that is durable. Rejects with a SaveError, or with
 * the ConflictError or the reason of an abort as it came; the target is then as it was.
 */
export async function saveFile(
  disk: WriteStore,
  job: SaveJob,
  options: SaveOptions = {},
): Promise<FileIdentity> {
  const { target } = job;
  const temporary = temporaryName(target);
  try {
    if (job.like) await disk.checkWritable(target);
    const made = await writeTemporary(disk, temporary, job, options);
    await job.beforeRename(made);
    options.signal?.throwIfAborted();
    await disk.rename(temporary, target);
    await disk.syncFolder(path.dirname(target)).catch(() => undefined); // the file is whole under either name
    return made;
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    if (options.signal?.aborted || error instanceof ConflictError) throw error;
    throw new SaveError(target, error);
  }
}

/** In the same folder, so that it can be renamed; hidden, so that nobody takes it for a dataset. */
function temporaryName(target: string): string {
  return path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.saving`,
  );
}

async function writeTemporary(
  disk: WriteStore,
  temporary: string,
  job: SaveJob,
  options: SaveOptions,
): Promise<FileIdentity> {
  const file = await disk.create(temporary, job.like);
  try {
    const written = await writeAll(file, job, options);
    await file.sync();
    const { size, mtimeMs, id } = await file.status();
    if (size !== written) throw new Error(`${size} bytes are on the disk where ${written} were written`);
    return { size, mtimeMs, id, fingerprint: await fingerprintAt(disk, temporary, size) };
  } finally {
    await file.close();
  }
}

async function fingerprintAt(disk: WriteStore, file: string, size: number): Promise<string> {
  const source = await disk.openSource(file);
  try {
    return fingerprintOf(source, size);
  } finally {
    await source.close();
  }
}

async function writeAll(
  file: NewFile,
  { stretches, sources }: SaveJob,
  options: SaveOptions,
): Promise<number> {
  const out = new Pieces(file, options);
  for (const stretch of stretches) {
    if (stretch.from === 'bytes') out.text(stretch.bytes);
    else await out.copy(sources[stretch.from], stretch.start, stretch.end);
    await out.pace();
  }
  return out.end();
}

/** Puts stretches together to pieces of one size, however small they are: a thousand edits cost no more than one. */
class Pieces {
  private readonly piece = Buffer.allocUnsafe(PIECE);
  private readonly slices = new Slices();
  private readonly file: NewFile;
  private readonly options: SaveOptions;
  private filled = 0;
  private written = 0;

  constructor(file: NewFile, options: SaveOptions) {
    this.file = file;
    this.options = options;
  }

  async copy(source: SaveSources['file'], start: number, end: number): Promise<void> {
    for (let at = start; at < end;) {
      const room = this.piece.subarray(this.filled, this.filled + Math.min(PIECE - this.filled, end - at));
      if (source.read(room, at) < room.length) throw new Error('the file became shorter while it was read');
      at += room.length;
      this.filled += room.length;
      if (this.filled === PIECE) this.flush();
      if (this.slices.over) await this.pace();
    }
  }

  /** A few bytes, as latin1 text. */
  text(text: string): void {
    for (const byte of Buffer.from(text, 'latin1')) {
      this.piece[this.filled++] = byte;
      if (this.filled === PIECE) this.flush();
    }
  }

  async pace(): Promise<void> {
    if (!this.slices.over) return;
    this.options.signal?.throwIfAborted();
    this.options.onProgress?.(this.written);
    await this.slices.pause();
  }

  end(): number {
    this.flush();
    this.options.onProgress?.(this.written);
    return this.written;
  }

  private flush(): void {
    this.file.write(this.piece.subarray(0, this.filled));
    this.written += this.filled;
    this.filled = 0;
  }
}
