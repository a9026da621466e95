import { placeOf } from '../src/core/annotation/target-place';
import type { AnswerDecision, AnswerTarget, Target } from '../src/core/annotation/event';
import {
  answersOn,
  answerWith,
  isAnswered,
  isAsked,
  lacksRationale,
  nextOpen,
  restIsRight,
} from '../src/core/scheme/answers';
import type { TargetAnswers } from '../src/core/scheme/answers';
import { askedQuestions, valuesIn } from '../src/core/scheme/asked-questions';
import type { AnswerValue, AskedQuestion } from '../src/core/scheme/asked-questions';
import type { NamedScheme } from '../src/core/scheme/scheme';
import { rowPictures } from '../src/core/profile/row-pictures';
import { targetsIn } from '../src/core/scheme/scheme-targets';
import { positionOf } from '../src/core/cut/step-target';
import type { DecidedPlace } from '../src/protocol/page';
import type { TagChoice } from '../src/core/concept/tag-choices';
import { choicesIn } from './asking/picking';
import type { Picking } from './asking/picking';
import type { Host } from './host';
import { loadRow } from './loaded-row';
import type { LoadedRow } from './loaded-row';
import type { Cursor } from './cursor';
import type { AskingState, PageState } from './page-state';
import type { Session } from './session';
import { SpanSession } from './span-session';
import type { Store } from './store';

/** Answering the questions of a scheme: which part of the row is in hand, which question, and what comes next. */
export class AnswerSession {
  readonly scheme: NamedScheme | null;
  readonly questions: readonly AskedQuestion[];
  /** Choosing parts of texts, where that is asked. */
  readonly spans: SpanSession;
  private readonly host: Host;
  private readonly store: Store;
  private readonly session: Session;
  /** The cursor as it was put here: another one was moved by somebody else. */
  private cursor: Cursor | null = null;
  /** The row whose linked rows were asked for. */
  private paired: string | null = null;
  /** What is put in hand once the linked rows are known. */
  private wanted: DecidedPlace | null = null;
  /** The row's pictures are looked at: regions may be drawn. */
  private drawing = false;

  constructor(host: Host, store: Store, session: Session) {
    this.host = host;
    this.store = store;
    this.session = session;
    this.spans = new SpanSession(store, session, this);
    this.scheme = store.state.opening.scheme;
    this.questions = this.scheme ? askedQuestions(this.scheme.scheme) : [];
    if (!this.scheme) return;
    session.inSight.placesOf.focus = () => this.begin();
    session.cursorOn = (target) => this.goToTarget(target);
    store.onChange(() => this.look());
    if (store.state.row) this.begin();
  }

  /** Questions are asked in the view that is in front. */
  get asks(): boolean {
    return this.scheme !== null && this.state.view === 'focus';
  }

  /** The parts of the row that the questions are about, with what is said of each. */
  get targets(): TargetAnswers[] {
    const { row, asking } = this.state;
    if (!this.scheme || !row) return [];
    const { target } = this.scheme.scheme;
    const targets: AnswerTarget[] =
      target === 'pair'
        ? (asking.others ?? []).map(({ packet }) => ({ kind: 'pair', with: packet.key }))
        : targetsIn(this.session.reading, target, this.session.decisions);
    return answersOn(this.scheme, targets, this.session.decisions);
  }

  get current(): TargetAnswers | null {
    return this.targets[this.state.asking.target] ?? null;
  }

  /** The question in hand. */
  get question(): AskedQuestion | null {
    return this.questions[this.state.asking.question] ?? null;
  }

  /** Gives the answer that has a key, or takes it back from among several. */
  async key(key: string): Promise<void> {
    const { question, current } = this;
    const value = question?.values.find((each) => each.key === key)?.value;
    if (!question || !current || value === undefined) return this.say(this.noSuchKey(key));
    if (question.way === 'one') return this.answer(value);
    if (question.way === 'span') return this.spans.begin();
    if (question.way !== 'several') return this.say(`↵ answers “${question.title}”.`);
    const known = current.answers.get(question.id);
    const chosen = new Set(known === undefined ? [] : valuesIn(known).map(String));
    if (!chosen.delete(String(value))) chosen.add(String(value));
    const inOrder = question.values.map((each) => String(each.value)).filter((each) => chosen.has(each));
    await this.decide(question.id, inOrder, () => undefined);
  }

  /** Ends the choosing of several; writes; or says that the rest of the trace is without error. */
  async confirm(): Promise<void> {
    const { question, current } = this;
    if (!question || !current) return this.say(this.nothing);
    switch (question.way) {
      case 'several':
        if (current.answers.has(question.id)) return this.goOn();
        return this.decide(question.id, [], () => this.goOn());
      case 'text':
        return this.askForWords();
      case 'span':
        return this.spans.begin();
      case 'pick':
        return this.session.setDialog('pick');
      case 'one':
        if (question.rationale === null) return this.confirmRest(question);
        if (current.answers.has(question.id)) return this.askForWords();
        return this.say(`Answer “${question.title}” by a key, then say why.`);
    }
  }

  private async confirmRest(question: AskedQuestion): Promise<void> {
    const { scheme, targets, state } = this;
    const { mode, before } = scheme?.scheme ?? {};
    if (!scheme || mode !== 'first error' || before === undefined)
      return this.say(`“${question.title}” is answered by a key.`);
    const decisions = restIsRight(scheme, targets, state.asking.target);
    if (decisions.length === 0) return this.goOn();
    await this.session.decide(decisions, () => this.goOnFrom(this.lastOfTrace()));
  }

  /** What was written, once it is finished; an empty text says nothing, and takes back what was said. */
  async write(text: string): Promise<void> {
    const { question, current } = this;
    this.update({ writing: false });
    if (!question || !current) return;
    const written = text.trim();
    const known = current.answers.get(question.id);
    if (question.way !== 'text') return this.writeWhy(question, written);
    if (written === (known ?? '')) return this.goOn();
    await this.decide(question.id, written === '' ? null : written, () => this.goOn());
  }

  /** Keeps why with the answer. */
  private async writeWhy({ id, title, rationale }: AskedQuestion, written: string): Promise<void> {
    const { current } = this;
    const value = current?.answers.get(id);
    if (!current || value === undefined) return;
    if (written === '' && rationale === 'required') return this.say(`Say why “${title}” has this answer.`);
    if (written === (current.rationales.get(id) ?? '')) return this.goOn();
    await this.decide(id, value, () => this.goOn(), written);
  }

  /** How often the box for words was asked for. */
  get wordsAsked(): number {
    return this.state.wordsAsked;
  }

  /** Leaves the box for words; they are not kept. */
  leave(): void {
    this.update({ writing: false });
  }

  /** Choosing by name for the question in hand; null where there is none. */
  get picking(): Picking | null {
    const { question, current } = this;
    if (!question) return null;
    return {
      ...{ title: question.title, chosen: current?.answers.get(question.id) },
      choices: () => this.choices(question),
      take: (id) => this.answer(id),
    };
  }

  /** What a question can be answered with, where that is chosen by name. */
  async choices(question: AskedQuestion): Promise<TagChoice[]> {
    return question.catalogue === null ? choicesIn(question) : this.host.catalogue(question.id);
  }

  /** Where why must be said as well, the box for it opens. */
  async answer(value: AnswerValue): Promise<void> {
    const { question } = this;
    if (question)
      await this.decide(question.id, value, () => (this.lacksWhy ? this.askForWords() : this.goOn()));
  }

  /** The question in hand has its answer, but not why, which must be said. */
  get lacksWhy(): boolean {
    const { question, current } = this;
    return question !== null && current !== null && lacksRationale(question, current);
  }

  /** Opens the box for words; an open one takes the keys again. */
  private askForWords(): void {
    this.store.update({ wordsAsked: this.state.wordsAsked + 1 });
    this.update({ writing: true });
  }

  /** Goes to another part of the row. Keys that go through the parts of a long row do so here as well. */
  go(by: 1 | -1): void {
    const { row, cursor, asking } = this.state;
    if (row?.cut) return this.session.move({ step: cursor.step + by });
    this.put(clamp(asking.target + by, this.targets.length - 1));
  }

  /** Goes to the first open part of another trace. */
  turn(by: 1 | -1): void {
    const traces = this.session.traces.map(({ trace }) => trace.id);
    const at = traces.indexOf(traceOf(this.current?.target) ?? '');
    if (at === -1 || traces.length < 2) return;
    const trace = traces[(at + by + traces.length) % traces.length];
    const of = [...this.targets.entries()].filter(([, { target }]) => traceOf(target) === trace);
    const open = of.find(([, each]) => !isAnswered(this.questions, each)) ?? of[0];
    if (open) this.put(open[0]);
  }

  /** Goes to another question that is asked. */
  ask(by: 1 | -1): void {
    const { current, state } = this;
    if (!current) return;
    for (let at = state.asking.question + by; at >= 0 && at < this.questions.length; at += by) {
      const question = this.questions[at];
      if (question && isAsked(question, current.answers))
        return this.update({ question: at, writing: false, span: null });
    }
  }

  /** Puts a question in hand, where it is asked. */
  askAbout(id: string): void {
    const at = this.questions.findIndex((question) => question.id === id);
    const question = this.questions[at];
    if (question && this.current && isAsked(question, this.current.answers))
      this.update({ question: at, writing: false, span: null });
  }

  /** Takes the cursor to a part of the row. Returns whether the questions can be about it. */
  goToTarget(target: Target): boolean {
    if (!this.asks) return false;
    const place = placeOf(target);
    const at = this.targets.findIndex((each) => placeOf(each.target) === place);
    if (at !== -1) this.put(at);
    return true;
  }

  /** Puts in hand what was decided on, where that is asked: to be answered anew. */
  goToDecided(place: DecidedPlace): void {
    const { target, question } = place;
    if (target.kind === 'pair' && this.state.asking.others === null) this.wanted = place;
    this.session.goToTarget(target);
    if (question !== null) this.askAbout(question);
  }

  /** More is known of which rows are linked. */
  linksChanged(): void {
    this.paired = null;
    this.look();
  }

  async decide(
    question: string,
    value: AnswerValue | null,
    then: () => void | Promise<void>,
    rationale?: string,
  ): Promise<void> {
    const { scheme, targets, state } = this;
    if (!scheme) return;
    const made = answerWith(scheme, targets, state.asking.target, question, value, rationale);
    await this.session.decide(
      made.map((decision) => this.timed(decision, question)),
      then,
    );
  }

  private timed(decision: AnswerDecision, question: string): AnswerDecision {
    if (!this.scheme?.scheme.timed || decision.implied || decision.question !== question) return decision;
    return { ...decision, ms: Math.max(0, Math.round(performance.now() - this.state.asking.since)) };
  }

  /** On to the next open question of this part, the next open part, the next row. */
  goOn(): void | Promise<void> {
    const { current, state } = this;
    const { question } = state.asking;
    const open =
      current && !current.after
        ? (nextOpen(this.questions, current, question + 1) ?? nextOpen(this.questions, current, 0))
        : null;
    if (open !== null) return this.update({ question: open, writing: false, since: performance.now() });
    return this.goOnFrom(state.asking.target);
  }

  private goOnFrom(target: number): void | Promise<void> {
    const open = (from: number) => this.targets.findIndex((each, at) => at >= from && this.isOpen(each));
    const later = open(target + 1);
    const next = later === -1 ? open(0) : later;
    if (next !== -1) return this.put(next);
    return this.session.inSight.go(1);
  }

  private isOpen(each: TargetAnswers): boolean {
    return !isAnswered(this.questions, each);
  }

  private lastOfTrace(): number {
    const trace = traceOf(this.current?.target);
    return this.targets.findLastIndex(({ target }) => traceOf(target) === trace);
  }

  /** The first part of a row that comes in sight that is open. */
  private begin(): Cursor {
    const open = this.targets.findIndex((each) => this.isOpen(each));
    return this.inHand(Math.max(0, open));
  }

  private put(target: number): void {
    this.inHand(target);
  }

  /** Puts a part in hand, with its first open question. */
  private inHand(target: number): Cursor {
    const all = this.targets;
    const question = nextOpen(this.questions, all[target] ?? NOTHING_SAID, 0) ?? 0;
    const cursor = (this.cursor = this.cursorAt(all[target]?.target));
    const { asking } = this.state;
    const since = performance.now();
    this.store.update({
      cursor,
      asking: { ...asking, target, question, writing: false, span: null, since },
    });
    return cursor;
  }

  /** No step is in hand where the questions are not about steps. */
  private cursorAt(target: AnswerTarget | undefined): Cursor {
    const traces = this.session.traces;
    const trace = traces.findIndex((each) => each.trace.id === traceOf(target));
    const found = traces[trace]?.trace;
    const step = target?.kind === 'step' && found ? positionOf(found, target) : this.state.row?.cut ? 0 : -1;
    return { trace: Math.max(0, trace), step };
  }

  /** The cursor was moved by a click or a search; another row has other pairs. */
  private look(): void {
    const { cursor, row, dialog } = this.state;
    const drew = this.drawing && dialog !== 'pictures';
    this.drawing = dialog === 'pictures';
    if (drew && this.asks && this.scheme?.scheme.target === 'region') this.begin();
    if (this.scheme?.scheme.target === 'pair' && row && row.packet.key !== this.paired) {
      const another = this.paired !== null;
      [this.paired, this.wanted] = [row.packet.key, null];
      if (another) this.update({ others: null });
      void this.session.inSight.occupy(this.fetchOthers(row));
    }
    if (!this.asks || cursor === this.cursor) return;
    this.cursor = cursor;
    const at = this.targets.findIndex(({ target }) => this.isAt(target, cursor));
    if (at !== -1 && at !== this.state.asking.target) this.put(at);
  }

  private isAt(target: AnswerTarget, { trace, step }: Cursor): boolean {
    const at = this.session.traces[trace]?.trace;
    return traceOf(target) === at?.id && (target.kind !== 'step' || (at && positionOf(at, target)) === step);
  }

  /** Rows that are linked with a row: each makes a pair with it. */
  private async fetchOthers(row: LoadedRow): Promise<void> {
    const others = await this.linkedRows(row).catch(() => []);
    if (this.state.row?.packet.key !== row.packet.key) return;
    this.update({ others });
    if (!this.asks) return; // a review has its own cursor
    this.begin();
    if (this.wanted) this.goToDecided(this.wanted);
    this.wanted = null;
  }

  private async linkedRows({ packet }: LoadedRow): Promise<LoadedRow[]> {
    const { groups } = await this.host.groups(packet.number);
    const found = new Map<string, LoadedRow>();
    for (const { number, beside } of groups.flatMap(({ members }) => members).slice(0, MOST_PAIRS)) {
      const other = beside
        ? await this.host.rowBeside(beside.file, beside.row)
        : number === null || number === packet.number
          ? null
          : await this.host.row(number);
      if (other && other.key !== packet.key) found.set(other.key, loadRow(other, this.state.opening.profile));
    }
    return [...found.values()];
  }

  /** Why nothing is asked of the row, and what can be done about it. */
  get nothing(): string {
    const { row } = this.state;
    if (this.scheme?.scheme.target !== 'region' || !row || rowPictures(row.reading).length === 0)
      return 'There is nothing to answer in this row.';
    return 'No region is drawn here: z enlarges the pictures, and b draws one there.';
  }

  private noSuchKey(key: string): string {
    const { question, current } = this;
    if (!question || !current) return this.nothing;
    return `No answer to “${question.title}” has the key ${key}.`;
  }

  say(message: string): Promise<void> {
    return this.session.ask(() => Promise.reject(new Error(message)));
  }

  private update(change: Partial<AskingState>): void {
    this.store.update({ asking: { ...this.state.asking, ...change } });
  }

  private get state(): PageState {
    return this.store.state;
  }
}

const NOTHING_SAID = { answers: new Map<string, AnswerValue>(), rationales: new Map<string, string>() };

/** A row that is linked with more is compared with the first of them. */
const MOST_PAIRS = 50;

function traceOf(target: Target | undefined): string | null {
  return target && 'trace' in target ? target.trace : null;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
