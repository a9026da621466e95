import type { Splice } from './piece';

/** An edit that was made: the splices that make it again, and those that take it back. */
export interface Step {
  readonly number: number;
  forward: readonly Splice[];
  backward: readonly Splice[];
}

/** The steps made and taken back, in order; the file holds those up to the save. */
export class EditHistory {
  private done: Step[] = [];
  private undone: Step[] = [];
  private next = 1;
  /** the number of the last step that is in the file; null when no step leads there */
  private saved: number | null = 0;

  /** Whether the document is another one than the file. */
  get dirty(): boolean {
    return this.top !== this.saved;
  }

  private get top(): number {
    return this.done.at(-1)?.number ?? 0;
  }

  /** All steps that can still be taken back or made again. */
  get steps(): readonly Step[] {
    return [...this.done, ...this.undone];
  }

  /** A new step. Those taken back before can no longer be made again. */
  add(forward: readonly Splice[], backward: readonly Splice[]): Step {
    const step = { number: this.next++, forward, backward };
    if (this.undone.some(({ number }) => number === this.saved)) this.saved = null;
    this.undone = [];
    this.done.push(step);
    return step;
  }

  canUndo(step: Step): boolean {
    return this.done.at(-1) === step;
  }

  canRedo(step: Step): boolean {
    return this.undone.at(-1) === step;
  }

  stepBack(): void {
    const step = this.done.pop();
    if (step) this.undone.push(step);
  }

  stepForward(): void {
    const step = this.undone.pop();
    if (step) this.done.push(step);
  }

  markSaved(): void {
    this.saved = this.top;
  }

  /** The document is the file again: the steps up to the save stay, the others are gone. */
  revert(): void {
    const all = [...this.done, ...this.undone.toReversed()];
    const kept = this.saved === 0 ? 0 : all.findIndex(({ number }) => number === this.saved) + 1;
    this.done = kept > 0 ? all.slice(0, kept) : [];
    this.undone = [];
    this.saved = this.top;
  }

  /** Nothing can be taken back; the document is another one than the file unless `dirty` is false. */
  clear(dirty: boolean): void {
    this.done = [];
    this.undone = [];
    this.saved = dirty ? null : 0;
  }
}
