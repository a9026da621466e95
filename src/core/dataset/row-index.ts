import { LineFeedCounter } from '../scan/line-feeds';
import { Slices } from '../scan/slices';
import { CELL, FeedCounts, WIDE_CELL } from './feed-counts';
import type { FeedCell } from './feed-counts';
import type { OpenFile } from './file-store';
import { readInto } from './read-into';

const LINE_FEED = 0x0a;
/** Large enough to cost no time, small enough to stay in the processor's cache. A multiple of WIDE_CELL. */
const PIECE = 240 * 1024;
/** Progress is told no more often: thousands of messages would hold up the page that they are for. */
const TELL_EVERY_MS = 100;

/** A stretch of the file: from byte `start` to byte `end`, and how many line feeds to pass in it. */
export interface Stretch {
  start: number;
  end: number;
  skip: number;
  /** Where the last of what is looked for would have ended, were the rows near it of one length. */
  likelyEnd: number;
}

/** Where some rows lie: the stretch up to the line feed of the last, which begins after `skip` line feeds. */
export interface RowStretch extends Stretch {
  /** Where the line feed before the first row would lie, were the rows near it of one length. */
  likelyStart: number;
  /** So many line feeds follow that one up to here. */
  feedsAfter: number;
  countedTo: number;
}

/**
 * Knows where every row of a JSONL file begins, without holding an entry for every row: how many line feeds there are in each
 * 6 KiB (12 where rows are tiny), which costs the same for every row size. Rows are cut at byte 0x0A alone. Rows indexed so
 * far can be asked for while the scan goes on, and a file that grew is scanned on from where the last scan ended.
 */
export class RowIndex {
  private readonly feeds = new FeedCounts();
  private scanned = 0;
  private ended = false;
  /** whether the bytes scanned end in the middle of a row */
  private inRow = false;

  /** Rows whose end has been seen. */
  get rows(): number {
    return this.feeds.total + (this.ended && this.inRow ? 1 : 0);
  }

  get complete(): boolean {
    return this.ended;
  }

  /** Bytes scanned. */
  get bytes(): number {
    return this.scanned;
  }

  /** Bytes of memory that the index takes. */
  get memory(): number {
    return this.feeds.memory;
  }

  /**
   * Scans `file` from where the last scan ended to byte `size`, without one to the file's end. `onProgress` is called as soon
   * as there are rows to show, then now and then, and at the end. Rejects when the file has fewer bytes than `size`, and when
   * `signal` stops it; what was found stays.
   */
  async scan(file: OpenFile, signal: AbortSignal, onProgress: () => void, size = Infinity): Promise<void> {
    if (size !== Infinity) this.feeds.reserve(size);
    const counter = new LineFeedCounter(PIECE, CELL);
    const slices = new Slices();
    let told: number | null = null;
    let at = this.scanned - (this.scanned % WIDE_CELL); // a cell that the last scan did not fill is counted anew
    for (;;) {
      signal.throwIfAborted();
      const wanted = Math.min(PIECE, size - at);
      const read = readInto(file, counter.room.subarray(0, wanted), at);
      const length = typeof read === 'number' ? read : await read;
      this.take(counter, at, length);
      at += length;
      if (length < PIECE) break;
      if (this.rows > 0 && (told === null || performance.now() - told > TELL_EVERY_MS)) {
        onProgress();
        if (told === null) await slices.rest(); // whoever waits for the first rows goes first
        told = performance.now();
      }
      if (slices.over) await slices.rest();
    }
    if (at < size && size !== Infinity) throw new Error('the file became shorter while it was read');
    this.ended = true;
    onProgress();
  }

  /**
   * Where rows `from` to `last` (not included) lie, as near as is known without reading: the first of them begins after
   * `skip` line feeds, and the last ends before `end`.
   */
  stretch(from: number, last: number): RowStretch {
    const { feeds, scanned } = this;
    const finish = last <= feeds.total ? feeds.find(last) : null;
    const { end, likelyEnd } = finish ? this.stretchOf(finish, last) : { end: scanned, likelyEnd: scanned };
    if (from === 0)
      return { start: 0, end, skip: 0, likelyStart: 0, likelyEnd, feedsAfter: Infinity, countedTo: 0 };
    const cell = finish && finish.before < from ? finish : feeds.find(from);
    const { start, skip, likelyStart, end: countedTo } = this.stretchOf(cell, from);
    return { start, end, skip, likelyStart, likelyEnd, feedsAfter: cell.count - skip, countedTo };
  }

  /** Where the `nth` (from 1) line feed lies: the `skip`th of a stretch of 12 KiB at most. Null when there are fewer. */
  feed(nth: number): Stretch | null {
    if (nth > this.feeds.total) return null;
    return this.stretchOf(this.feeds.find(nth), nth);
  }

  private stretchOf({ start, size, before, count }: FeedCell, nth: number) {
    const skip = nth - before;
    const end = Math.min(start + size, this.scanned);
    const width = (end - start) / (count + 1);
    return {
      start,
      end,
      skip,
      likelyStart: start + Math.floor(width * (skip - 1)),
      likelyEnd: Math.min(end, start + Math.ceil(width * (skip + 1))),
    };
  }

  private take(counter: LineFeedCounter, at: number, length: number): void {
    this.ended = false;
    if (length === 0) return;
    this.feeds.keep(at);
    this.feeds.add(counter.count(length));
    this.scanned = at + length;
    this.inRow = counter.room[length - 1] !== LINE_FEED;
  }
}
