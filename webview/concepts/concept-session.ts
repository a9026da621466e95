import { rowsWith } from '../../src/core/concept/concept-tree';
import type { CountedEntry } from '../../src/core/concept/concept-report';
import type {
  ConceptAction,
  ConceptHostApi,
  ConceptOpening,
  ConceptPageApi,
} from '../../src/protocol/concept-page';
import { errorMessage } from '../../src/core/error-message';
import type { connect } from '../../src/protocol/rpc';
import { graphOf } from './graph-layout';
import type { Graph } from './graph-layout';

export type ConceptHost = ReturnType<typeof connect<ConceptHostApi, ConceptPageApi>>;

/** An entry in the list, and its place in the report. */
export interface ListedEntry {
  entry: CountedEntry;
  place: number;
  rows: number;
}

/** All that the page shows. Replaced as a whole with every change. */
export interface ConceptState {
  opening: ConceptOpening;
  view: 'graph' | 'matrix';
  /** Every entry that is used, those that most rows use first. */
  list: ListedEntry[];
  graph: Graph;
  /** Place in the report of the entry in hand; null when there is none. */
  chosen: number | null;
  /** How much the picture is enlarged; 1 shows all of it. */
  zoom: number;
  /** Counts demands to show the whole picture. */
  fits: number;
  /** What could not be done. */
  fault: string | null;
  keys: boolean;
  focused: boolean;
}

const ZOOM_STEP = 1.4;
const LARGEST = 8;

/** What the page knows and does, apart from how it looks. */
export class ConceptSession {
  state: ConceptState;
  private readonly host: ConceptHost;
  private readonly listeners = new Set<() => void>();

  constructor(host: ConceptHost, opening: ConceptOpening) {
    this.host = host;
    const read = readReport(opening);
    const first = { view: 'graph' as const, zoom: 1, fits: 0, fault: null, keys: false };
    this.state = {
      ...first,
      opening,
      ...read,
      chosen: read.list[0]?.place ?? null,
      focused: document.hasFocus(),
    };
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes over what was counted; the entry in hand stays in hand. */
  changed(opening: ConceptOpening): void {
    const before = this.chosenEntry?.id;
    const read = readReport(opening);
    const same = read.list.find(({ entry }) => entry.id === before) ?? read.list[0];
    this.set({ opening, ...read, chosen: same?.place ?? null });
  }

  get chosenEntry(): CountedEntry | null {
    const { opening, chosen } = this.state;
    return (chosen !== null && opening.report?.entries[chosen]) || null;
  }

  choose(place: number): void {
    this.set({ chosen: place });
  }

  perform(action: ConceptAction): void | Promise<void> {
    const { zoom, fits, keys } = this.state;
    switch (action) {
      case 'viewGraph':
        return this.set({ view: 'graph' });
      case 'viewMatrix':
        return this.set({ view: 'matrix' });
      case 'next':
        return this.step(1);
      case 'previous':
        return this.step(-1);
      case 'findRows':
        return this.find(this.chosenEntry?.query ?? '');
      case 'zoomIn':
        return this.zoomTo(zoom * ZOOM_STEP);
      case 'zoomOut':
        return this.zoomTo(zoom / ZOOM_STEP);
      case 'fit':
        return this.set({ zoom: 1, fits: fits + 1 });
      case 'again':
        return this.host.again();
      case 'showKeys':
        return this.set({ keys: !keys });
    }
  }

  hideKeys(): void {
    this.set({ keys: false });
  }

  zoomTo(zoom: number): void {
    this.set({ zoom: Math.min(LARGEST, Math.max(1, zoom)) });
  }

  /** Shows rows in the dataset's page. Parts that are empty ask for nothing. */
  async find(...parts: string[]): Promise<void> {
    const query = parts.filter((part) => part !== '').join(' ');
    if (query === '') return;
    await this.host.find(query).then(
      () => this.set({ fault: null }),
      (error: unknown) => this.set({ fault: errorMessage(error) }),
    );
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.set({ focused });
  }

  private step(by: 1 | -1): void {
    const { list, chosen } = this.state;
    const at = list.findIndex(({ place }) => place === chosen);
    const next = list[Math.max(0, Math.min(at + by, list.length - 1))];
    if (next) this.set({ chosen: next.place });
  }

  private set(change: Partial<ConceptState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function readReport({ report }: ConceptOpening): Pick<ConceptState, 'list' | 'graph'> {
  if (!report) return { list: [], graph: { nodes: [], links: [], leftOut: 0 } };
  const list = report.entries
    .map((entry, place) => ({ entry, place, rows: rowsWith(entry) }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => Number(a.entry.kind === 'hint') - Number(b.entry.kind === 'hint') || b.rows - a.rows);
  return { list, graph: graphOf(report) };
}
