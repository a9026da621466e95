import bytes from './assembly/kernels.wasm';

const PAGE = 64 * 1024;
/** Kernels read this much beyond the bytes they are given. */
const BEYOND = 128;
/** Patterns and keys lie from the second page on, the bytes to scan after them, results after those. */
const SMALL_AT = PAGE;
const ROOM_AT = 8 * PAGE;

interface KernelExports {
  memory: WebAssembly.Memory;
  countByCells(from: number, to: number, cell: number, out: number): void;
  countLineFeeds: (from: number, to: number) => number;
  findLineFeed: (from: number, to: number, nth: number) => number;
  setPattern(at: number, bytes: number, first: number, second: number, watch: boolean): void;
  findRows(from: number, to: number, out: number, outEnd: number): number;
  nextHit(from: number, end: number, to: number): number;
  searchedTo: WebAssembly.Global;
  feedsPassed: WebAssembly.Global;
  escapesSeen: WebAssembly.Global;
}

let compiled: WebAssembly.Module | undefined;

/**
 * The WebAssembly kernels with a memory of their own: first small things, then `room` bytes to scan, then results.
 * Whoever has it puts bytes in the room and calls `run`; nothing else may use it in between.
 */
export class Kernels {
  readonly run: KernelExports;
  /** Where the bytes to scan are put. */
  readonly roomAt = ROOM_AT;
  private kept = SMALL_AT;
  private roomBytes: number;
  private readonly resultBytes: number;
  private view: Buffer<ArrayBuffer>;

  /** `room`: bytes to scan at once. `results`: bytes for what the kernels find. */
  constructor(room: number, results: number) {
    compiled ??= new WebAssembly.Module(bytes);
    this.run = new WebAssembly.Instance(compiled).exports as unknown as KernelExports;
    this.roomBytes = room;
    this.resultBytes = results;
    this.view = this.fitted();
  }

  get room(): number {
    return this.roomBytes;
  }

  /** All of the memory. Of no use any more once the room grows. */
  get memory(): Buffer<ArrayBuffer> {
    return this.view;
  }

  /** Where the kernels may write what they find, up to `resultsEnd`. A multiple of 8. */
  get resultsAt(): number {
    return this.roomAt + Math.ceil((this.roomBytes + BEYOND) / PAGE) * PAGE;
  }

  get resultsEnd(): number {
    return this.resultsAt + this.resultBytes;
  }

  /** Sets aside `size` bytes for as long as the kernels live: an address that is a multiple of 8. 448 KiB in all. */
  keep(size: number): number {
    const at = this.kept;
    this.kept += Math.ceil(size / 8) * 8;
    if (this.kept > this.roomAt) throw new Error('too much is to be found at once');
    return at;
  }

  /** Makes the room larger, what is in it kept. */
  growRoom(room: number): void {
    this.roomBytes = room;
    this.view = this.fitted();
  }

  private fitted(): Buffer<ArrayBuffer> {
    const { memory } = this.run;
    const missing = Math.ceil((this.resultsEnd - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    return Buffer.from(memory.buffer);
  }
}
