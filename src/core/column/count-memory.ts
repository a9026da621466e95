const PAGE = 64 * 1024;
/** Bytes of the least block. */
const LEAST = 64;

/** A memory that grows by pages of 64 KB, as WebAssembly has it. */
interface Pages {
  readonly buffer: ArrayBuffer;
  grow(pages: number): unknown;
}

/**
 * Blocks of a memory in which values are counted, be it a kernel's, so that it can count in them too. An address is in bytes;
 * 0 is none. Views are of no use any more after `allocate`: the memory may have grown.
 */
export class CountMemory {
  private readonly pages: Pages;
  private readonly free = new Map<number, number[]>();
  private end: number;
  private byteView: Buffer<ArrayBuffer>;
  private wordView: Int32Array<ArrayBuffer>;

  /** `pages`: a memory of which the first 64 KB are not for blocks. */
  constructor(pages: Pages = new PlainPages()) {
    this.pages = pages;
    this.end = PAGE;
    this.byteView = Buffer.from(pages.buffer);
    this.wordView = new Int32Array(pages.buffer);
  }

  get bytes(): Buffer<ArrayBuffer> {
    return this.byteView;
  }

  get words(): Int32Array<ArrayBuffer> {
    return this.wordView;
  }

  /** A block of at least so many bytes, all 0. */
  allocate(bytes: number): number {
    const size = sizeOf(bytes);
    const freed = this.free.get(size)?.pop();
    if (freed !== undefined) {
      this.byteView.fill(0, freed, freed + size);
      return freed;
    }
    const at = this.end;
    this.end += size;
    if (this.end > this.pages.buffer.byteLength) this.grow();
    return at;
  }

  /** Gives a block back that was allocated with as many bytes. */
  release(at: number, bytes: number): void {
    const size = sizeOf(bytes);
    const others = this.free.get(size);
    if (others) others.push(at);
    else this.free.set(size, [at]);
  }

  private grow(): void {
    const { buffer } = this.pages;
    this.pages.grow(Math.ceil((this.end - buffer.byteLength) / PAGE) + 1);
    this.byteView = Buffer.from(this.pages.buffer);
    this.wordView = new Int32Array(this.pages.buffer);
  }
}

function sizeOf(bytes: number): number {
  return Math.max(LEAST, 2 ** Math.ceil(Math.log2(bytes)));
}

/** A memory that no kernel has. */
class PlainPages implements Pages {
  buffer = new ArrayBuffer(2 * PAGE);

  grow(pages: number): void {
    const old = new Uint8Array(this.buffer);
    this.buffer = new ArrayBuffer(Math.max(old.length + pages * PAGE, 2 * old.length));
    new Uint8Array(this.buffer).set(old);
  }
}
