import type { Kernels } from './kernels';
import { rarePlaces } from './rare-bytes';
import { PART_OVERLAP } from './row-blocks';
import type { RowBlock } from './row-blocks';

const LINE_FEED = 0x0a;
const CASE_BIT = 0x20;

/** Finds the rows that have a text, block after block of a file, in one pass that counts the rows as well. */
export class TextFinder {
  /** Rows begun in the blocks so far, without the one that the last block left unfinished. */
  rows = 0;
  /** Whether rows of the last block that do not have the text may have `\u00`, when these are watched for. */
  escapesSeen = false;
  private lastFound = -1;
  private readonly kernels: Kernels;
  private readonly pattern: number;
  private readonly length: number;
  private readonly places: [number, number];
  private readonly watchEscapes: boolean;

  /**
   * `text`: the bytes as they stand in the file (JSON-escaped), 1 to 8 KiB of them, without a line feed.
   * `ignoreCase`: the letters A to Z fit in both cases; other bytes only themselves.
   * `watchEscapes`: whether to watch on the way for `\u00`, which is how JSON may write an ASCII character.
   */
  constructor(kernels: Kernels, text: Uint8Array, ignoreCase: boolean, watchEscapes = false) {
    if (text.length === 0 || text.length > PART_OVERLAP || text.includes(LINE_FEED))
      throw new Error('a text to find has 1 to 8,192 bytes and no line feed');
    const folded = ignoreCase ? text.map((byte) => (isLetter(byte) ? byte | CASE_BIT : byte)) : text;
    const masks = folded.map((byte) => (ignoreCase && isLetter(byte) ? CASE_BIT : 0));
    this.kernels = kernels;
    this.watchEscapes = watchEscapes;
    this.length = text.length;
    this.places = rarePlaces(folded);
    this.pattern = kernels.keep(text.length * 2);
    kernels.memory.set(folded, this.pattern);
    kernels.memory.set(masks, this.pattern + text.length);
  }

  /** Tells each row of the block that has the text, once: its number in the file, and the address of the first place. */
  find(block: RowBlock, onRow: (row: number, at: number) => void): void {
    const { run, resultsAt, resultsEnd } = this.kernels;
    run.setPattern(this.pattern, this.length, ...this.places, this.watchEscapes);
    for (let from = block.start; from < block.end; from = run.searchedTo.value) {
      const found = run.findRows(from, block.end, resultsAt, resultsEnd);
      this.tell(found, onRow);
      this.rows += run.feedsPassed.value;
    }
    this.escapesSeen = run.escapesSeen.value === 1;
  }

  /** Whether the block has the text at all, which is told sooner than its rows. No row is counted. */
  isIn(block: RowBlock): boolean {
    const { run } = this.kernels;
    run.setPattern(this.pattern, this.length, ...this.places, false);
    return run.nextHit(block.start, block.end, block.end) < block.end;
  }

  private tell(found: number, onRow: (row: number, at: number) => void): void {
    const { memory, resultsAt } = this.kernels;
    const hits = new Uint32Array(memory.buffer, resultsAt, found * 2);
    for (let hit = 0; hit < hits.length; hit += 2) {
      const row = this.rows + (hits[hit] ?? 0);
      if (row === this.lastFound) continue; // another part of a long row, or the overlap of two
      this.lastFound = row;
      onRow(row, hits[hit + 1] ?? 0);
    }
  }
}

/** Where the row around address `at` lies in the memory, without its line feed. */
export function rowAround(memory: Buffer, block: RowBlock, at: number): { start: number; end: number } {
  const before = memory.lastIndexOf(LINE_FEED, at);
  const after = memory.indexOf(LINE_FEED, at);
  return {
    start: before < block.start ? block.start : before + 1,
    end: after === -1 || after >= block.end ? block.end : after,
  };
}

function isLetter(byte: number): boolean {
  const lower = byte | CASE_BIT;
  return lower >= 0x61 && lower <= 0x7a;
}
