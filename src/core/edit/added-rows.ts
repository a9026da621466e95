import type { FileStore, OpenFile, OpenLog } from '../dataset/file-store';
import type { AddedPiece } from './piece';

const LINE_FEED = Buffer.from('\n');

/**
 * Keeps the text of added and edited rows on disk, each with a line feed behind it, so that memory stays small however many
 * there are. Nothing in the file is ever changed.
 */
export class AddedRows {
  readonly path: string;
  private readonly files: FileStore;
  private log: OpenLog | null = null;
  private file: OpenFile | null = null;
  private end = 0;

  constructor(files: FileStore, path: string) {
    this.files = files;
    this.path = path;
  }

  /** Bytes on disk; 0 when there is no file. */
  async size(): Promise<number> {
    const facts = await this.files.facts(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return { size: 0 };
      throw error;
    });
    return facts.size;
  }

  /** Resolves when the rows are on the disk itself. A row may end with a carriage return, and has no line feed. */
  async append(rows: readonly Uint8Array[]): Promise<AddedPiece[]> {
    if (this.log && !(await this.log.isOurs())) await this.close(); // somebody else appended: offsets start anew
    const log = (this.log ??= await this.openLog());
    let offset = this.end;
    const pieces = rows.map(({ length: size }): AddedPiece => {
      const piece: AddedPiece = { kind: 'added', offset, size };
      offset += size + 1;
      return piece;
    });
    try {
      await log.append(Buffer.concat(rows.flatMap((row) => [row, LINE_FEED])));
    } catch (error) {
      this.log = null; // what reached the disk is not known: look at its size before the next append
      await log.close().catch(() => undefined);
      throw error;
    }
    this.end = offset;
    return pieces;
  }

  /** At most `longest` bytes of a row. */
  async read({ offset, size }: AddedPiece, longest = Infinity): Promise<Uint8Array> {
    const file = (this.file ??= await this.files.open(this.path));
    const length = Math.min(size, longest);
    const bytes = await file.read(offset, length);
    if (bytes.length < length) throw new Error(`${this.path} is shorter than the edits that it holds.`);
    return bytes;
  }

  /** The same rows for somebody who has them still when they are moved or removed here. */
  async shared(): Promise<AddedRows> {
    const rows = new AddedRows(this.files, this.path);
    rows.file = await this.files.open(this.path);
    return rows;
  }

  async close(): Promise<void> {
    const open = [this.log, this.file];
    this.log = null;
    this.file = null;
    for (const one of open) await one?.close().catch(() => undefined);
  }

  private async openLog(): Promise<OpenLog> {
    const log = await this.files.openLog(this.path);
    this.end = await this.size();
    return log;
  }
}
