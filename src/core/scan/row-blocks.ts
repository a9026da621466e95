import type { OpenFile } from '../dataset/file-store';
import { readAhead, readInto } from '../dataset/read-into';
import type { Kernels } from './kernels';
import { Slices } from './slices';

const LINE_FEED = 0x0a;
const LONGEST_ROW = 16 * 1024 * 1024;
/** Parts of a row overlap by this much, so that a text that lies across two parts is found whole in one of them. */
export const PART_OVERLAP = 8 * 1024;

/** Whole rows in the memory of the kernels, from address `start` to `end`; good until the next block is asked for. */
export interface RowBlock {
  start: number;
  end: number;
  /** Where `start` lies in the file. */
  offset: number;
  /** The block begins inside a row: with the last bytes of the part of it that the block before held, then its next part. */
  continued: boolean;
  /** The block is a part of one row, which goes on in the next block. */
  unfinished: boolean;
}

/**
 * Reads a file as blocks of whole rows into the room of `kernels`, which is made larger for rows that do not fit in a quarter
 * of it; a row of more than 16 MiB is given in parts. The next bytes are read in the background while a block is worked on.
 * Lets others run every few milliseconds.
 */
export async function* rowBlocks(
  file: OpenFile,
  kernels: Kernels,
  signal?: AbortSignal,
): AsyncGenerator<RowBlock> {
  const slices = new Slices();
  const room = new BlockRoom(file, kernels);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const filling = room.fill();
      if (filling) await filling;
      const block = room.cut();
      if (block) yield block;
      else if (room.ended) return;
      if (slices.over) await slices.rest();
    }
  } finally {
    await room.settle();
  }
}

/**
 * The room of the kernels as two windows over the file, in turn: one is worked on while the other is read. Reads always go to
 * the same two addresses, half way in each window: the system copies twice as fast to a place on a page's border. What is
 * left of a row lies before them.
 */
class BlockRoom {
  ended = false;
  private readonly file: OpenFile;
  private readonly kernels: Kernels;
  /** Bytes read and not given yet: from address `start` to `end`, the first of them at `offset` in the file. */
  private start = 0;
  private end = 0;
  private offset = 0;
  private continued = false;
  private window: 0 | 1 = 0;
  /** What the other window is being filled with. */
  private ahead: Promise<number> | null = null;

  constructor(file: OpenFile, kernels: Kernels) {
    this.file = file;
    this.kernels = kernels;
  }

  /** Goes on in the other window: with what is left, and what is read behind it. */
  fill(): void | Promise<void> {
    if (this.end - this.start > this.piece) return this.settle().then(() => this.fillGrown());
    this.moveOn();
    const read = this.ahead ?? readInto(this.file, this.target(this.window), this.nextOffset);
    this.ahead = null;
    return typeof read === 'number' ? this.took(read) : read.then((length) => this.took(length));
  }

  /** Waits until nothing is read any more. */
  async settle(): Promise<void> {
    await this.ahead?.catch(() => undefined); // who stops early need not know that the read failed
    this.ahead = null;
  }

  /** The whole rows among the bytes read, and of a row that is too long the part read so far; null when there are none yet. */
  cut(): RowBlock | null {
    const { memory } = this.kernels;
    const read = this.readAt(this.window);
    const feed = memory.subarray(read, this.end).lastIndexOf(LINE_FEED);
    if (this.ended) return this.end > this.start ? this.take(this.end, this.end, false) : null;
    if (feed !== -1) return this.take(read + feed + 1, read + feed + 1, false);
    if (this.end - this.start < LONGEST_ROW) return null;
    return this.take(this.end, this.end - PART_OVERLAP, true);
  }

  /** Bytes read at a time. */
  private get piece(): number {
    return this.kernels.room >> 2;
  }

  /** Where the file goes on after what was read. */
  private get nextOffset(): number {
    return this.offset + this.end - this.start;
  }

  private get other(): 0 | 1 {
    return this.window === 0 ? 1 : 0;
  }

  private readAt(window: 0 | 1): number {
    return this.kernels.roomAt + this.piece * (2 * window + 1);
  }

  private target(window: 0 | 1): Buffer {
    return this.kernels.memory.subarray(this.readAt(window), this.readAt(window) + this.piece);
  }

  private fillGrown(): void | Promise<void> {
    this.kernels.growRoom(this.kernels.room * 2);
    return this.fill();
  }

  /** Puts what is left before the place in the other window where bytes are read to. */
  private moveOn(): void {
    const left = this.end - this.start;
    this.window = this.other;
    const read = this.readAt(this.window);
    this.kernels.memory.copyWithin(read - left, this.start, this.end);
    this.start = read - left;
    this.end = read;
  }

  private took(length: number): void {
    this.end += length;
    this.ended = length < this.piece;
    if (!this.ended) this.ahead = readAhead(this.file, this.target(this.other), this.nextOffset);
  }

  /** The block up to address `end`; the next one begins at `next`. */
  private take(end: number, next: number, unfinished: boolean): RowBlock {
    const { start, offset, continued } = this;
    this.start = next;
    this.offset += next - start;
    this.continued = unfinished;
    return { start, end, offset, continued, unfinished };
  }
}
