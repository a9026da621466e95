import type { ContaminationVerdict } from '../../src/core/annotation/event';
import { HIT_CLASSES } from '../../src/core/contamination/match-classes';
import type {
  EvidenceAction,
  EvidenceHostApi,
  EvidenceOpening,
  EvidencePageApi,
  ListedHit,
} from '../../src/protocol/evidence-page';
import { errorMessage } from '../../src/core/error-message';
import type { connect } from '../../src/protocol/rpc';
import { filterWords, fits, NO_FILTER } from './hit-filter';
import type { HitFilter } from './hit-filter';
import { loadEvidence } from './loaded-evidence';
import type { LoadedEvidence } from './loaded-evidence';

export type EvidenceHost = ReturnType<typeof connect<EvidenceHostApi, EvidencePageApi>>;

/** All that the page shows. Replaced as a whole with every change. */
export interface EvidenceState {
  opening: EvidenceOpening;
  hits: ListedHit[];
  filter: HitFilter;
  /** The hits that the filter leaves. */
  shown: ListedHit[];
  /** Place of the hit in hand among them. */
  at: number;
  /** Null while nothing was read; what is shown stays until the next is there. */
  evidence: LoadedEvidence | null;
  /** Solutions are unfolded. */
  solutions: boolean;
  /** What could not be done. */
  fault: string | null;
  /** When something was last written to the log, and what. */
  saved: { time: Date; words: string } | null;
  keys: boolean;
  focused: boolean;
}

const VERDICTS = {
  same: 'same',
  otherNumbers: 'other-numbers',
  sameSource: 'same-source',
  falseAlarm: 'false-alarm',
} as const satisfies Partial<Record<EvidenceAction, ContaminationVerdict>>;

/** What the page knows and does, apart from how it looks. */
export class EvidenceSession {
  state: EvidenceState;
  /** Called before another hit is shown. */
  onBefore: () => void = () => undefined;
  private readonly host: EvidenceHost;
  private readonly listeners = new Set<() => void>();
  /** Evidence by hit: that of the next ones is asked for ahead. */
  private ahead = new Map<number, Promise<LoadedEvidence>>();
  private asked = -1;
  private fetching: Promise<void> = Promise.resolve();

  constructor(host: EvidenceHost, opening: EvidenceOpening) {
    this.host = host;
    this.state = {
      opening: { ...opening, found: 0 },
      hits: [],
      filter: NO_FILTER,
      shown: [],
      at: 0,
      evidence: null,
      solutions: true,
      fault: null,
      saved: null,
      keys: false,
      focused: document.hasFocus(),
    };
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get current(): ListedHit | null {
    return this.state.shown[this.state.at] ?? null;
  }

  /** Takes over how far a check is, and fetches the hits that are new. */
  changed(opening: EvidenceOpening): Promise<void> {
    if (!isSameCheck(opening, this.state.opening)) this.forget();
    this.set({ opening });
    this.fetching = this.fetching.then(() => this.fetch(opening)).catch(() => undefined);
    return this.fetching;
  }

  /** Takes over how these hits stand now. */
  judged(news: ListedHit[]): void {
    const hits = [...this.state.hits];
    for (const hit of news) if (hits[hit.id]) hits[hit.id] = hit;
    this.put(hits, this.current?.id ?? null);
  }

  async perform(action: EvidenceAction): Promise<void> {
    const { shown, at, solutions, keys } = this.state;
    switch (action) {
      case 'same':
      case 'otherNumbers':
      case 'sameSource':
      case 'falseAlarm':
        return this.judge(VERDICTS[action]);
      case 'judgeAll':
        return this.judgeAll();
      case 'takeOver':
        return this.takeOver();
      case 'quarantine':
        return this.quarantine();
      case 'undo':
        return this.undo();
      case 'next':
        return this.show(Math.min(at + 1, shown.length - 1));
      case 'previous':
        return this.show(Math.max(at - 1, 0));
      case 'nextUnjudged':
        return this.goOn();
      case 'openRow':
        return this.ofCurrent((id) => this.host.openRow(id));
      case 'openItem':
        return this.ofCurrent((id) => this.host.openItem(id));
      case 'chooseClass':
      case 'chooseDecision':
      case 'chooseBenchmark':
      case 'onlyLeaks':
      case 'onlyUnjudged':
        return this.choose(this.nextFilter(action));
      case 'toggleSolution':
        return this.set({ solutions: !solutions });
      case 'showKeys':
        return this.set({ keys: !keys });
      case 'check':
      case 'findDuplicates':
      case 'chooseKept':
      case 'switchView':
      case 'stop':
      case 'secondOpinion':
      case 'addBenchmark':
      case 'exportClean':
        return this.ask(() => this.host[action]());
    }
  }

  hideKeys(): void {
    this.set({ keys: false });
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.set({ focused });
  }

  /** Shows other hits: from the first that nobody judged. */
  choose(filter: HitFilter): void {
    const shown = this.state.hits.filter((hit) => fits(hit, filter));
    const open = shown.findIndex(({ judgement }) => judgement === null);
    this.set({ filter, shown, fault: null });
    this.show(Math.max(0, open));
  }

  show(place: number): void {
    const at = Math.max(0, Math.min(place, this.state.shown.length - 1));
    this.set({ at, fault: null });
    void this.load();
  }

  private nextFilter(
    action: 'chooseClass' | 'chooseDecision' | 'chooseBenchmark' | 'onlyLeaks' | 'onlyUnjudged',
  ): HitFilter {
    const { filter, hits, opening } = this.state;
    switch (action) {
      case 'chooseClass': {
        const there = HIT_CLASSES.filter((kind) => hits.some((hit) => hit.class === kind));
        return { ...filter, class: nextOf(there, filter.class) };
      }
      case 'chooseDecision':
        return { ...filter, decision: nextOf(['remove', 'review'] as const, filter.decision) };
      case 'chooseBenchmark':
        return { ...filter, source: nextOf([...opening.sources.keys()], filter.source) };
      case 'onlyLeaks':
        return { ...filter, leaks: !filter.leaks && opening.kind === 'duplicate' };
      case 'onlyUnjudged':
        return { ...filter, unjudged: !filter.unjudged };
    }
  }

  private async judge(verdict: ContaminationVerdict): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.ask(async () => {
      const judged = await this.host.judge([current.id], verdict);
      const twins = judged > 1 ? `, and ${judged - 1} with the same two texts` : '';
      this.saved(`Row ${rowNumber(current)} judged${twins}`);
      this.goOn(current.id);
    });
  }

  /** Judges what is shown and nobody judged, after a question. */
  private async judgeAll(): Promise<void> {
    const { shown, filter, opening } = this.state;
    const open = shown.filter(({ judgement }) => judgement === null).map(({ id }) => id);
    if (open.length === 0) return this.set({ fault: 'All hits that are shown are judged.' });
    await this.ask(async () => {
      const judged = await this.host.judgeMany(open, filterWords(filter, opening));
      if (judged !== null) this.saved(`${judged.toLocaleString('en')} hits judged`);
    });
  }

  private async takeOver(): Promise<void> {
    await this.ask(async () => {
      const judged = await this.host.takeOver();
      if (judged > 0) this.saved(`${judged.toLocaleString('en')} verdicts taken over`);
      else this.set({ fault: 'No hit has two texts that were judged in another row.' });
    });
  }

  private async quarantine(): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.ask(async () => {
      await this.host.quarantine(current.id, !current.quarantined);
      const words = current.quarantined ? 'is let in again' : 'is in quarantine';
      this.saved(`Row ${rowNumber(current)} ${words}`);
    });
  }

  private async undo(): Promise<void> {
    await this.ask(async () => {
      const id = await this.host.undo();
      this.saved('Taken back');
      if (id !== null) this.put(this.state.hits, id);
    });
  }

  /** On to the next hit that nobody judged, from a hit on and then from the first. */
  private goOn(from = this.current?.id ?? -1): void {
    const { shown } = this.state;
    const open = (hit: ListedHit) => hit.judgement === null && hit.id !== from;
    const next = shown.find((hit) => hit.id > from && open(hit)) ?? shown.find(open);
    if (next) return this.show(shown.indexOf(next));
    if (shown.length > 0) this.set({ fault: 'All hits that are shown are judged.' });
  }

  private async ofCurrent(act: (id: number) => Promise<void>): Promise<void> {
    const { current } = this;
    if (current) await this.ask(() => act(current.id));
  }

  private async ask(act: () => Promise<void>): Promise<void> {
    this.set({ fault: null });
    await act().catch((error: unknown) => this.set({ fault: errorMessage(error) }));
  }

  private saved(words: string): void {
    this.set({ saved: { time: new Date(), words } });
  }

  private forget(): void {
    this.ahead = new Map();
    this.asked = -1;
    this.set({ hits: [], shown: [], at: 0, evidence: null, fault: null, filter: NO_FILTER });
  }

  private async fetch(of: EvidenceOpening): Promise<void> {
    while (isSameCheck(of, this.state.opening) && this.state.hits.length < of.found) {
      const more = await this.host.hits(this.state.hits.length);
      if (!isSameCheck(of, this.state.opening) || more.length === 0) return;
      this.put([...this.state.hits, ...more], this.current?.id ?? null);
    }
  }

  /** Takes hits over; the one in hand stays in hand, also where it is no longer among those shown: then the one behind it. */
  private put(hits: ListedHit[], id: number | null): void {
    const shown = hits.filter((hit) => fits(hit, this.state.filter));
    const place = id === null ? 0 : shown.findIndex((hit) => hit.id >= id);
    this.set({ hits, shown, at: place === -1 ? Math.max(0, shown.length - 1) : place });
    void this.load();
  }

  /** Reads the evidence of the hit in hand, and of the two behind it. */
  private async load(): Promise<void> {
    const { current } = this;
    if (!current) return this.set({ evidence: null });
    if (this.asked === current.id) return;
    this.asked = current.id;
    const { at, shown } = this.state;
    try {
      const evidence = await this.read(current);
      for (const hit of shown.slice(at + 1, at + 3)) this.read(hit).catch(() => undefined);
      if (this.asked !== current.id) return;
      this.onBefore();
      this.set({ evidence });
    } catch (error) {
      if (this.asked === current.id) this.set({ evidence: null, fault: errorMessage(error) });
    }
  }

  private read(hit: ListedHit): Promise<LoadedEvidence> {
    const known = this.ahead.get(hit.id);
    if (known) return known;
    const { opening } = this.state;
    const read = this.host.evidence(hit.id).then((evidence) => loadEvidence(hit, evidence, opening));
    this.ahead.set(hit.id, read);
    read.catch(() => this.ahead.delete(hit.id));
    for (const id of this.ahead.keys()) if (this.ahead.size > KEPT) this.ahead.delete(id);
    return read;
  }

  private set(change: Partial<EvidenceState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Evidence that is kept, for going back and forth. */
const KEPT = 50;

function nextOf<T>(all: readonly T[], chosen: T | null): T | null {
  return all[chosen === null ? 0 : all.indexOf(chosen) + 1] ?? null;
}

function isSameCheck(one: EvidenceOpening, other: EvidenceOpening): boolean {
  return one.kind === other.kind && one.run === other.run;
}

function rowNumber({ row }: ListedHit): string {
  return (row + 1).toLocaleString('en');
}
