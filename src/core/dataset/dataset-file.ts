import { detectProfile, SAMPLE_ROWS } from '../profile/detect';
import type { Detection } from '../profile/detect';
import type { Profile } from '../profile/profile';
import { decodeRow, parseRow } from '../row/parse';
import type { FileFacts, FileStore, OpenFile } from './file-store';
import { RowIndex } from './row-index';
import { readRows } from './row-reader';
import type { RawRow } from './row-reader';

/** An open dataset: its bytes by row. The index may still be growing; rows found so far can be read. */
export class DatasetFile {
  readonly path: string;
  readonly facts: FileFacts;
  readonly index = new RowIndex();
  /** Why the index stopped before the end of the file. */
  failure: string | null = null;
  /** Settles when the whole file is indexed, or when that failed or was stopped. Never rejects. */
  readonly indexed: Promise<void>;
  private readonly file: OpenFile;
  private readonly stop = new AbortController();

  private constructor(path: string, facts: FileFacts, file: OpenFile, onGrowth: () => void) {
    this.path = path;
    this.facts = facts;
    this.file = file;
    this.indexed = this.scan(onGrowth);
  }

  private async scan(onGrowth: () => void): Promise<void> {
    try {
      await this.index.scan(this.file, this.stop.signal, onGrowth, this.facts.size);
    } catch (error) {
      if (!this.stop.signal.aborted) this.failure = error instanceof Error ? error.message : String(error);
      onGrowth();
    }
  }

  /** Opens a file and starts to index it. Resolves once the first rows can be read; `onGrowth` tells of more. */
  static async open(
    files: FileStore,
    path: string,
    onGrowth: (dataset: DatasetFile) => void = () => undefined,
  ): Promise<DatasetFile> {
    const facts = await files.facts(path);
    const file = await files.open(path);
    return new Promise((resolve) => {
      const dataset: DatasetFile = new DatasetFile(path, facts, file, () => {
        resolve(dataset);
        onGrowth(dataset);
      });
    });
  }

  rows(from: number, count: number): Promise<RawRow[]> {
    return readRows(this.file, this.index, from, count);
  }

  /** The profile that the first rows have, among those indexed so far. */
  async detect(profiles: Profile[]): Promise<Detection> {
    const parsed = (await this.rows(0, SAMPLE_ROWS)).map(({ bytes }) => parseRow(decodeRow(bytes)));
    const values = parsed.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
    return detectProfile(values, profiles);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.indexed;
    await this.file.close();
  }
}
