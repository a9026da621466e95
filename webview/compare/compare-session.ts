import { differenceKinds } from '../../src/core/compare/difference';
import type { DifferenceKind } from '../../src/core/compare/difference';
import type {
  CompareAction,
  CompareHostApi,
  CompareOpening,
  ComparePageApi,
} from '../../src/protocol/compare-page';
import { errorMessage } from '../../src/core/error-message';
import type { connect } from '../../src/protocol/rpc';
import { loadDifference } from './loaded-difference';
import type { LoadedDifference } from './loaded-difference';

export type CompareHost = ReturnType<typeof connect<CompareHostApi, ComparePageApi>>;

/** All that the page shows. Replaced as a whole with every change. */
export interface CompareState {
  opening: CompareOpening;
  /** Kinds that are shown, in their own order. */
  kinds: DifferenceKind[];
  /** How many differences are of these kinds. */
  total: number;
  /** Position of the chosen one among them. */
  at: number;
  /** Null while it is being read, or when there is none. */
  chosen: LoadedDifference | null;
  /** Why the chosen one could not be read. */
  fault: string | null;
  shown: { unchanged: boolean; traces: boolean; source: boolean; keys: boolean };
  /** Whether keys reach this page. */
  focused: boolean;
  /** Counts comparisons: the list asks anew with each. */
  version: number;
}

/** What the page knows and does, apart from how it looks. */
export class CompareSession {
  state: CompareState;
  /** Called before another difference is shown. */
  onBefore: () => void = () => undefined;
  private readonly host: CompareHost;
  private readonly listeners = new Set<() => void>();
  private asked = 0;

  constructor(host: CompareHost, opening: CompareOpening) {
    this.host = host;
    this.state = {
      opening,
      kinds: [],
      total: 0,
      at: 0,
      chosen: null,
      fault: null,
      shown: { unchanged: false, traces: false, source: false, keys: false },
      focused: document.hasFocus(),
      version: 0,
    };
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes over what the host says. A comparison that is newly done is shown from its first difference. */
  async changed(opening: CompareOpening): Promise<void> {
    const wasDone = this.state.opening.state.kind === 'done' && this.state.version > 0;
    this.set({ opening });
    if (opening.state.kind !== 'done') return this.set({ chosen: null, total: 0, kinds: [], version: 0 });
    if (!wasDone) await this.begin();
  }

  private async begin(): Promise<void> {
    const { counts } = this;
    const there = differenceKinds.filter((kind) => counts[kind] > 0);
    const told = there.filter((kind) => kind !== 'moved'); // rows that only moved are shown when asked for, or alone
    this.set({ kinds: told.length > 0 ? told : there, version: this.state.version + 1, at: 0 });
    await this.show(0);
  }

  /** Differences for the list. */
  async list(from: number, count: number): Promise<LoadedDifference[]> {
    const { state } = this.state.opening;
    if (state.kind !== 'done') return [];
    const packets = await this.host.differences(this.state.kinds, from, count);
    return packets.map((packet) => loadDifference(packet, state.profile, state.idField));
  }

  async show(position: number): Promise<void> {
    const { state } = this.state.opening;
    const total = this.state.kinds.reduce((sum, kind) => sum + this.counts[kind], 0);
    const at = Math.max(0, Math.min(position, total - 1));
    const asked = ++this.asked;
    this.set({ at, total });
    if (state.kind !== 'done' || total === 0) return this.set({ chosen: null, fault: null });
    try {
      const packet = await this.host.difference(this.state.kinds, at);
      if (asked !== this.asked) return;
      this.onBefore();
      this.set({ chosen: packet && loadDifference(packet, state.profile, state.idField), fault: null });
    } catch (error) {
      if (asked === this.asked) this.set({ chosen: null, fault: errorMessage(error) });
    }
  }

  async perform(action: CompareAction): Promise<void> {
    const { at, chosen, shown } = this.state;
    switch (action) {
      case 'next':
        return this.show(at + 1);
      case 'previous':
        return this.show(at - 1);
      case 'nextAlike':
        return this.showAlike(1);
      case 'previousAlike':
        return this.showAlike(-1);
      case 'toggleAdded':
        return this.toggleKind('added');
      case 'toggleRemoved':
        return this.toggleKind('removed');
      case 'toggleChanged':
        return this.toggleKind('changed');
      case 'toggleMoved':
        return this.toggleKind('moved');
      case 'toggleUnchanged':
        return this.set({ shown: { ...shown, unchanged: !shown.unchanged } });
      case 'toggleTraces':
        return this.set({ shown: { ...shown, traces: !shown.traces } });
      case 'toggleSource':
        return this.set({ shown: { ...shown, source: !shown.source } });
      case 'showKeys':
        return this.set({ shown: { ...shown, keys: !shown.keys } });
      case 'openRow':
        if (chosen) await this.host.openRow(chosen.older?.number ?? null, chosen.newer?.number ?? null);
        return;
      case 'swap':
        return this.host.swap();
      case 'again':
        return this.host.again();
    }
  }

  hideKeys(): void {
    this.set({ shown: { ...this.state.shown, keys: false } });
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.set({ focused });
  }

  private get counts(): Record<DifferenceKind, number> {
    const { state } = this.state.opening;
    return state.kind === 'done' ? state.counts : { added: 0, removed: 0, changed: 0, moved: 0 };
  }

  private async showAlike(step: 1 | -1): Promise<void> {
    const { kinds, at, total } = this.state;
    const found = total > 0 ? await this.host.nextAlike(kinds, at, step) : null;
    if (found !== null) await this.show(found);
  }

  /** Shows a kind, or no longer. The list begins anew: positions count among the kinds shown. */
  private async toggleKind(kind: DifferenceKind): Promise<void> {
    const { kinds } = this.state;
    const wanted = differenceKinds.filter((other) => kinds.includes(other) !== (other === kind));
    this.set({ kinds: wanted, version: this.state.version + 1 });
    await this.show(0);
  }

  private set(change: Partial<CompareState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
