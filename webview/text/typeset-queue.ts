/** Work in the page is cut into slices this long (ms): a key never waits much longer, even when memory is collected meanwhile. */
const SLICE_MS = 2.5;
/** So much work (ms) of a row's is done before it is painted, so that what is in view does not flicker. */
const AT_ONCE_MS = 4;
/** A page that is not in sight is never painted: then the rest does not wait for the paint any longer (ms). */
const LONGEST_WAIT_MS = 100;

type Job = () => void;

/** What the queue needs of the browser. */
export interface Surroundings {
  now(): number;
  /** Calls back soon, after what the browser has to do first. */
  soon(then: () => void): void;
  /** Calls back when the next frame is painted, or after `atMost` milliseconds: once or twice. */
  painted(then: () => void, atMost: number): void;
  /** A job failed. */
  failed(error: unknown): void;
}

/**
 * Runs many small jobs: the first of a row at once, the rest in slices after the row is painted. Formulas are mounted in
 * reading order, so the first are the ones in view. No job is lost: while there are any, exactly one call back is due.
 */
export class TypesetQueue {
  private readonly shown = new Set<Job>();
  private readonly ahead = new Set<Job>();
  /** What waits for the paint of the row. */
  private readonly waiting: Job[] = [];
  /** A call back is due. */
  private due = false;
  /** How much work (ms) may still be done at once; how long it takes to draw the row does not count. */
  private atOnce = 0;
  /** Whether a row is about to be painted. */
  private unpainted = false;
  private readonly around: Surroundings;

  constructor(around: Surroundings = browser()) {
    this.around = around;
  }

  /** Call when a new row is about to be shown: its first formulas are set before it is painted. */
  beginBurst(): void {
    this.atOnce = AT_ONCE_MS;
    this.unpainted = true;
  }

  /** Runs `job` now, and returns null, when it is one of the first of a row; else later: what comes back takes it off. */
  add(job: Job): (() => void) | null {
    if (this.shown.size === 0 && this.atOnce > 0) {
      const start = this.around.now();
      this.run(job);
      this.atOnce -= this.around.now() - start;
      return null;
    }
    this.shown.add(job);
    this.wake();
    return () => this.shown.delete(job);
  }

  /**
   * Runs `job` when the row that is about to be shown is painted with all that is to be typeset in it, or soon when there is
   * none: in a slice of its own, since it may take long.
   */
  whenPainted(job: Job): void {
    this.waiting.push(job);
    this.wake();
  }

  /** Runs `job` when nothing that is shown waits. */
  addAhead(job: Job): void {
    this.ahead.add(job);
    this.wake();
  }

  private wake(): void {
    if (this.due || this.shown.size + this.ahead.size + this.waiting.length === 0) return;
    this.due = true;
    if (!this.unpainted) return this.around.soon(() => this.slice());
    let called = false;
    this.around.painted(() => {
      if (called) return;
      called = true;
      this.unpainted = false;
      this.atOnce = 0;
      this.around.soon(() => this.slice());
    }, LONGEST_WAIT_MS);
  }

  /** Runs as many jobs as fit, taking the next to be as long as the longest so far; one at least. */
  private slice(): void {
    this.due = false;
    if (this.unpainted) return this.wake(); // another row came meanwhile
    const large = this.shown.size === 0 ? this.waiting.shift() : undefined;
    if (large) {
      this.run(large);
      return this.wake();
    }
    const end = this.around.now() + SLICE_MS;
    let [before, longest] = [this.around.now(), 0];
    for (let job = this.take(); job; job = before + longest < end ? this.take() : null) {
      this.run(job);
      const now = this.around.now();
      longest = Math.max(longest, now - before);
      before = now;
    }
    this.wake();
  }

  /** A job that fails is told, and the others go on. */
  private run(job: Job): void {
    try {
      job();
    } catch (error) {
      this.around.failed(error);
    }
  }

  private take(): Job | null {
    const jobs = this.shown.size > 0 ? this.shown : this.ahead;
    if (jobs === this.ahead && this.waiting.length > 0) return null;
    const [first] = jobs;
    if (!first) return null;
    jobs.delete(first);
    return first;
  }
}

function browser(): Surroundings {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return {
    now: () => performance.now(),
    soon: (then) => {
      waiting.push(then);
      port2.postMessage(null);
    },
    painted: (then, atMost) => {
      requestAnimationFrame(then); // a message that is posted in a frame's callback comes when the frame is painted
      setTimeout(then, atMost);
    },
    failed: (error) => reportError(error),
  };
}
