import { errorMessage } from '../../src/core/error-message';
import type { Figure, Point } from '../../src/core/measure/figure';
import { rowsQuery } from '../../src/core/measure/row-set';
import type {
  MeasureAction,
  MeasureHostApi,
  MeasureOpening,
  MeasurePageApi,
} from '../../src/protocol/measure-page';
import type { connect } from '../../src/protocol/rpc';

export type MeasureHost = ReturnType<typeof connect<MeasureHostApi, MeasurePageApi>>;

/** All that the page shows. Replaced as a whole with every change. */
export interface MeasureState {
  opening: MeasureOpening;
  figures: Figure[];
  /** The figure in hand, and the number in hand among all of its points. */
  figure: number;
  point: number;
  /** What could not be done, or not as a whole. */
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
    const figures = opening.report?.figures ?? [];
    const focused = document.hasFocus();
    this.state = { opening, figures, figure: 0, point: 0, fault: null, keys: false, focused };
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes over what was measured; the figure in hand stays in hand. */
  changed(opening: MeasureOpening): void {
    if (opening.report === null || opening.underWay !== null) return this.set({ opening });
    const { figures: before, figure, point } = this.state;
    const { figures } = opening.report;
    const same = figures.findIndex(({ title }) => title === before[figure]?.title);
    this.set({ opening, figures, figure: Math.max(0, same), point: same === -1 ? 0 : point });
  }

  choose(figure: number): void {
    this.set({ figure, point: 0, fault: null });
  }

  perform(action: MeasureAction): void | Promise<void> {
    switch (action) {
      case 'next':
        return this.step(1);
      case 'previous':
        return this.step(-1);
      case 'nextPoint':
        return this.stepPoint(1);
      case 'previousPoint':
        return this.stepPoint(-1);
      case 'findRows':
        return this.find(this.state.point);
      case 'chooseFile':
        return this.ask(this.host.chooseFile());
      case 'chooseScores':
        return this.ask(this.host.chooseScores());
      case 'again':
        return this.ask(this.host.again());
      case 'stop':
        return this.ask(this.host.stop());
      case 'showKeys':
        return this.set({ keys: !this.state.keys });
    }
  }

  hideKeys(): void {
    this.set({ keys: false });
  }

  /** Shows the rows behind a point, counted over all series, in the dataset's page. */
  async find(place: number): Promise<void> {
    const point = this.points[place];
    if (!point) return;
    const { query, rows } = rowsQuery(point.rows);
    if (query === '') return this.set({ point: place, fault: 'There are no rows behind this number.' });
    const { total } = point.rows;
    this.set({ point: place, fault: rows < total ? onlyFirst(rows, total) : null });
    await this.ask(this.host.find(query));
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.set({ focused });
  }

  private get points(): Point[] {
    const { figures, figure } = this.state;
    return figures[figure]?.series.flatMap(({ points }) => points) ?? [];
  }

  private async ask(asked: Promise<void>): Promise<void> {
    await asked.catch((error: unknown) => this.set({ fault: errorMessage(error) }));
  }

  private step(by: 1 | -1): void {
    const { figure, figures } = this.state;
    const next = Math.max(0, Math.min(figure + by, figures.length - 1));
    if (next !== figure) this.choose(next);
  }

  private stepPoint(by: 1 | -1): void {
    const next = Math.max(0, Math.min(this.state.point + by, this.points.length - 1));
    this.set({ point: next, fault: null });
  }

  private set(change: Partial<MeasureState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function onlyFirst(shown: number, total: number): string {
  return `The first ${shown.toLocaleString('en')} of ${total.toLocaleString('en')} rows are shown.`;
}
