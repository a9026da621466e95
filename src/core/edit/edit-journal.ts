import path from 'node:path';
import type { FileStore, OpenFile, OpenLog } from '../dataset/file-store';
import { walkPart } from '../dataset/row-reader';
import { decodeRow } from '../row/parse';
import type { FileIdentity } from './file-identity';
import { editLines, headerLine, savedLine } from './journal-lines';
import { readJournal } from './journal-replay';
import type { JournalContent } from './journal-replay';
import type { Splice } from './piece';
import type { WriteStore } from './write-store';

const LARGEST_APPEND = 1024 * 1024;

/** The lines of a file, one at a time: a journal of many edits is too long for one string. A torn line at its end is none. */
async function* endedLines(file: OpenFile, size: number): AsyncGenerator<string> {
  for await (const { bytes, next } of walkPart(file, 0, size)) if (next <= size) yield decodeRow(bytes);
}

/** The unsaved edits of a dataset on disk, edit by edit: each is durable before it is acknowledged. */
export class EditJournal {
  readonly path: string;
  private readonly files: FileStore;
  private log: OpenLog | null = null;
  private torn = false;
  private foreign = false;
  private started = false;
  private edits = 0;

  constructor(files: FileStore, file: string) {
    this.files = files;
    this.path = file;
  }

  /** What is on disk; null when there is nothing, a sentence when it cannot be read. */
  async read(): Promise<JournalContent | string | null> {
    const file = await this.files.open(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return null;
    try {
      const { size } = await this.files.facts(this.path);
      return await readJournal(endedLines(file, size));
    } finally {
      await file.close();
    }
  }

  /** Goes on behind what is on disk. */
  resume({ edits }: JournalContent): void {
    this.started = true;
    this.torn = true; // perhaps; a blank line is no harm
    this.edits = edits.length;
  }

  /** Writes an edit. `dataset` and `base` are for the header, when this is the first. */
  async append(dataset: string, base: FileIdentity, splices: readonly Splice[]): Promise<void> {
    let text = this.started ? '' : headerLine(dataset, base);
    for (const line of editLines(this.edits, splices)) {
      if (text.length > LARGEST_APPEND) {
        await this.write(text);
        text = '';
      }
      text += line;
    }
    await this.write(text);
    this.edits++;
  }

  /** Notes what the file will be once a save has put it in its place. */
  async noteSave(saved: FileIdentity): Promise<void> {
    if (this.started) await this.write(savedLine(saved));
  }

  /** Removes the journal: there is nothing unsaved. */
  async end(disk: WriteStore): Promise<void> {
    if (await this.isForeign()) return;
    await this.remove(disk);
  }

  /** Removes whatever is there. */
  async remove(disk: WriteStore): Promise<void> {
    await this.close();
    await disk.remove(this.path);
    this.startAnew();
  }

  async moveTo(disk: WriteStore, to: string): Promise<void> {
    await this.close();
    await disk.rename(this.path, to);
    this.startAnew();
  }

  private startAnew(): void {
    this.started = false;
    this.torn = false;
    this.edits = 0;
  }

  async close(): Promise<void> {
    const { log } = this;
    this.log = null;
    await log?.close().catch(() => undefined);
  }

  private async write(text: string): Promise<void> {
    if (await this.isForeign()) {
      throw new Error(
        'This dataset is being edited in another window. Go on there, or close it and open it here anew.',
      );
    }
    try {
      this.log ??= await this.files.openLog(this.path);
      await this.log.append(Buffer.from(this.torn ? `\n${text}` : text));
    } catch (error) {
      this.torn = true; // what reached the disk is not known: the next line must stay a line of its own
      await this.close();
      throw error;
    }
    this.torn = false;
    this.started = true;
  }

  /** Whether another window writes this journal. Then it is left alone for good: two in one file could not be read again. */
  async isForeign(): Promise<boolean> {
    if (this.log) this.foreign ||= !(await this.log.isOurs());
    else if (!this.started && !this.torn)
      this.foreign ||= (await this.files.list(path.dirname(this.path))).includes(path.basename(this.path));
    return this.foreign;
  }
}
