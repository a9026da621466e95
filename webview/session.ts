import { errorMessage } from '../src/core/error-message';
import { rowPictures } from '../src/core/profile/row-pictures';
import type { Decision, FlagTarget, TagTarget, TagValue, Target } from '../src/core/annotation/event';
import { replyTo } from '../src/core/annotation/flag-thread';
import type { FlagThread } from '../src/core/annotation/flag-thread';
import { labelStep } from '../src/core/annotation/labelling';
import type { StepLabel, TraceVerdict } from '../src/core/annotation/event';
import { stepTarget } from '../src/core/cut/step-target';
import type { Reading } from '../src/core/profile/reading';
import type { RowState } from '../src/protocol/page';
import type { Profile } from '../src/core/profile/profile';
import type { JsonPath } from '../src/core/row/json';
import type { RowEdit } from '../src/protocol/row-edit';
import { placeOf } from '../src/core/annotation/target-place';
import { afterLabel, afterVerdict, firstDue, moved, placeOfTarget } from './cursor';
import type { Cursor, LabelledTrace } from './cursor';
import type { Host } from './host';
import type { PageState, Part } from './page-state';
import { roomForRows } from './page-state';
import { placeOfPath } from './place-of-path';
import { partsOf } from './reading/long-row';
import { threadsIn } from './reading/trace-columns';
import { RowInSight } from './row-in-sight';
import type { Store } from './store';
import { decisionsInSight, readingInSight, tracesInSight } from './traces-in-sight';

/** Labelling the row in sight: deciding, taking back, folding. Knows nothing of how it is drawn. */
export class Session {
  /** Tells one session from the next. */
  readonly id = Symbol('session');
  /** Settles when no decision is on its way to the disk. */
  written: Promise<void> = Promise.resolve();
  readonly host: Host;
  readonly inSight: RowInSight;
  /** Takes the cursor to what was taken back, where not steps and verdicts are asked. Returns whether it did. */
  cursorOn: (target: Target) => boolean = () => false;
  /** The step or trace that the answer in hand of a review is about: a flag is about it as well. */
  answeredInHand: () => FlagTarget | null = () => null;
  /** Called once an edit of a form is made, with the hash that its row had before. */
  onEdited: ((edit: RowEdit, before: string) => void) | null = null;
  /** The last decision did not reach the disk. */
  private isUnsaved = false;
  private room = roomForRows();
  private readonly store: Store;

  constructor(host: Host, store: Store) {
    this.host = host;
    this.store = store;
    this.inSight = new RowInSight(host, store, () => this.isUnsaved);
  }

  get state(): PageState {
    return this.store.state;
  }

  onChange(listener: () => void): () => void {
    return this.store.onChange(listener);
  }

  /** The traces of the row in sight that are labelled, with what is said of each. */
  get traces(): LabelledTrace[] {
    return tracesInSight(this.state);
  }

  get reading(): Reading {
    return readingInSight(this.state);
  }

  get decisions(): Decision[] {
    return decisionsInSight(this.state);
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
    await this.decide([decision], () => this.inSight.go(1));
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
    return this.inSight.occupy(this.takeBack());
  }

  private async takeBack(): Promise<void> {
    const undone = await this.host.undo();
    if (!undone) return this.update({ saved: { kind: 'failed', message: 'There is nothing to take back.' } });
    this.inSight.rows.forget([undone.number]);
    this.take(undone);
    await this.inSight.comeTo(undone);
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
      await this.inSight.occupy(this.host.edit(edit));
      await this.inSight.readAnew; // what comes next is about the row as it is now
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

  private take(state: RowState, decided: Decision[] = []): void {
    const { number, again, standing, review, suggested, labelledRows, begunRows, pace, curated } = state;
    this.dropUnderWay(decided);
    this.inSight.rows.forget([number]);
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
    if (row && this.inSight.isAt({ number, again }))
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
    else void this.inSight.go(1);
  }

  private update(change: Partial<PageState>): void {
    this.store.update(change);
  }
}

function notSaved(number: number, error: unknown): string {
  return `Row ${number + 1} was not saved: ${errorMessage(error)}`;
}
