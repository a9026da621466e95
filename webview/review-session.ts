import type { CurationVerdict, Decision } from '../src/core/annotation/event';
import { tracesToLabel } from '../src/core/annotation/labelling';
import type { Trace } from '../src/core/profile/reading';
import { answerRuling, reviewAnswers } from '../src/core/review/answer-review';
import type { AnswerReview } from '../src/core/review/answer-review';
import { settleAgreed, settleAgreedAnswers } from '../src/core/review/settle-agreed';
import { isDue, reviewTrace } from '../src/core/review/trace-review';
import type { Reviewed, ReviewedDecision, Ruling, TraceReview } from '../src/core/review/trace-review';
import type { AnswerValue } from '../src/core/scheme/asked-questions';
import { wordQuestions } from '../src/core/scheme/word-questions';
import type { WordQuestions } from '../src/core/scheme/word-questions';
import { BY_DISAGREEMENT } from '../src/protocol/table';
import type { Host } from './host';
import type { LoadedRow } from './loaded-row';
import type { Cursor } from './cursor';
import type { PageState } from './page-state';
import type { Session } from './session';
import type { Store } from './store';
import { OwnDecision } from './review/own-decision';
import { turnToView } from './turn-to-view';

/** A trace that several may have labelled, and what they say. */
export interface TraceInReview {
  trace: Trace;
  review: TraceReview;
}

/** What is on its way to the disk is newer than all that is there. */
const NEWEST = '~';
/** What each ruling is decided by. */
const RULINGS = {
  good: 'settleGood',
  neutral: 'settleNeutral',
  bad: 'settleBad',
  unsure: 'settleUnsure',
} as const;
/** The query of a review that nobody asked otherwise. */
export const DISPUTED = 'review:disputed';

/** Settling what annotators differ on: the same rows and the same cursor as in reading, with everybody's labels. */
export class ReviewSession {
  readonly host: Host;
  readonly store: Store;
  /** Answers of one's own to what is in hand. */
  readonly own: OwnDecision;
  private readonly session: Session;
  /** The pair, and the question, whose agreement was asked for; and how often the decisions had changed by then. */
  private asked = { about: '', version: '' };

  constructor(host: Host, store: Store, session: Session) {
    this.host = host;
    this.store = store;
    this.session = session;
    this.own = new OwnDecision(host, store, this);
    session.inSight.placesOf.review = () => this.firstDue();
    session.answeredInHand = () => {
      const target = this.answerInHand?.target;
      return target?.kind === 'step' || target?.kind === 'trace' ? target : null;
    };
    store.onChange(() => this.look());
  }

  private get state(): PageState {
    return this.store.state;
  }

  get traces(): TraceInReview[] {
    const { row } = this.state;
    if (!row) return [];
    const decisions = this.decisionsOn(row);
    return tracesToLabel(row.reading.traces).map((trace) => ({
      trace,
      review: reviewTrace(trace.id, trace.steps.length, decisions),
    }));
  }

  get current(): TraceInReview | null {
    return this.traces[this.state.cursor.trace] ?? null;
  }

  /** What annotators answered to questions of schemes. Behind the traces: a turn further than the last of them. */
  get answers(): AnswerReview[] {
    const { row } = this.state;
    return row ? reviewAnswers(this.decisionsOn(row), this.words) : [];
  }

  private get words(): WordQuestions {
    return wordQuestions(this.state.opening.schemes);
  }

  /** Who answered anything, by name: their columns. */
  get answerers(): string[] {
    return [...new Set(this.answers.flatMap(({ said }) => [...said.keys()]))].toSorted();
  }

  /** The answer in hand. */
  get answerInHand(): AnswerReview | null {
    const { trace, step } = this.state.cursor;
    return trace === this.traces.length ? (this.answers[step] ?? null) : null;
  }

  /** The step or verdict in hand. */
  get inHand(): Reviewed | null {
    const { current } = this;
    return current && (current.review.steps[this.state.cursor.step] ?? current.review.verdict);
  }

  /** Puts the review in front. Where no query is in force, it is of the rows that annotators differ on, the worst first. */
  async show(): Promise<void> {
    if (this.state.view === 'review') return;
    const { query, sort } = this.state.queue;
    await turnToView(this, 'review', { group: null });
    this.store.update({ cursor: this.firstDue() });
    if (query !== '' || sort !== null) return;
    await this.session.ask((host) => host.setQueue(DISPUTED, { column: BY_DISAGREEMENT, descending: true }));
    this.store.update({ reviewFromStart: true });
  }

  /** The word of an annotator (by place among those of the trace) on what is in hand. */
  async take(place: number): Promise<void> {
    if (this.answerInHand) return this.takeAnswer(this.answerInHand, place);
    const name = this.current?.review.annotators[place];
    const said = name === undefined ? undefined : this.inHand?.said.get(name);
    if (said) await this.rule(said.value);
    else
      await this.say(
        name === undefined ? 'No such annotator labelled this trace.' : `${name} says nothing of this step.`,
      );
  }

  async settle(ruling: 'good' | 'neutral' | 'bad' | 'unsure'): Promise<void> {
    const { current, state } = this;
    if (this.answerInHand) return this.own.byKey(RULINGS[ruling]);
    if (!current) return;
    if (state.cursor.step < current.trace.steps.length) return this.rule(ruling);
    if (ruling === 'unsure') return this.say('A verdict is right, wrong, or right by wrong reasoning.');
    const verdicts = { good: 'right', bad: 'wrong', neutral: 'right-answer-wrong-reasoning' } as const;
    await this.rule(verdicts[ruling]);
  }

  /** Settles all that several said alike in the trace in hand. */
  async settleAgreed(): Promise<void> {
    const { current, state } = this;
    if (!state.row) return;
    if (this.answerInHand) return this.settleAgreedAnswers(state.row);
    if (!current) return;
    const decisions = settleAgreed(this.decisionsOn(state.row), current.trace.id).map(
      ({ decision }) => decision,
    );
    if (decisions.length === 0) return this.say('Nothing of this trace is agreed on and not settled.');
    await this.session.decide(decisions, () => this.afterRuling());
  }

  private async settleAgreedAnswers(row: LoadedRow): Promise<void> {
    const decisions = settleAgreedAnswers(this.decisionsOn(row), this.words).map(({ decision }) => decision);
    if (decisions.length === 0) return this.say('No answer of this row is agreed on and not settled.');
    this.own.leave();
    await this.session.decide(decisions, () => this.afterRuling());
  }

  private async takeAnswer(review: AnswerReview, place: number): Promise<void> {
    const name = this.answerers[place];
    const said = name === undefined ? undefined : review.said.get(name);
    if (!said)
      return this.say(
        name === undefined ? 'No such annotator answered here.' : `${name} gave no answer to this.`,
      );
    await this.ruleAnswer(review, said.value);
  }

  /** Settles a question, and goes on. */
  async ruleAnswer(review: AnswerReview, answer: AnswerValue): Promise<void> {
    this.own.leave();
    await this.session.decide([answerRuling(review, answer)], () => this.afterRuling());
  }

  settleAllAgreed(): Promise<void> {
    return this.session.ask((host) => host.settleAllAgreed());
  }

  /** What everybody made of the row, one's own that is on its way as well. */
  get curations(): ReviewedDecision[] {
    const { row } = this.state;
    if (!row) return [];
    const made = this.decisionsOn(row).filter(({ what }) => what === 'curation');
    return [...new Map(made.map((decision) => [decision.annotator, decision])).values()];
  }

  /** Says of the whole row that it is right, wrong, or for later; on to the next. */
  async curate(verdict: CurationVerdict): Promise<void> {
    await this.session.decide([{ what: 'curation', target: { kind: 'row' }, value: { verdict } }], () =>
      this.session.inSight.go(1),
    );
  }

  /** Opens the form for the field at the cursor. Only once the edit is made the row is fixed: the decision names both versions. */
  fix(): void | Promise<void> {
    const { row, opening } = this.state;
    if (opening.readOnly !== null) return this.say(opening.readOnly);
    if (!row) return;
    this.session.onEdited = (edit, before) => {
      this.session.onEdited = null;
      const path =
        edit.kind === 'value' || edit.kind === 'json' || edit.kind === 'removeField' ? edit.path : null;
      const value = { verdict: 'fixed' as const, before, ...(path === null ? {} : { path }) };
      void this.session.decide([{ what: 'curation', target: { kind: 'row' }, value }], () =>
        this.session.inSight.go(1),
      );
    };
    this.session.setDialog(row.parsed.kind === 'value' ? 'field' : 'row');
  }

  /** Turns to another trace of the row. */
  turn(by: 1 | -1): void {
    const length = this.traces.length + (this.answers.length > 0 ? 1 : 0);
    if (length === 0) return;
    const trace = (this.state.cursor.trace + by + length) % length;
    this.store.update({ cursor: { trace, step: this.dueIn(trace, 0) ?? 0 } });
  }

  /** Goes to another step, or to another answer. */
  move(by: 1 | -1): void {
    const { trace, step } = this.state.cursor;
    if (trace < this.traces.length) return this.session.move({ step: step + by });
    const to = Math.max(0, Math.min(step + by, this.answers.length - 1));
    this.store.update({ cursor: { trace, step: to } });
  }

  private async rule(label: Ruling): Promise<void> {
    const { current, inHand } = this;
    const target = this.session.targetAtCursor();
    if (!current || !inHand || target.kind === 'row') return;
    const over = [...inHand.said.values()].map(({ id }) => id);
    const decision: Decision = { what: 'adjudication', target, value: { label, over } };
    await this.session.decide([decision], () => this.afterRuling());
  }

  /** On to what is due next: in this trace, in another, in the next row. */
  private afterRuling(): void {
    const { trace, step } = this.state.cursor;
    const here = this.dueIn(trace, step + 1) ?? this.dueIn(trace, 0);
    if (here !== null) return this.store.update({ cursor: { trace, step: here } });
    const next = this.firstDueTrace();
    if (next) return this.store.update({ cursor: next });
    void this.session.inSight.go(1);
  }

  private firstDue(): Cursor {
    return this.firstDueTrace() ?? { trace: this.mostLabelled(), step: 0 };
  }

  private firstDueTrace(): Cursor | null {
    for (let trace = 0; trace <= this.traces.length; trace++) {
      const step = this.dueIn(trace, 0);
      if (step !== null) return { trace, step };
    }
    return null;
  }

  /** Nothing is due: then the trace that most people spoke of. */
  private mostLabelled(): number {
    const counts = this.traces.map(({ review }) => review.annotators.length);
    if (counts.every((count) => count === 0)) return this.answers.length > 0 ? counts.length : 0;
    return Math.max(0, counts.indexOf(Math.max(...counts)));
  }

  /** The first step from `from` on that is due; one past the last for the verdict. */
  private dueIn(trace: number, from: number): number | null {
    const review = this.traces[trace]?.review;
    const places = review ? [...review.steps, review.verdict] : this.answers;
    const found = places.findIndex(({ standing }, at) => at >= from && isDue(standing));
    return found === -1 ? null : found;
  }

  private decisionsOn({ packet }: LoadedRow): ReviewedDecision[] {
    const { underWay, opening } = this.state;
    const known = packet.review.map(({ decision }) => decision);
    const coming = underWay
      .filter(({ what }) => what === 'adjudication' || what === 'curation')
      .map((decision) => ({ ...decision, annotator: opening.annotator ?? '', id: NEWEST, time: '' }));
    return [...known, ...coming];
  }

  say(message: string): Promise<void> {
    return this.session.ask(() => Promise.reject(new Error(message)));
  }

  /** Goes to the first row once the queue is there (where nothing is disputed yet, once a colleague's log came), and asks for the agreement of the pair in sight. */
  private look(): void {
    const { view, queue, reviewFromStart, dialog } = this.state;
    if (dialog === null) this.session.onEdited = null; // the form was left
    this.own.look();
    if (view !== 'review') return;
    if (reviewFromStart && queue.query === DISPUTED && queue.underWay === null && queue.rows > 0) {
      this.store.update({ reviewFromStart: false });
      void this.goToFirst();
    }
    void this.askForAgreement();
  }

  private async goToFirst(): Promise<void> {
    const [first] = await this.host.list(0, 1, []);
    if (first) await this.session.inSight.show(first.number);
  }

  private async askForAgreement(): Promise<void> {
    const { answerInHand, current, state } = this;
    const names = answerInHand ? [...answerInHand.said.keys()].toSorted() : current?.review.annotators;
    const [first, second] = names ?? [];
    if (first === undefined || second === undefined) return;
    const asked = answerInHand && { scheme: answerInHand.scheme, question: answerInHand.question };
    const about = JSON.stringify([first, second, asked]);
    const version = `${about} ${state.listVersion}`;
    if (version === this.asked.version) return;
    const another = about !== this.asked.about;
    this.asked = { about, version };
    if (another) this.store.update({ agreement: null, answerAgreement: null }); // figures of one question are not those of the next
    const found = asked
      ? { answerAgreement: await this.host.answerAgreement([first, second], asked).catch(() => null) }
      : { agreement: await this.host.agreement([first, second]).catch(() => null) };
    if (version === this.asked.version) this.store.update(found);
  }
}
