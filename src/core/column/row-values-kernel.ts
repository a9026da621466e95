import bytes from './assembly/row-values.wasm';

const PAGE = 64 * 1024;
/** The kernel reads this much beyond the rows. */
const BEYOND = 64;
/** Bytes for records: of 20,000 values, more than any one row should have. */
const RECORD_BYTES = 800_000;
/** Constants of the kernel lie before this; then come the keys it has met. */
const KEYS_AT = PAGE;

interface RowValuesExports {
  memory: WebAssembly.Memory;
  readRows(from: number, to: number, start: number, end: number): number;
  readTo: WebAssembly.Global;
  startColumns(at: number): void;
  tableBytes(): number;
}

let compiled: WebAssembly.Module | undefined;

/** The kernel that turns rows into records (`assembly/row-values.ts`), with a memory of its own. */
export class RowValuesKernel {
  private readonly run: RowValuesExports;
  private readonly roomAt: number;
  private room = 0;
  private view: Buffer<ArrayBuffer>;
  private wordView: Int32Array;
  private numberView: Float64Array;

  constructor() {
    compiled ??= new WebAssembly.Module(bytes);
    this.run = new WebAssembly.Instance(compiled).exports as unknown as RowValuesExports;
    this.roomAt = KEYS_AT + Math.ceil(this.run.tableBytes() / PAGE) * PAGE;
    this.growTo(this.roomAt);
    this.run.startColumns(KEYS_AT);
    this.view = Buffer.from(this.run.memory.buffer);
    this.wordView = new Int32Array(0);
    this.numberView = new Float64Array(0);
  }

  /** All of the memory, as bytes, words and doubles. Of no use any more after `put`. */
  get memory(): Buffer<ArrayBuffer> {
    return this.view;
  }

  get words(): Int32Array {
    return this.wordView;
  }

  get numbers(): Float64Array {
    return this.numberView;
  }

  /** Where the records begin. */
  get recordsAt(): number {
    return this.roomAt + this.room;
  }

  /** Where the kernel stopped reading. */
  get readTo(): number {
    return this.run.readTo.value;
  }

  /** Puts whole rows, each with its line feed, into the memory. Returns where they begin and end. */
  put(rows: Uint8Array): { from: number; to: number } {
    if (rows.length + BEYOND > this.room) this.grow(rows.length + BEYOND);
    this.view.set(rows, this.roomAt);
    return { from: this.roomAt, to: this.roomAt + rows.length };
  }

  /** Reads rows until the end or until there is no room for more records. Returns where the records end. */
  read(from: number, to: number): number {
    return this.run.readRows(from, to, this.recordsAt, this.recordsAt + RECORD_BYTES);
  }

  private grow(room: number): void {
    this.room = Math.ceil(room / PAGE) * PAGE;
    this.growTo(this.recordsAt + RECORD_BYTES);
    const { buffer } = this.run.memory;
    this.view = Buffer.from(buffer);
    this.wordView = new Int32Array(buffer);
    this.numberView = new Float64Array(buffer);
  }

  private growTo(bytes: number): void {
    const { memory } = this.run;
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
  }
}
