import { errorMessage } from '../src/core/error-message';
import type { RowPass } from '../src/core/queue/queue-order';
import type { IndexProgress, View } from '../src/protocol/page';
import { firstDue } from './cursor';
import type { Cursor } from './cursor';
import type { Host } from './host';
import type { LoadedRow } from './loaded-row';
import type { PageState } from './page-state';
import { RowCache } from './row-cache';
import type { Store } from './store';
import { tracesInSight } from './traces-in-sight';

/** So long (ms) a key that goes on waits for a search that has not come to the next row. */
const SEARCH_PATIENCE = 2000;

/** Which row is in sight: going from one to the next, and reading it anew when it changed. Knows nothing of how it is drawn. */
export class RowInSight {
  /** Settles when no row is being fetched and nothing is being taken back: keys typed ahead wait for it. */
  settled: Promise<void> = Promise.resolve();
  /** Called just before another row is drawn. */
  onBeforeRow: () => void = () => undefined;
  /** Calls back when the row that was drawn last is painted. */
  whenPainted: (then: () => void) => void = (then) => then();
  readonly rows: RowCache;
  /** Where the cursor begins in a row, in views where that is not the first step that is due to be labelled. */
  readonly placesOf: Partial<Record<View, () => Cursor>> = {};
  /** Settles when the row in sight is as the dataset has it now. */
  readAnew: Promise<LoadedRow | null> = Promise.resolve(null);
  private stepped: Promise<void> = Promise.resolve();
  private readonly host: Host;
  private readonly store: Store;
  /** Whether the message at hand is of a decision that did not reach the disk. */
  private readonly isUnsaved: () => boolean;

  constructor(host: Host, store: Store, isUnsaved: () => boolean) {
    this.host = host;
    this.store = store;
    this.isUnsaved = isUnsaved;
    const { profile, scheme } = store.state.opening;
    this.rows = new RowCache(host, profile, scheme?.scheme.blind ?? false);
  }

  private get state(): PageState {
    return this.store.state;
  }

  /** Shows a row (0-based), or as it comes the second time. The rows beside it are read and typeset ahead. */
  async show(number: number, again = false): Promise<void> {
    const row = await this.occupy(this.draw({ number, again }));
    if (row) await this.surround(row);
  }

  /** The same within work that keys wait for already; nothing where the row is in sight. */
  async comeTo(pass: RowPass): Promise<void> {
    const row = this.isAt(pass) ? null : await this.draw(pass);
    if (row) void this.surround(row);
  }

  /** Shows the next row of the queue, or the one before. Keys typed ahead each take a step. */
  async go(by: 1 | -1): Promise<void> {
    const step = this.occupy(this.stepped.then(() => this.step(by)));
    this.stepped = step.then(
      () => undefined,
      () => undefined,
    );
    await (
      await step
    ).shown;
  }

  /** Knows where to go before the next key is looked at; the row is drawn meanwhile. */
  private async step(by: 1 | -1): Promise<{ shown: Promise<void> }> {
    const { queue, number } = this.state;
    if (queue.query === '' && queue.sort === null) return { shown: this.show(number + by) };
    const to = await this.neighbour(by);
    return { shown: to === null ? Promise.resolve() : this.show(to.number, to.again) };
  }

  /** The row beside the one in hand; the next one is waited for, for a moment, where a search under way may still find it. */
  private async neighbour(by: 1 | -1): Promise<RowPass | null> {
    const end = Date.now() + SEARCH_PATIENCE;
    for (;;) {
      const { underWay } = this.state.queue;
      const to = await this.rows.neighbour(this.state, by);
      const left = end - Date.now();
      if (to !== null || by === -1 || underWay === null || left <= 0) return to;
      await this.store.nextChange(left);
    }
  }

  /** Fetches what a row in sight refers to, and the rows beside it. */
  private async surround(row: LoadedRow): Promise<void> {
    await this.fetchReferences(row);
    this.whenPainted(() => this.rows.readAhead(row)); // it would hold up the paint
  }

  /** Puts a row in sight. Resolves with it, or with null when it is not there or another was asked for meanwhile. */
  private async draw({ number, again }: RowPass): Promise<LoadedRow | null> {
    const { progress } = this.state;
    if (number < 0 || (number >= progress.rows && progress.complete)) return null;
    if (!this.isAt({ number, again })) this.leaveMessage();
    const ready = this.rows.ready(number, again);
    if (ready) return this.put(ready); // drawn once, not twice
    this.update({ number, again, underWay: [], dialog: null, dividing: null });
    const row = await this.rows
      .whole(number, again)
      .catch((error: unknown) => this.unreadable(number, error));
    return row && this.isAt({ number, again }) ? this.put(row) : null;
  }

  /** What was said of the row before is not true of the next; that something was not saved stays until something is. */
  private leaveMessage(): void {
    if (this.state.saved.kind === 'failed' && !this.isUnsaved()) this.update({ saved: { kind: 'nothing' } });
  }

  private put(row: LoadedRow): LoadedRow {
    const { number, again } = row.packet;
    this.onBeforeRow();
    this.update({ number, again, row, underWay: [], dialog: null, dividing: null });
    this.toFirstDue();
    void this.host.moved(number, again);
    return row;
  }

  /** Puts the cursor where the view in front begins in a row. */
  toFirstDue(): void {
    this.update({ cursor: this.placesOf[this.state.view]?.() ?? firstDue(tracesInSight(this.state)) });
  }

  /** Whether a row is the one in sight, or will be. */
  isAt({ number, again }: RowPass): boolean {
    return this.state.number === number && this.state.again === again;
  }

  /** Keys typed ahead wait for this work. */
  occupy<T>(work: Promise<T>): Promise<T> {
    this.settled = Promise.allSettled([this.settled, work]).then(() => undefined);
    return work;
  }

  /** The index grew, or rows were edited. A row that was waited for may be there now; the one in hand may be gone. */
  async indexed(progress: IndexProgress): Promise<void> {
    this.update({ progress });
    const { row, number, dialog } = this.state;
    const last = progress.rows - 1;
    if (!row && number <= last) await this.show(number);
    if (!row || !progress.complete || number <= last || dialog !== null) return;
    if (last >= 0) await this.show(last);
    else this.update({ row: null, number: 0 });
  }

  /** Findings or decisions changed outside this page. */
  async rowsChanged(numbers: number[] | null): Promise<void> {
    this.rows.forget(numbers);
    this.update({ listVersion: this.state.listVersion + 1, labelledHere: new Map() });
    const { number, again } = this.state;
    if (!numbers) void this.countAnew();
    if (numbers && !numbers.includes(number)) return;
    const read = this.rows.whole(number, again).catch((error: unknown) => this.unreadable(number, error));
    this.readAnew = this.occupy(read);
    const row = await this.readAnew;
    if (row && this.isAt({ number, again })) this.update({ row });
  }

  /** What a colleague's log brought may be what one's labels are compared with. */
  private async countAnew(): Promise<void> {
    const figures = await this.host.ownFigures().catch(() => null); // the next decision counts as well
    if (figures) this.update(figures);
  }

  /** The queue is another: the row in sight stands elsewhere in it, or not at all. */
  async placeChanged(): Promise<void> {
    const { number, again } = this.state;
    this.rows.forget([number]);
    const now = await this.rows.whole(number, again).catch(() => null); // said when it is asked for
    const { row } = this.state;
    if (!now || !row || !this.isAt({ number, again })) return;
    const { position, previous, next } = now.packet;
    this.update({ row: { ...row, packet: { ...row.packet, position, previous, next } } });
  }

  private unreadable(number: number, error: unknown): null {
    const message = `Row ${number + 1} could not be read: ${errorMessage(error)}`;
    this.update({ saved: { kind: 'failed', message } });
    return null;
  }

  private async fetchReferences({ reading }: LoadedRow): Promise<void> {
    const ids = [...reading.problemIds, ...reading.hints, ...reading.concepts].flatMap((reference) =>
      reference.kind === 'id' && !this.state.library.has(reference.id) ? [reference.id] : [],
    );
    if (ids.length === 0) return;
    const entries = await this.host.references(ids);
    const library = new Map(this.state.library);
    for (const entry of entries) library.set(entry.id, entry);
    this.update({ library });
  }

  private update(change: Partial<PageState>): void {
    this.store.update(change);
  }
}
