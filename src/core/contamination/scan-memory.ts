import bytes from './assembly/scan-rows.wasm';

const PAGE = 64 * 1024;
/** Kernels read this much beyond the bytes they are given. */
const BEYOND = 128;

/** A text of more bytes is not cut by the kernel. */
export const LONGEST_TEXT = 190_000;

export interface ScanExports {
  memory: WebAssembly.Memory;
  setLayout(at: number): void;
  tokenise(from: number, to: number): void;
  tokens: WebAssembly.Global;
  metUnknownSign: WebAssembly.Global;
  isLikelyText(from: number, to: number, as: number): number;
  scanRows(from: number, to: number, out: number, outEnd: number): number;
  rowsPassed: WebAssembly.Global;
  scannedTo: WebAssembly.Global;
}

let compiled: WebAssembly.Module | undefined;

/** Where tables begin: the kernel's own data lies before. */
export const FIRST_ADDRESS = PAGE;

/** Where the next table may begin. */
export function roundedUp(end: number): number {
  return Math.ceil((end + BEYOND) / 64) * 64;
}

/** The kernel that looks for likely rows, and its memory, which is laid out once: first all is set aside, then `views` are taken. */
export class ScanMemory {
  readonly run: ScanExports;
  private end = FIRST_ADDRESS;

  /** `image`: what lies in it from the first address on. `onNewSign`: called in the middle of a call of the kernel. */
  constructor(image: Uint8Array, onNewSign: (sign: number) => void) {
    compiled ??= new WebAssembly.Module(bytes);
    const imports = { signs: { learn: onNewSign } };
    this.run = new WebAssembly.Instance(compiled, imports).exports as unknown as ScanExports;
    this.put(image);
  }

  /** The address of so many bytes that are set aside, all 0. Views taken before are of no use any more. */
  allocate(size: number): number {
    const at = this.end;
    this.end = roundedUp(at + size);
    const missing = Math.ceil((this.end - this.run.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.run.memory.grow(missing);
    return at;
  }

  put(list: Uint8Array | Uint32Array | Float32Array | Float64Array): number {
    const at = this.allocate(list.byteLength);
    const { buffer, byteOffset, byteLength } = list;
    this.bytes(at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    return at;
  }

  bytes(at: number, length: number): Buffer<ArrayBuffer> {
    return Buffer.from(this.run.memory.buffer, at, length);
  }

  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.run.memory.buffer, at, length);
  }
}
