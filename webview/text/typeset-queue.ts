/** Work in the page is cut into slices this long (ms): a key never waits longer. */
const SLICE_MS = 6;
/** What is mounted together is set at once for this long (ms), so that what is in view does not flicker. */
const AT_ONCE_MS = 8;

/**
 * Runs many small jobs in order: the first at once, the rest in slices. Formulas are mounted in reading order, so the
 * first are the ones in view.
 */
export class TypesetQueue {
  private jobs: (() => void)[] = [];
  private scheduled = false;
  private burstEnd = 0;
  private readonly channel = new MessageChannel();

  constructor() {
    this.channel.port1.addEventListener('message', () => this.slice());
    this.channel.port1.start();
  }

  /** Call when a new row is about to be shown: its first formulas are set before it is painted. */
  beginBurst(): void {
    this.burstEnd = performance.now() + AT_ONCE_MS;
  }

  /** Runs `job` now when there is time left in this burst, else in a later slice. */
  add(job: () => void): void {
    if (this.jobs.length === 0 && performance.now() < this.burstEnd) {
      job();
      return;
    }
    this.jobs.push(job);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.channel.port2.postMessage(null);
  }

  private slice(): void {
    this.scheduled = false;
    const end = performance.now() + SLICE_MS;
    let at = 0;
    while (at < this.jobs.length && performance.now() < end) this.jobs[at++]?.();
    this.jobs = this.jobs.slice(at);
    if (this.jobs.length) this.schedule();
  }
}
