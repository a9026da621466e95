/** Work in the page is cut into slices this long (ms): a key never waits much longer. */
const SLICE_MS = 4;
/** What is mounted together is set at once for this long (ms), so that what is in view does not flicker. */
const AT_ONCE_MS = 5;
/** A page that is not in sight is never painted: then the rest does not wait for the paint any longer (ms). */
const LONGEST_WAIT_MS = 100;

/**
 * Runs many small jobs in order: the first at once, the rest in slices. Formulas are mounted in reading order, so the
 * first are the ones in view. The rest waits until these are painted.
 */
export class TypesetQueue {
  private jobs: (() => void)[] = [];
  private scheduled = false;
  private burstEnd = 0;
  /** Whether a row is about to be painted. */
  private unpainted = false;
  private readonly channel = new MessageChannel();

  constructor() {
    this.channel.port1.addEventListener('message', () => this.slice());
    this.channel.port1.start();
  }

  /** Call when a new row is about to be shown: its first formulas are set before it is painted. */
  beginBurst(): void {
    this.burstEnd = performance.now() + AT_ONCE_MS;
    if (!this.scheduled) this.unpainted = true;
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
    if (this.unpainted) this.afterPaint();
    else this.channel.port2.postMessage(null);
  }

  /** A message that is posted in a frame's callback comes when the frame is painted. */
  private afterPaint(): void {
    const go = () => {
      if (!this.unpainted) return;
      this.unpainted = false;
      this.channel.port2.postMessage(null);
    };
    requestAnimationFrame(go);
    setTimeout(go, LONGEST_WAIT_MS);
  }

  /** Runs as many jobs as fit, taking the next to be as long as the longest so far; one at least. */
  private slice(): void {
    this.scheduled = false;
    const end = performance.now() + SLICE_MS;
    let [at, before, longest] = [0, performance.now(), 0];
    while (at < this.jobs.length && (at === 0 || before + longest < end)) {
      this.jobs[at++]?.();
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    }
    this.jobs.splice(0, at);
    if (this.jobs.length) this.schedule();
  }
}
