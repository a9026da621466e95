import { Kernels } from './kernels';

const BYTES_A_COUNT = 2;

/** Counts line feeds by cells of `cell` bytes (at most 32 KiB) in the bytes put in its `room`. */
export class LineFeedCounter {
  private readonly kernels: Kernels;
  private readonly cell: number;
  private readonly counts: Uint16Array;
  /** Where the bytes to count in are put. */
  readonly room: Uint8Array;

  constructor(room: number, cell: number) {
    this.kernels = new Kernels(room, Math.ceil(room / cell) * BYTES_A_COUNT);
    this.cell = cell;
    const { memory, roomAt, resultsAt } = this.kernels;
    this.room = memory.subarray(roomAt, roomAt + room);
    this.counts = new Uint16Array(memory.buffer, resultsAt, Math.ceil(room / cell));
  }

  /** The line feeds of each cell of the first `length` bytes of the room; the last cell may be shorter. Good until the next call. */
  count(length: number): Uint16Array {
    const { run, roomAt, resultsAt } = this.kernels;
    run.countByCells(roomAt, roomAt + length, this.cell, resultsAt);
    return this.counts.subarray(0, Math.ceil(length / this.cell));
  }
}
