import { errorMessage } from '../src/core/error-message';
import { rowPictures } from '../src/core/profile/row-pictures';
import type { Decision, FlagTarget, TagTarget, TagValue, Target } from '../src/core/annotation/event';
import { replyTo } from '../src/core/annotation/flag-thread';
import type { FlagThread } from '../src/core/annotation/flag-thread';
import { labelStep, stateOfTrace, tracesToLabel } from '../src/core/annotation/labelling';
import type { StepLabel, TraceVerdict } from '../src/core/annotation/event';
import { stepTarget } from '../src/core/cut/step-target';
import type { RowPass } from '../src/core/queue/queue-order';
import { emptyReading } from '../src/core/profile/reading';
import type { Reading } from '../src/core/profile/reading';
import type { IndexProgress, RowState, View } from '../src/protocol/page';
import type { Profile } from '../src/core/profile/profile';
import type { JsonPath } from '../src/core/row/json';
import type { RowEdit } from '../src/protocol/row-edit';
import { placeOf } from '../src/core/annotation/target-place';
import { afterLabel, afterVerdict, firstDue, moved, placeOfTarget } from './cursor';
import type { Cursor, LabelledTrace } from './cursor';
import type { Host } from './host';
import { cutAsDecided, decisionsOn } from './loaded-row';
import type { LoadedRow } from './loaded-row';
import type { PageState, Part } from './page-state';
import { roomForRows } from './page-state';
import { placeOfPath } from './place-of-path';
import { partsOf } from './reading/long-row';
import { threadsIn } from './reading/trace-columns';
import { RowCache } from './row-cache';
import type { Store } from './store';

/** So long (ms) a key that goes on waits for a search that has not come to the next row. */
const SEARCH_PATIENCE = 2000;

/** Reading one row and labelling it: moving, deciding, folding. Knows nothing of how it is drawn. */
export class Session {
  /** Tells one session from the next. */
  readonly id = Symbol('session');
  /** Settles when no row is being fetched and nothing is being taken back: keys typed ahead wait for it. */
  settled: Promise<void> = Promise.resolve();
  /** Settles when no decision is on its way to the disk. */
  written: Promise<void> = Promise.resolve();
  /** Called just before another row is drawn. */
  onBeforeRow: () => void = () => undefined;
  /** Calls back when the row that was drawn last is painted. */
  whenPainted: (then: () => void) => void = (then) => then();
  readonly host: Host;
  readonly rows: RowCache;
  /** Where the cursor begins in a row, in views where that is not the first step that is due to be labelled. */
  readonly placesOf: Partial<Record<View, () => Cursor>> = {};
  /** Takes the cursor to what was taken back, where not steps and verdicts are asked. Returns whether it did. */
  cursorOn: (target: Target) => boolean = () => false;
  /** The step or trace that the answer in hand of a review is about: a flag is about it as well. */
  answeredInHand: () => FlagTarget | null = () => null;
  /** Called once an edit of a form is made, with the hash that its row had before. */
  onEdited: ((edit: RowEdit, before: string) => void) | null = null;
  /** The last decision did not reach the disk. */
  private isUnsaved = false;
  private room = roomForRows();
  private stepped: Promise<void> = Promise.resolve();
  private readAnew: Promise<LoadedRow | null> = Promise.resolve(null);
  private readonly store: Store;

  constructor(host: Host, store: Store) {
    this.host = host;
    this.store = store;
    const { profile, scheme } = store.state.opening;
    this.rows = new RowCache(host, profile, scheme?.scheme.blind ?? false);
  }

  get state(): PageState {
    return this.store.state;
  }

  onChange(listener: () => void): () => void {
    return this.store.onChange(listener);
  }

  /** The traces of this row that are labelled, with what is said of each. */
  get traces(): LabelledTrace[] {
    const { mode } = this.state;
    const decisions = this.decisions;
    return tracesToLabel(this.reading.traces).map((trace) => ({
      trace,
      state: stateOfTrace(trace, decisions, mode),
    }));
  }

  /** The row in sight, in the steps that one cuts its traces into oneself. A review is of the dataset's own steps. */
  get reading(): Reading {
    const { row, underWay, view } = this.state;
    if (!row) return emptyReading();
    return view === 'review' ? row.reading : cutAsDecided(row, underWay);
  }

  get decisions(): Decision[] {
    const { row, underWay } = this.state;
    return row ? decisionsOn(row.packet.standing, underWay) : [];
  }

  /** Shows a row (0-based), or as it comes the second time. The rows beside it are read and typeset ahead. */
  async show(number: number, again = false): Promise<void> {
    const row = await this.occupy(this.draw({ number, again }));
    if (row) await this.surround(row);
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
    if (this.state.saved.kind === 'failed' && !this.isUnsaved) this.update({ saved: { kind: 'nothing' } });
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
    this.update({ cursor: this.placesOf[this.state.view]?.() ?? firstDue(this.traces) });
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

  async label(value: StepLabel): Promise<void> {
    const { cursor, mode } = this.state;
    const current = this.traces[cursor.trace];
    if (!current || cursor.step >= current.trace.steps.length) return;
    await this.decide(labelStep(current.trace, current.state, cursor.step, value, mode), () =>
      this.afterLabel(),
    );
  }

  async judge(value: TraceVerdict): Promise<void> {
    const current = this.traces[this.state.cursor.trace];
    if (!current) return;
    const target = { kind: 'trace' as const, trace: current.trace.id };
    await this.decide([{ what: 'verdict', target, value }], () => this.afterVerdict());
  }

  async mark(value: 'bad-problem' | 'skipped'): Promise<void> {
    const decision: Decision = { what: 'mark', target: { kind: 'row' }, value };
    await this.decide([decision], () => this.go(1));
  }

  async flag(value: Extract<Decision, { what: 'flag' }>['value']): Promise<void> {
    this.update({ dialog: null });
    await this.decide([{ what: 'flag', target: this.targetAtCursor(), value }]);
  }

  /** The flags that an answer may be about: of the step or trace in hand, else of the row and its other parts; open ones first. */
  get threadsInHand(): FlagThread[] {
    const { row } = this.state;
    const threads = threadsIn(row?.packet.standing ?? []).toSorted((a, b) => Number(b.open) - Number(a.open));
    const inHand = placeOf(this.targetAtCursor()); // whatever its text is by now
    const here = threads.filter(({ flag }) => placeOf(flag.target) === inHand);
    return here.length > 0 ? here : threads;
  }

  /** Asks for an answer to a flag, where there is one. */
  askForAnswer(): void | Promise<void> {
    if (this.threadsInHand.length > 0) return this.setDialog('answer');
    return this.ask(() => Promise.reject(new Error('Nothing is flagged here: f flags it.')));
  }

  async answer(thread: FlagThread, comment: string, change: boolean): Promise<void> {
    this.update({ dialog: null });
    const reply = replyTo(thread, comment, change);
    if (reply) await this.decide([reply]);
  }

  /** Puts a concept on the row or a step, or takes it off. */
  async tag(target: TagTarget, value: TagValue): Promise<void> {
    await this.decide([{ what: 'tag', target, value }]);
  }

  /** What the page can be tagged with, for a form that asks. */
  tagChoices(): ReturnType<Host['tagChoices']> {
    return this.host.tagChoices();
  }

  /** The bytes that the row in sight had when its hash was `hash`; null when nothing has them any more. */
  earlierRow(hash: string): Promise<ArrayBuffer | null> {
    return this.host.earlierRow(this.state.number, hash);
  }

  lastDecisions(): ReturnType<Host['lastDecisions']> {
    return this.host.lastDecisions();
  }

  /** What the mapping editor begins with. */
  mapping(): ReturnType<Host['mapping']> {
    return this.host.mapping();
  }

  /** Saves a profile and reads the dataset with it. Resolves with why it could not be saved, or with null. */
  async saveMapping(profile: Profile): Promise<string | null> {
    try {
      await this.host.saveMapping(profile);
      return null;
    } catch (error) {
      return errorMessage(error);
    }
  }

  /** Shows the row's pictures large, one of them first. */
  lookAtPictures(picture: number): void {
    const { row } = this.state;
    if (!row || rowPictures(row.reading).length === 0)
      return this.failed(new Error('This row has no pictures.'));
    this.update({ picture });
    this.setDialog('pictures');
  }

  undo(): Promise<void> {
    return this.occupy(this.takeBack());
  }

  private async takeBack(): Promise<void> {
    const undone = await this.host.undo();
    if (!undone) return this.update({ saved: { kind: 'failed', message: 'There is nothing to take back.' } });
    this.rows.forget([undone.number]);
    this.take(undone);
    const row = this.isAt(undone) ? null : await this.draw(undone);
    if (row) void this.surround(row);
    this.update({ saved: { kind: 'at', time: new Date() } });
    this.goToTarget(undone.target);
  }

  /** Puts a part of the row in sight in hand, where it can be. */
  goToTarget(target: Target): void {
    if (this.cursorOn(target)) return;
    const cursor = placeOfTarget(this.traces, target);
    if (cursor) this.update({ cursor });
  }

  move(change: Partial<Cursor>): void {
    const { cursor, row } = this.state;
    const parts = row?.cut ? partsOf(row.packet.size) : null;
    this.update({ cursor: moved(this.traces, cursor, change, parts) });
  }

  toggle(part: Part): void {
    const { shown } = this.state;
    this.update({ shown: { ...shown, [part]: !shown[part] } });
    if (part === 'whole' && !shown.whole) void this.countBegun();
  }

  /** What is done is told beside the row that has the whole window. */
  private async countBegun(): Promise<void> {
    const begunRows = await this.host.countBegun().catch(() => null); // what is known stands
    if (begunRows !== null) this.update({ begunRows });
  }

  /** Puts the cursor on the step that a value belongs to; where it is none of a step, the row's source is shown. */
  goToPath(path: JsonPath, at = 0): void {
    const traces = this.traces.map(({ trace }) => trace);
    const place = placeOfPath(traces, path, at);
    if (place) this.move(place);
    else if (!this.state.shown.source) this.toggle('source');
  }

  /** The page became wider or narrower: the row list is beside the row, or out of its way. */
  resized(): void {
    const room = roomForRows();
    if (room === this.room) return;
    this.room = room;
    this.update({ shown: { ...this.state.shown, rows: room } });
  }

  setDialog(dialog: PageState['dialog']): void {
    this.update({ dialog });
  }

  setFocused(focused: boolean): void {
    if (focused !== this.state.focused) this.update({ focused });
  }

  async toggleMode(): Promise<void> {
    const mode = this.state.mode === 'first-error' ? 'every-step' : 'first-error';
    this.update({ mode });
    this.update({ cursor: firstDue(this.traces) });
    await this.host.setMode(mode);
  }

  /** Asks for the text box of the query. */
  find(): void {
    this.update({ findAsked: this.state.findAsked + 1 });
  }

  /** Has the host do something; what it says when it cannot stands in the bar. */
  async ask(doing: (host: Host) => Promise<void>): Promise<void> {
    await doing(this.host).catch((error: unknown) => this.failed(error));
  }

  /** Changes the dataset. Resolves with whether it was done; the bar says why not. */
  async edit(edit: RowEdit): Promise<boolean> {
    try {
      await this.occupy(this.host.edit(edit));
      await this.readAnew; // what comes next is about the row as it is now
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private failed(error: unknown): void {
    const message = errorMessage(error);
    this.update({ saved: { kind: 'failed', message } });
  }

  /** What a flag at this moment is about: the step in hand, else the trace, else the row. */
  targetAtCursor(): FlagTarget {
    const { cursor, view } = this.state;
    const known = view === 'review' ? this.answeredInHand() : null;
    if (known) return known;
    const trace = this.traces[cursor.trace]?.trace;
    if (!trace || (view !== 'focus' && view !== 'review')) return { kind: 'row' };
    const asked = this.state.opening.scheme?.scheme.target;
    if (cursor.step < 0 && asked !== 'trace') return { kind: 'row' };
    return stepTarget(trace, cursor.step) ?? { kind: 'trace', trace: trace.id };
  }

  /** Shows the decisions at once, and says so when they are on disk, or that they are not. */
  async decide(decisions: Decision[], then: () => void | Promise<void> = () => undefined): Promise<void> {
    const { row, number, again } = this.state;
    if (!row || row.packet.number !== number || row.packet.again !== again) return; // what is not yet in sight is not judged
    this.update({ underWay: [...this.state.underWay, ...decisions] });
    const saving = this.host.decide({ number, hash: row.packet.hash, again }, decisions);
    this.written = Promise.allSettled([this.written, saving]).then(() => undefined);
    void then();
    try {
      this.take(await saving, decisions);
      this.isUnsaved = false;
      this.update({ saved: { kind: 'at', time: new Date() } });
    } catch (error) {
      this.dropUnderWay(decisions);
      this.isUnsaved = true;
      this.update({ saved: { kind: 'failed', message: notSaved(number, error) } });
    }
  }

  private unreadable(number: number, error: unknown): null {
    const message = `Row ${number + 1} could not be read: ${errorMessage(error)}`;
    this.update({ saved: { kind: 'failed', message } });
    return null;
  }

  private take(state: RowState, decided: Decision[] = []): void {
    const { number, again, standing, review, suggested, labelledRows, begunRows, pace, curated } = state;
    this.dropUnderWay(decided);
    this.rows.forget([number]);
    const { row, gold, self } = this.state;
    const labelledHere = new Map(this.state.labelledHere);
    if (!again) labelledHere.set(number, { status: state.status, flags: state.flags });
    else this.update({ listVersion: this.state.listVersion + 1 }); // what is said again is in the list alone
    this.update({
      labelledRows,
      begunRows,
      pace,
      curated,
      labelledHere,
      gold: state.gold === undefined ? gold : state.gold,
      self: state.self === undefined ? self : state.self,
    });
    if (row && this.isAt({ number, again }))
      this.update({ row: { ...row, packet: { ...row.packet, standing, review, suggested } } });
  }

  private dropUnderWay(decided: Decision[]): void {
    this.update({ underWay: this.state.underWay.filter((decision) => !decided.includes(decision)) });
  }

  private afterLabel(): void {
    this.update({ cursor: afterLabel(this.traces, this.state.cursor) });
  }

  private afterVerdict(): void {
    const next = afterVerdict(this.traces, this.state.cursor);
    if (next) this.update({ cursor: next });
    else void this.go(1);
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

function notSaved(number: number, error: unknown): string {
  return `Row ${number + 1} was not saved: ${errorMessage(error)}`;
}
