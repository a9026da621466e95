import type { OpenFile } from '../dataset/file-store';
import { readInto } from '../dataset/read-into';
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
 * Reads a file as blocks of whole rows into the room of `kernels`, which is made larger for rows that do not fit in half
 * of it; a row of more than 16 MiB is given in parts. Lets others run every few milliseconds.
 */
export async function* rowBlocks(
  file: OpenFile,
  kernels: Kernels,
  signal?: AbortSignal,
): AsyncGenerator<RowBlock> {
  const slices = new Slices();
  const room = new BlockRoom(file, kernels);
  for (;;) {
    signal?.throwIfAborted();
    const filling = room.fill();
    if (filling) await filling;
    const block = room.cut();
    if (block) yield block;
    else if (room.ended) return;
    if (slices.over) await slices.rest();
  }
}

/**
 * The room of the kernels as a window over the file. Reads always go to the same address, half way in the room: the system
 * copies twice as fast to a place on a page's border. What is left of a row lies before it.
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

  constructor(file: OpenFile, kernels: Kernels) {
    this.file = file;
    this.kernels = kernels;
  }

  /** Reads on, after what is left. */
  fill(): void | Promise<void> {
    const left = this.end - this.start;
    while (left > this.half) this.kernels.growRoom(this.kernels.room * 2);
    const { memory, roomAt } = this.kernels;
    const readAt = roomAt + this.half;
    memory.copyWithin(readAt - left, this.start, this.end);
    this.start = readAt - left;
    this.end = readAt;
    const read = readInto(this.file, memory.subarray(readAt, readAt + this.half), this.offset + left);
    return typeof read === 'number' ? this.took(read) : read.then((length) => this.took(length));
  }

  /** The whole rows among the bytes read, and of a row that is too long the part read so far; null when there are none yet. */
  cut(): RowBlock | null {
    const { memory, roomAt } = this.kernels;
    const feed = memory.subarray(roomAt + this.half, this.end).lastIndexOf(LINE_FEED);
    if (this.ended) return this.end > this.start ? this.take(this.end, this.end, false) : null;
    if (feed !== -1) return this.take(roomAt + this.half + feed + 1, roomAt + this.half + feed + 1, false);
    if (this.end - this.start < LONGEST_ROW) return null;
    return this.take(this.end, this.end - PART_OVERLAP, true);
  }

  private get half(): number {
    return this.kernels.room >> 1;
  }

  /** The block up to address `end`; the next one begins at `next`. */
  private take(end: number, next: number, unfinished: boolean): RowBlock {
    const { start, offset, continued } = this;
    this.start = next;
    this.offset += next - start;
    this.continued = unfinished;
    return { start, end, offset, continued, unfinished };
  }

  private took(length: number): void {
    this.end += length;
    this.ended = length < this.half;
  }
}
