import type { SpanAnswer } from '../src/core/annotation/event';
import { positionOf } from '../src/core/cut/step-target';
import type { SourceText } from '../src/core/profile/reading';
import { pathText } from '../src/core/row/json';
import type { TargetAnswers } from '../src/core/scheme/answers';
import { spansIn } from '../src/core/scheme/asked-questions';
import type { AnswerValue, AskedQuestion } from '../src/core/scheme/asked-questions';
import { spanUnits } from '../src/core/scheme/span-units';
import type { SpanUnit } from '../src/core/scheme/span-units';
import {
  firstPlace,
  growSpan,
  placeOfSpan,
  shrinkSpan,
  spanAt,
  stepSpan,
  stretchSpan,
} from '../src/core/scheme/span-walk';
import type { SpanPlace } from '../src/core/scheme/span-walk';
import type { SpanInHand } from './page-state';
import type { Session } from './session';
import type { Store } from './store';

/** What is asked, and where the answer goes. */
interface Asking {
  readonly question: AskedQuestion | null;
  readonly current: TargetAnswers | null;
  decide(question: string, value: AnswerValue | null, then: () => void | Promise<void>): Promise<void>;
  goOn(): void | Promise<void>;
  say(message: string): Promise<void>;
}

/** Choosing a span as the answer to a question: by walking the words and terms of a text, or by what the pointer marked. */
export class SpanSession {
  private readonly store: Store;
  private readonly session: Session;
  private readonly asking: Asking;

  constructor(store: Store, session: Session, asking: Asking) {
    this.store = store;
    this.session = session;
    this.asking = asking;
  }

  /** The texts of the part of the row that is asked about, of which a span can be chosen. */
  get texts(): SourceText[] {
    const target = this.asking.current?.target;
    const { reading } = this.session;
    switch (target?.kind) {
      case 'step': {
        const trace = reading.traces.find(({ id }) => id === target.trace);
        const step = trace?.steps[positionOf(trace, target)];
        return step ? [step, ...(step.joined ?? [])].map(({ source }) => source) : [];
      }
      case 'problem':
        return reading.problem.slice(target.at, target.at + 1);
      case 'hint':
      case 'concept': {
        const reference = (target.kind === 'hint' ? reading.hints : reading.concepts)[target.at];
        return reference?.kind === 'text' ? [reference.source] : [];
      }
      default:
        return [];
    }
  }

  /** The span in hand while one is chosen. */
  get inHand(): SpanAnswer | null {
    const { at } = this;
    const source = at && this.texts[at.text];
    const span = source && spanAt(spanUnits(source), at.place);
    if (!span) return null;
    const { start, end } = span;
    const text = source.text.slice(start, end);
    return { path: source.path, start: source.start + start, end: source.start + end, text };
  }

  /** Begins to choose: at the span that was chosen last, else at the first word. */
  begin(): void | Promise<void> {
    const { texts } = this;
    const { current, question } = this.asking;
    const last = question ? spansIn(current?.answers.get(question.id)).at(-1) : undefined;
    const found = texts.findIndex(
      ({ path, start, end }) =>
        last && pathText(path) === pathText(last.path) && last.start >= start && last.end <= end,
    );
    const source = texts[Math.max(0, found)];
    const units = source ? spanUnits(source) : [];
    const place =
      last && source && found !== -1
        ? placeOfSpan(units, last.start - source.start, last.end - source.start)
        : firstPlace(units);
    if (!place) return this.asking.say('There is no text here of which a part could be chosen.');
    this.put({ text: Math.max(0, found), place });
  }

  /** What the pointer marked in one of the texts is in hand; UTF-16 offsets in that text. */
  take(text: number, start: number, end: number): void {
    const source = this.texts[text];
    const place = source && placeOfSpan(spanUnits(source), start, end);
    if (place && this.asking.question?.way === 'span') this.put({ text, place });
  }

  /** Changes what is in hand. Behind the end of a text comes the next. */
  walk(how: keyof typeof WALKS): void {
    const { at, texts } = this;
    const source = at && texts[at.text];
    if (!source) return;
    const place = WALKS[how](spanUnits(source), at.place);
    const same = JSON.stringify(place) === JSON.stringify(at.place);
    const to = at.text + (how === 'next' ? 1 : -1);
    const other = same && (how === 'next' || how === 'previous') ? texts[to] : undefined;
    const first = other && firstPlace(spanUnits(other));
    this.put(first ? { text: to, place: first } : { text: at.text, place });
  }

  /** Gives the span in hand as the answer, or takes it back where it is one already. */
  async give(value: string | null): Promise<void> {
    const { inHand, asking } = this;
    const { question, current } = asking;
    if (!question || !current || !inHand) return;
    if (value === null && question.values.length > 0)
      return asking.say(`A key says what it is: ${question.values.map(({ key }) => key).join(' ')}.`);
    const span: SpanAnswer = value === null ? inHand : { ...inHand, value };
    const known = question.many ? spansIn(current.answers.get(question.id)) : [];
    const others = known.filter((each) => !isSamePlace(each, span));
    const again = known.some((each) => isSamePlace(each, span) && each.value === span.value);
    const spans = again ? others : [...others, span];
    const answer = spans.length > 0 ? spans : null;
    if (question.many) return asking.decide(question.id, answer, () => undefined);
    this.leave();
    await asking.decide(question.id, answer, () => asking.goOn());
  }

  /** Leaves the choosing; of several spans that were chosen it goes on. */
  end(): void | Promise<void> {
    const { question, current } = this.asking;
    this.leave();
    if (question?.many && current?.answers.has(question.id)) return this.asking.goOn();
  }

  leave(): void {
    this.put(null);
  }

  private get at(): SpanInHand | null {
    return this.store.state.asking.span;
  }

  private put(span: SpanInHand | null): void {
    this.store.update({ asking: { ...this.store.state.asking, span } });
  }
}

const WALKS = {
  next: (units: readonly SpanUnit[], place: SpanPlace) => stepSpan(units, place, 1),
  previous: (units: readonly SpanUnit[], place: SpanPlace) => stepSpan(units, place, -1),
  stretch: (units: readonly SpanUnit[], place: SpanPlace) => stretchSpan(units, place, 1),
  unstretch: (units: readonly SpanUnit[], place: SpanPlace) => stretchSpan(units, place, -1),
  grow: growSpan,
  shrink: shrinkSpan,
};

function isSamePlace(one: SpanAnswer, other: SpanAnswer): boolean {
  return one.start === other.start && one.end === other.end && pathText(one.path) === pathText(other.path);
}
