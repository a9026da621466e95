/**
 * Keys typed ahead take their turns: each is looked at when what the key before it began is done, and so is about the row that is in
 * sight then.
 */
export class KeyTurns {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private readonly tell: (error: unknown) => void;

  /** @param tell hears of an act that failed; it keeps no later key from its turn */
  constructor(tell: (error: unknown) => void) {
    this.tell = tell;
  }

  /** Whether no key waits for its turn. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  /**
   * Runs a key's act in its turn. `settled` tells the work that changes what keys are about, as it is at the moment: what the act begins
   * must be part of it when `run` returns.
   */
  take(settled: () => Promise<void> | undefined, run: () => void): void {
    this.waiting++;
    this.last = this.last
      .then(() => allSettled(settled))
      .then(run)
      .catch(this.tell)
      .finally(() => this.waiting--);
  }
}

/** Work may begin while other work is waited for. */
async function allSettled(settled: () => Promise<void> | undefined): Promise<void> {
  for (let known = settled(), before; known !== before; known = settled()) {
    await known;
    before = known;
  }
}
