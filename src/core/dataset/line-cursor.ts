import { Slices } from '../scan/slices';
import type { OpenFile } from './file-store';
import { readInto } from './read-into';
import { copyOf } from './slab';

const LINE_FEED = 0x0a;
const WINDOW = 64 * 1024;

export interface Line {
  bytes: Uint8Array;
  /** of the whole line, without its line feed; more than `bytes.length` when it was cut */
  size: number;
}

/** Walks a file line by line through a window over it, and lets others run every few milliseconds. */
export class LineCursor {
  private readonly room = Buffer.allocUnsafeSlow(WINDOW);
  private window: Buffer = Buffer.alloc(0);
  private at = 0;
  private readonly slices = new Slices();
  private readonly file: OpenFile;
  private offset: number;

  constructor(file: OpenFile, offset: number) {
    this.file = file;
    this.offset = offset;
  }

  /** The next line, at most `keep` bytes of it; null at the end of the file. */
  async next(keep: number): Promise<Line | null> {
    if (this.at >= this.window.length && !(await this.advance())) return null;
    const parts: Uint8Array[] = [];
    let size = 0;
    let kept = 0;
    while (this.at < this.window.length || (await this.advance())) {
      const feed = this.window.indexOf(LINE_FEED, this.at);
      const end = feed === -1 ? this.window.length : feed;
      const room = Math.min(end - this.at, keep - kept);
      if (room > 0) parts.push(copyOf(this.window.subarray(this.at, this.at + room)));
      kept += room;
      size += end - this.at;
      this.at = end + 1;
      if (feed !== -1) break;
    }
    return { bytes: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), size };
  }

  private async advance(): Promise<boolean> {
    if (this.slices.over) await this.slices.rest();
    const length = await readInto(this.file, this.room, this.offset);
    this.offset += length;
    this.window = this.room.subarray(0, length);
    this.at = 0;
    return length > 0;
  }
}
