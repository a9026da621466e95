import type { PageState } from './page-state';

/** The one place that holds what the page shows. Knows nothing of how it is drawn. */
export class Store {
  private current: PageState;
  private readonly listeners = new Set<() => void>();

  constructor(first: PageState) {
    this.current = first;
  }

  get state(): PageState {
    return this.current;
  }

  update(change: Partial<PageState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves at the next change, or after so many milliseconds. */
  nextChange(within: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(done, within);
      const forget = this.onChange(done);
    });
  }
}
