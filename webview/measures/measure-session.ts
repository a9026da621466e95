import type {
  MeasureAction,
  MeasureHostApi,
  MeasureOpening,
  MeasurePageApi,
} from '../../src/protocol/measure-page';
import type { connect } from '../../src/protocol/rpc';
import { moveToFigure } from './move-to-figure';

export type MeasureHost = ReturnType<typeof connect<MeasureHostApi, MeasurePageApi>>;

/** All that the page shows. Replaced as a whole with every change. */
export interface MeasureState {
  opening: MeasureOpening;
  /** By which of the fields accuracy is shown. */
  field: number;
  /** What could not be done. */
  fault: string | null;
  keys: boolean;
  focused: boolean;
}

/** What the page knows and does, apart from how it looks. */
export class MeasureSession {
  state: MeasureState;
  private readonly host: MeasureHost;
  private readonly listeners = new Set<() => void>();

  constructor(host: MeasureHost, opening: MeasureOpening) {
    this.host = host;
    this.state = { opening, field: 0, fault: null, keys: false, focused: document.hasFocus() };
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(opening: MeasureOpening): void {
    const fields = opening.report?.rates.length ?? 0;
    this.set({ opening, field: Math.max(0, Math.min(this.state.field, fields - 1)) });
  }

  perform(action: MeasureAction): void | Promise<void> {
    switch (action) {
      case 'next':
        return moveToFigure(1);
      case 'previous':
        return moveToFigure(-1);
      case 'nextField':
        return this.turn(1);
      case 'previousField':
        return this.turn(-1);
      case 'again':
        return this.host.again();
      case 'showKeys':
        return this.set({ keys: !this.state.keys });
    }
  }

  showField(field: number): void {
    this.set({ field });
  }

  hideKeys(): void {
    this.set({ keys: false });
  }

  /** Shows rows in the dataset's page. */
  async find(query: string): Promise<void> {
    await this.host.find(query).then(
      () => this.set({ fault: null }),
      (error: unknown) => this.set({ fault: error instanceof Error ? error.message : String(error) }),
    );
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.set({ focused });
  }

  private turn(by: 1 | -1): void {
    const fields = this.state.opening.report?.rates.length ?? 0;
    if (fields > 0) this.set({ field: (this.state.field + by + fields) % fields });
  }

  private set(change: Partial<MeasureState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
