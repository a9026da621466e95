import type { DatasetFile } from '../../core/dataset/dataset-file';
import { problemText } from '../../core/contamination/row-texts';
import type { Profile } from '../../core/profile/profile';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import type { Reading } from '../../core/profile/reading';
import { decodeRow, parseRow } from '../../core/row/parse';

/** What a file of items is called, and how its rows are read. */
interface ItemFileFacts {
  name: string;
  version?: string | null;
  profile: Profile;
  /** It is not as it was when it was added. */
  changed?: boolean;
}

/** An open file with problems that rows of a dataset are compared with: they are read by their rows (0-based). */
export class ItemFile {
  readonly name: string;
  readonly version: string | null;
  readonly path: string;
  readonly profile: Profile;
  readonly changed: boolean;
  private readonly dataset: DatasetFile;

  constructor(dataset: DatasetFile, { name, version = null, profile, changed = false }: ItemFileFacts) {
    this.name = name;
    this.version = version;
    this.path = dataset.path;
    this.dataset = dataset;
    this.profile = profile;
    this.changed = changed;
  }

  /** Bytes of the file. */
  get size(): number {
    return this.dataset.facts.size;
  }

  /** The bytes of an item's row; none when it is gone. */
  async bytes(row: number): Promise<Uint8Array> {
    const [raw] = await this.dataset.rows(row, 1);
    return raw?.bytes ?? new Uint8Array();
  }

  async reading(row: number): Promise<Reading> {
    const parsed = parseRow(decodeRow(await this.bytes(row)));
    return parsed.kind === 'value' ? readRow(parsed.value, this.profile) : emptyReading();
  }

  async problem(row: number): Promise<string> {
    return problemText(await this.reading(row));
  }

  close(): Promise<void> {
    return this.dataset.close();
  }
}
