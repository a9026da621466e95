import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 6;

/** Keeps long work in slices, so that whoever else runs in this thread waits for 8 ms at most. */
export class Pacing {
  private started = performance.now();

  /** Call it between small steps. Rests when the slice is over. */
  async step(): Promise<void> {
    if (!this.isOver) return;
    await setImmediate();
    this.started = performance.now();
  }

  get isOver(): boolean {
    return performance.now() - this.started > SLICE_MS;
  }
}
