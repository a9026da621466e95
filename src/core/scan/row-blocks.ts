import type { OpenFile } from '../dataset/file-store';
import { readInto } from '../dataset/read-into';
import type { Kernels } from './kernels';
import { Slices } from './slices';

const LINE_FEED = 0x0a;
/** A row longer than this is given in parts. */
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
 * Reads a file as blocks of whole rows into the room of `kernels`, which is made larger for rows that do not fit, up to
 * 16 MiB; a longer row is given in parts. Lets others run every few milliseconds.
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
    const filled = room.fill();
    if (typeof filled !== 'boolean') await filled;
    const block = room.cut();
    if (block) yield block;
    else if (room.ended) return;
    if (slices.over) await slices.rest();
  }
}

/** The room of the kernels as a window over the file. */
class BlockRoom {
  ended = false;
  private readonly file: OpenFile;
  private readonly kernels: Kernels;
  /** bytes in the room, the first of them at `offset` in the file */
  private filled = 0;
  private offset = 0;
  /** bytes of the room that the last block took; and those of them that belong to the next one as well */
  private taken = 0;
  private continued = false;

  constructor(file: OpenFile, kernels: Kernels) {
    this.file = file;
    this.kernels = kernels;
  }

  /** Drops what the last block took and reads on until the room is full. */
  fill(): true | Promise<true> {
    const { memory, roomAt, room } = this.kernels;
    memory.copyWithin(roomAt, roomAt + this.taken, roomAt + this.filled);
    this.offset += this.taken;
    this.filled -= this.taken;
    this.taken = 0;
    const target = memory.subarray(roomAt + this.filled, roomAt + room);
    const read = readInto(this.file, target, this.offset + this.filled);
    return typeof read === 'number'
      ? this.took(read, target.length)
      : read.then((n) => this.took(n, target.length));
  }

  /** The whole rows in the room; null when there is none yet. */
  cut(): RowBlock | null {
    if (this.filled === 0) return null;
    const { memory, roomAt, room } = this.kernels;
    const feed = this.ended
      ? this.filled - 1
      : memory.subarray(roomAt, roomAt + this.filled).lastIndexOf(LINE_FEED);
    if (feed !== -1) return this.take(feed + 1, feed + 1, false);
    if (room >= LONGEST_ROW) return this.take(this.filled, this.filled - PART_OVERLAP, true);
    this.kernels.growRoom(Math.min(LONGEST_ROW, room * 2));
    return null;
  }

  private take(end: number, taken: number, unfinished: boolean): RowBlock {
    const { roomAt } = this.kernels;
    const { offset, continued } = this;
    this.taken = taken;
    this.continued = unfinished;
    return { start: roomAt, end: roomAt + end, offset, continued, unfinished };
  }

  private took(read: number, wanted: number): true {
    this.filled += read;
    this.ended = read < wanted;
    return true;
  }
}
