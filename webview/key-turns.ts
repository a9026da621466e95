/** What keys wait for: work that changes what they are about. */
interface Busy {
  settled: Promise<void>;
}

/**
 * Keys typed ahead take their turns: each is looked at when what the key before it began is done, and so is about the row that is in
 * sight then.
 */
export class KeyTurns {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  /** Whether no key waits for its turn. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  /** Runs a key's act in its turn. What it begins must have been added to `settled` when `run` returns. */
  take(busy: Busy, run: () => void): void {
    this.waiting++;
    this.last = this.last
      .then(() => allSettled(busy))
      .then(run)
      .finally(() => this.waiting--);
  }
}

/** Work may begin while other work is waited for. */
async function allSettled(busy: Busy): Promise<void> {
  for (let known: Promise<void> | null = null; known !== busy.settled;) {
    known = busy.settled;
    await known;
  }
}
