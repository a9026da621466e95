import { DatasetFile } from '../dataset/dataset-file';
import { changeOf, ConflictError, fingerprintOf, identityOf } from './file-identity';
import type { FileIdentity } from './file-identity';
import { layoutOf } from './file-layout';
import type { FileLayout, LineEnd } from './file-layout';
import type { EditStores } from './edit-stores';
import { RowEditRefusal } from './row-edit-refusal';
import { RowPlaces } from './row-places';
import { usualStyleOf } from './usual-style';
import type { RowStyle } from './row-style';
import type { CopySource } from './write-store';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A row longer than this many bytes is not edited: it is not shown in full either. */
export const LONGEST_EDITED_ROW = 16 * 1024 * 1024;

/** A row's bytes as an edit needs them. */
export interface RowBytes {
  /** Without line end and byte order mark. */
  bytes: Uint8Array;
  /** The carriage return that stands before the row's line feed, if any. */
  carriageReturn: boolean;
}

/** The file that edits are laid over: its rows, and what is needed to read their exact bytes and to write them again. */
export class BaseFile {
  readonly dataset: DatasetFile;
  readonly source: CopySource;
  readonly identity: FileIdentity;
  readonly places: RowPlaces;

  private laidOut: FileLayout;
  private style: RowStyle | null | undefined = null;

  private constructor(
    dataset: DatasetFile,
    source: CopySource,
    identity: FileIdentity,
    known: Partial<FileLayout>,
  ) {
    this.dataset = dataset;
    this.source = source;
    this.identity = identity;
    this.laidOut = layoutOf(source, identity.size, known);
    this.places = new RowPlaces(source, dataset.index);
  }

  /** How the file is laid out up to the end of its index: rows that were appended under edits are read and written as the others. */
  get layout(): FileLayout {
    const { complete, bytes } = this.dataset.index;
    if (complete && bytes > this.laidOut.size) this.laidOut = layoutOf(this.source, bytes);
    return this.laidOut;
  }

  /**
   * Takes an open dataset. Throws a ConflictError when its file has become another one since it was opened. Bytes that were
   * appended meanwhile do not count yet: a save will notice them.
   */
  static async of(
    { disk }: EditStores,
    dataset: DatasetFile,
    known: Pick<Partial<FileLayout>, 'form' | 'lastLineEnd'> = {},
  ): Promise<BaseFile> {
    const source = await disk.openSource(dataset.path);
    const { size, mtimeMs } = dataset.facts;
    const identity = await identityOf(source, size);
    const same = identity.mtimeMs === mtimeMs && (await source.status()).size === size;
    if (same || (await source.status()).size > size)
      return new BaseFile(dataset, source, { ...identity, mtimeMs }, known);
    await source.close();
    throw new ConflictError(dataset.path, 'changed');
  }

  /** The same dataset, now that rows were appended and its index has them. This one is not to be used any more. */
  async grown(stores: EditStores): Promise<BaseFile> {
    const base = await BaseFile.of(stores, this.dataset);
    await this.source.close();
    return base;
  }

  static async open(stores: EditStores, path: string): Promise<BaseFile> {
    return BaseFile.of(stores, await DatasetFile.open(stores.files, path));
  }

  /** Opens the file that a save made of this one. `lastLineEnd` is what the last row would have if it were not last. */
  async reopen(stores: EditStores, lastLineEnd: LineEnd): Promise<BaseFile> {
    const dataset = await DatasetFile.open(stores.files, this.dataset.path);
    return BaseFile.of(stores, dataset, { form: this.layout.form, lastLineEnd });
  }

  /** Throws a ConflictError when the file on disk is no longer the one that was opened. */
  async checkUnchanged({ disk }: EditStores): Promise<void> {
    const { path } = this.dataset;
    const change = await changeOf(disk, path, this.identity);
    if (change) throw new ConflictError(path, change);
  }

  /** Throws a ConflictError when the file that was opened has other bytes now, whatever has its name. */
  async checkSource(): Promise<void> {
    if (!(await this.isReadable())) throw new ConflictError(this.dataset.path, 'changed');
  }

  /** What was appended to the file that was opened since it was, whatever has its name. */
  async appended(): Promise<Uint8Array> {
    const { size } = this.identity;
    const now = await this.source.status();
    if (now.size <= size) return Buffer.alloc(0);
    const bytes = Buffer.alloc(now.size - size);
    return bytes.subarray(0, this.source.read(bytes, size));
  }

  /** Whether the rows of the file that was opened can still be read: nobody wrote over its bytes in their place. */
  async isReadable(): Promise<boolean> {
    const { size, mtimeMs } = await this.source.status();
    const { identity } = this;
    if (size === identity.size && mtimeMs === identity.mtimeMs) return true;
    return size > identity.size && fingerprintOf(this.source, identity.size) === identity.fingerprint;
  }

  /** The exact bytes of a file row that is to be edited. Throws where it is too long for that. */
  row(row: number): RowBytes {
    const place = this.placeOf(row);
    if (place.end - place.start > LONGEST_EDITED_ROW) throw tooLong(row);
    return this.bytesAt(place);
  }

  /** The exact bytes of a file row, however long it is. */
  wholeRow(row: number): RowBytes {
    return this.bytesAt(this.placeOf(row));
  }

  private placeOf(row: number): { start: number; end: number } {
    const start = row === 0 ? this.layout.mark : this.places.start(row);
    return { start, end: this.places.start(row + 1) };
  }

  private bytesAt({ start, end }: { start: number; end: number }): RowBytes {
    const line = Buffer.alloc(Math.max(0, end - start));
    if (this.source.read(line, start) < line.length) throw new ConflictError(this.dataset.path, 'changed');
    return this.withoutLineEnd(line);
  }

  /** How the first rows are written; undefined where they are not JSON. */
  usualStyle(): RowStyle | undefined {
    if (this.style === null) this.style = usualStyleOf(this);
    return this.style;
  }

  private withoutLineEnd(line: Buffer): RowBytes {
    if (line.at(-1) !== LINE_FEED) {
      const bytes = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
      return { bytes, carriageReturn: this.layout.lastLineEnd === '\r\n' };
    }
    const carriageReturn = line.at(-2) === CARRIAGE_RETURN;
    return { bytes: line.subarray(0, carriageReturn ? -2 : -1), carriageReturn };
  }

  async close(): Promise<void> {
    await this.source.close();
    await this.dataset.close();
  }
}

function tooLong(row: number): RowEditRefusal {
  return new RowEditRefusal('too-long', `Row ${row + 1} has more than 16 MiB: too long to be edited here.`);
}
