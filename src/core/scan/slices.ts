import { setImmediate as afterOthers } from 'node:timers/promises';

/** Work of ours holds up the thread that it runs in for no longer than this. */
const SLICE_MS = 4;

/** Cuts long work in short slices: what else waits in the thread (keys, row reads, messages) goes before the next one. */
export class Slices {
  private began = performance.now();

  /** Whether the slice has lasted long enough: then `rest` is to be awaited. */
  get over(): boolean {
    return performance.now() - this.began >= SLICE_MS;
  }

  /** Rests when the slice is over: to be called between small steps. */
  async pause(): Promise<void> {
    if (this.over) await this.rest();
  }

  /** Lets others run; the next slice begins after them. */
  async rest(): Promise<void> {
    await afterOthers();
    this.began = performance.now();
  }
}
