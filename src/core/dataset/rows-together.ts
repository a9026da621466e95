import { Kernels } from '../scan/kernels';
import type { OpenFile } from './file-store';
import type { Line } from './line-cursor';
import { expectLength } from './read-into';
import type { RowStretch } from './row-index';
import { copyOf } from './slab';

/** Rows are read together as long as they fit in this. */
export const WINDOW = 256 * 1024;

/** Where rows are cut from: they are copied out before anything else can run. */
const { run, memory, roomAt } = new Kernels(WINDOW, 0);
const { countLineFeeds, findLineFeed } = run;

/** Rows that lie in one stretch of the file. */
export interface RowRun {
  count: number;
  stretch: RowStretch;
}

/** The lines of a run of rows: read at once, the shorter way from one end of the stretch, else in the background. */
export function readTogether(file: OpenFile, rows: RowRun): Line[] | Promise<Line[]> {
  const { start, end, likelyStart, likelyEnd } = rows.stretch;
  const until = Math.max(likelyEnd, rows.stretch.countedTo);
  let [from, to] = until - likelyStart < likelyEnd - start ? [likelyStart, until] : [start, likelyEnd];
  for (;;) {
    const length = file.readNow?.(new Uint8Array(memory.buffer, roomAt, to - from), from) ?? null;
    if (length === null) return readLater(file, rows);
    expectLength(length, to - from);
    const lines = linesIn(from, to, rows);
    if (lines) return lines;
    [from, to] = [start, end]; // rows near it are not of one length
  }
}

async function readLater(file: OpenFile, rows: RowRun): Promise<Line[]> {
  const { start, end } = rows.stretch;
  const bytes = await file.read(start, end - start);
  expectLength(bytes.length, end - start);
  memory.set(bytes, roomAt);
  return linesIn(start, end, rows) ?? [];
}

/** The lines in the bytes of the file that were put in the room; null when these are only part of the stretch and lack some. */
function linesIn(from: number, to: number, { count, stretch }: RowRun): Line[] | null {
  const { start, end } = stretch;
  const roomEnd = roomAt + to - from;
  const skip = from === start ? stretch.skip : feedsBefore(from, stretch);
  if (from > start && skip < 1) return null;
  const lines: Line[] = [];
  let at = skip === 0 ? roomAt : findLineFeed(roomAt, roomEnd, skip) + 1;
  for (let taken = 0; taken < count; taken++) {
    const feed = at > roomEnd ? roomEnd : findLineFeed(at, roomEnd, 1);
    if (feed === roomEnd && to < end) return null;
    if (at > roomEnd) throw new Error('the file was written over after it was opened');
    lines.push({ bytes: copyOf(new Uint8Array(memory.buffer, at, feed - at)), size: feed - at });
    at = feed + 1;
  }
  return lines;
}

/** The place of the line feed before the first row among those from byte `from` of the file on, which is in the room. */
function feedsBefore(from: number, { countedTo, feedsAfter }: RowStretch): number {
  return countLineFeeds(roomAt, roomAt + countedTo - from) - feedsAfter;
}
