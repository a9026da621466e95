import type { RawRow } from '../dataset/row-reader';
import type { RowBlock } from '../scan/row-blocks';
import type { Candidate } from './chunk-search';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** A longer row is cut, as row-reader.ts does. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** A row of a block as a reader of rows gives it; its bytes are good until the next block. */
export function rawRow(memory: Buffer, block: RowBlock, { row, start, end }: Candidate): RawRow {
  const unfinished = block.unfinished && end === block.end;
  const cut = unfinished || end - start > LONGEST_ROW;
  const marked =
    row === 0 && BYTE_ORDER_MARK.every((byte, at) => start + at < end && memory[start + at] === byte);
  const from = marked ? start + 3 : start;
  if (cut) return { number: row, bytes: memory.subarray(from, start + LONGEST_ROW), size: end - start + 1 };
  const to = end > from && memory[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
  return { number: row, bytes: memory.subarray(from, to), size: to - from };
}

/** The last row of a file may have no line feed. */
export function endsInRow(memory: Buffer, { end, unfinished }: RowBlock): boolean {
  return !unfinished && memory[end - 1] !== LINE_FEED;
}
