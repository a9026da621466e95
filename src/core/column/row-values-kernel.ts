import bytes from './assembly/row-values.wasm';
import { CountMemory } from './count-memory';

const PAGE = 64 * 1024;
/** The kernel reads this much beyond the rows. */
const BEYOND = 64;
/** Bytes for records: of 20,000 values, more than any one row should have. */
const RECORD_BYTES = 800_000;

interface RowValuesExports {
  memory: WebAssembly.Memory;
  readRows(from: number, to: number, start: number, end: number): number;
  readTo: WebAssembly.Global;
  rowsCounted: WebAssembly.Global;
  keysLeftOut: WebAssembly.Global;
  startColumns(at: number): void;
  tableBytes(): number;
  startShapes(at: number): void;
  shapeBytes(): number;
  hasShapeRoom(): number;
  addShape(low: number, high: number, at: number): void;
}

let compiled: WebAssembly.Module | undefined;

/**
 * The kernel that counts the values of rows, and turns what it does not count into records (`assembly/row-values.ts`), with a
 * memory of its own, in which the tallies must be.
 */
export class RowValuesKernel {
  /** The kernel's constants lie before its blocks. */
  readonly memory: CountMemory;
  /** Where the records begin. */
  readonly recordsAt: number;
  private readonly run: RowValuesExports;
  private roomAt = 0;
  private room = 0;

  constructor() {
    compiled ??= new WebAssembly.Module(bytes);
    this.run = new WebAssembly.Instance(compiled).exports as unknown as RowValuesExports;
    this.memory = new CountMemory(this.run.memory);
    this.run.startColumns(this.memory.allocate(this.run.tableBytes()));
    this.run.startShapes(this.memory.allocate(this.run.shapeBytes()));
    this.recordsAt = this.memory.allocate(RECORD_BYTES);
  }

  /** Where the kernel stopped reading. */
  get readTo(): number {
    return this.run.readTo.value;
  }

  /** Rows that the last `read` counted. */
  get rowsCounted(): number {
    return this.run.rowsCounted.value;
  }

  /** Keys of these rows that found no room. */
  get keysLeftOut(): number {
    return this.run.keysLeftOut.value;
  }

  /** Puts whole rows, each with its line feed, into the memory. Returns where they begin and end. */
  put(rows: Uint8Array): { from: number; to: number } {
    if (rows.length + BEYOND > this.room) this.makeRoom(rows.length + BEYOND);
    this.memory.bytes.set(rows, this.roomAt);
    return { from: this.roomAt, to: this.roomAt + rows.length };
  }

  /**
   * Counts rows until the end, until there is no room for more records, or until a tally is to make room. Returns where the
   * records end.
   */
  read(from: number, to: number): number {
    return this.run.readRows(from, to, this.recordsAt, this.recordsAt + RECORD_BYTES);
  }

  /**
   * Lets the kernel count rows whose keys have this hash. `fields`: for each key where its tally's block is, 0 when it is not
   * counted.
   */
  addShape(low: number, high: number, leftOut: number, fields: number[]): void {
    if (this.run.hasShapeRoom() === 0) return;
    const at = this.memory.allocate(4 * (2 + fields.length));
    this.memory.words.set([fields.length, leftOut, ...fields], at >> 2);
    this.run.addShape(low, high, at);
  }

  private makeRoom(wanted: number): void {
    if (this.room > 0) this.memory.release(this.roomAt, this.room);
    this.room = Math.ceil(wanted / PAGE) * PAGE;
    this.roomAt = this.memory.allocate(this.room);
  }
}
