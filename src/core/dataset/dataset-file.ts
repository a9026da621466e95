import { errorMessage } from '../error-message';
import { detectProfile, SAMPLE_ROWS } from '../profile/detect';
import type { Detection } from '../profile/detect';
import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import type { FileFacts, FileStore, OpenFile } from './file-store';
import { fingerprint, sameFacts } from './fingerprint';
import { RowIndex } from './row-index';
import { readRows, readPart } from './row-reader';
import type { RawRow, RowPart } from './row-reader';

/** What became of a file: nothing; more bytes at its end; or it is another file now, or one that was written over. */
export type Growth = 'same' | 'grown' | 'replaced';

/** An open dataset: its bytes by row. The index may still be growing; rows found so far can be read. */
export class DatasetFile {
  readonly path: string;
  readonly index = new RowIndex();
  /** Why the index stopped before the end of the file. */
  failure: string | null = null;
  private known: FileFacts;
  private scanning: Promise<void> = Promise.resolve();
  /** What the bytes up to the known size are known again by; null when they could not be read. */
  private mark: Promise<string | null> = Promise.resolve(null);
  private following: Promise<unknown> = Promise.resolve();
  private tell: () => void = () => undefined;
  /** Who reads it: it is open until the last one closes it. */
  private users = 1;
  private readonly files: FileStore;
  private readonly file: OpenFile;
  private readonly stop = new AbortController();

  private constructor(files: FileStore, path: string, facts: FileFacts, file: OpenFile) {
    this.files = files;
    this.path = path;
    this.known = facts;
    this.file = file;
  }

  /** Opens a file and starts to index it. Resolves once the first rows can be read; `onGrowth` tells of more. */
  static async open(
    files: FileStore,
    path: string,
    onGrowth: (dataset: DatasetFile) => void = () => undefined,
  ): Promise<DatasetFile> {
    const facts = await files.facts(path);
    const dataset = new DatasetFile(files, path, facts, await files.open(path));
    await new Promise<void>((resolve) => {
      dataset.tell = () => {
        resolve();
        onGrowth(dataset);
      };
      dataset.startScan();
    });
    return dataset;
  }

  /** The file as it was when it was opened, or when it was last found to have grown. */
  get facts(): FileFacts {
    return this.known;
  }

  /** Settles when the whole file is indexed, or when that failed or was stopped. Never rejects. */
  get indexed(): Promise<void> {
    return this.scanning;
  }

  async rows(from: number, count: number): Promise<RawRow[]> {
    return readRows(this.file, this.index, from, count);
  }

  /** Part of a row that is too long to be read whole; see `readPart`. */
  part(row: number, from: number, length: number): Promise<RowPart> {
    return readPart(this.file, this.index, row, from, length);
  }

  /**
   * Looks at the file on the disk again. When it only got longer, its new rows are indexed before this resolves (`onGrowth`
   * tells of them meanwhile); a last row that was written by half is then as long as it is now. When the file was replaced,
   * it is to be opened anew. Rejects when there is no such file any more.
   */
  grown(): Promise<Growth> {
    const look = this.following.then(() => this.follow());
    this.following = look.catch(() => undefined);
    return look;
  }

  /** The profile that the first rows have, among those indexed so far. */
  async detect(profiles: Profile[]): Promise<Detection> {
    return detectProfile(await this.sample(), profiles);
  }

  /** The first rows, as far as they are JSON and indexed. */
  async sample(): Promise<Json[]> {
    const parsed = (await this.rows(0, SAMPLE_ROWS)).map(({ bytes }) => parseRow(decodeRow(bytes)));
    return parsed.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
  }

  /** The same for somebody who closes it in his own time. */
  shared(): this {
    this.users++;
    return this;
  }

  async close(): Promise<void> {
    if (--this.users > 0) return;
    this.stop.abort();
    await this.following;
    await this.scanning;
    await this.mark;
    await this.file.close();
  }

  private startScan(): void {
    this.mark = fingerprint(this.file, this.known.size).catch(() => null);
    this.scanning = this.scan();
  }

  private async scan(): Promise<void> {
    try {
      await this.index.scan(this.file, this.stop.signal, this.tell, this.known.size);
    } catch (error) {
      if (!this.stop.signal.aborted) this.failure = errorMessage(error);
      this.tell();
    }
  }

  private async follow(): Promise<Growth> {
    await this.scanning;
    const now = await this.files.facts(this.path);
    if (this.failure !== null || this.stop.signal.aborted) return 'replaced';
    if (sameFacts(this.known, now)) return 'same';
    if (!(await this.onlyLonger(now))) return 'replaced';
    this.known = now;
    this.startScan();
    await this.scanning;
    return this.failure === null ? 'grown' : 'replaced';
  }

  private async onlyLonger(now: FileFacts): Promise<boolean> {
    if (now.ino !== this.known.ino || now.size <= this.known.size) return false;
    const before = await this.mark;
    return before !== null && before === (await fingerprint(this.file, this.known.size));
  }
}
