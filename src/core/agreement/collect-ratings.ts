import type { AnswerDecision, SignedDecision } from '../annotation/event';
import { isAnswer, isStepLabel } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import { answeredFirstErrors } from './answered-first-errors';
import type { ErrorAnswers, FirstError } from './answered-first-errors';
import { isInWords, NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import type { Level, RatingTable } from './rating-table';

/** What annotators can agree on. */
export type About = 'step label' | 'verdict' | 'first error' | AnswerName;
/** A scheme and one of its questions. */
type AnswerName = `${string}/${string}`;

/** One thing that was rated, with each annotator's last word on it. */
export interface RatedItem {
  row: string;
  /** The part of the row that was rated, by a name that is its own there. */
  place: string;
  said: Map<string, { category: string; time: string }>;
}

export interface Question {
  about: About;
  level: Level;
  /** In their order, where they have one. */
  categories: string[];
  /** The grades as numbers: people may have given 1, 2 and 5 only. */
  values?: number[];
  /** In the order in which they were first rated. */
  items: RatedItem[];
  /** Ratings that take no side (`unsure`), and are in no item. */
  unsure: number;
}

/** Takes no side, as a label and as an answer of that name. */
const UNSURE = 'unsure';
const STEP_LABELS = ['bad', 'neutral', 'good'];
const VERDICTS = ['wrong', 'right-answer-wrong-reasoning', 'right'];
export const NO_ERROR = 'none';

/**
 * What stands of everybody's labels, as ratings of the same items. A step or trace whose text changed between two annotators is two
 * items: they did not see the same. `errors`: the answers that are first errors, of schemes that ask for them.
 */
export function collectRatings(
  rows: Iterable<readonly SignedDecision[]>,
  errors: readonly ErrorAnswers[] = [],
  words: WordQuestions = NO_WORD_QUESTIONS,
): Question[] {
  const steps = new Items();
  const verdicts = new Items();
  const firstErrors = new Items();
  const answers = new Map<AnswerName, Items>();
  const answered = errors.map((of) => ({ of, items: new Items() }));
  let unsure = 0;
  for (const standing of rows) {
    for (const decision of standing) {
      if (decision.what === 'verdict') verdicts.add(decision, placeOf(decision.target), decision.value);
      if (isAnswer(decision) && !isInWords(decision, words)) addAnswer(decision, answers);
      if (!isStepLabel(decision)) continue;
      if (decision.value === UNSURE) unsure++;
      else steps.add(decision, placeOf(decision.target), decision.value);
    }
    addFirstErrors(standing, firstErrors);
    for (const { of, items } of answered)
      for (const each of answeredFirstErrors(standing, of)) addFirstError(each, items);
  }
  return [
    { about: 'step label', level: 'ordinal', categories: STEP_LABELS, items: steps.list, unsure },
    { about: 'verdict', level: 'nominal', categories: VERDICTS, items: verdicts.list, unsure: 0 },
    firstErrorQuestion(FIRST_ERROR, firstErrors),
    ...[...answers].map(([about, { list }]) => answerQuestion(about, list)),
    ...answered.flatMap(({ of, items }) =>
      items.list.length > 0 ? [firstErrorQuestion(`${of.scheme}/${FIRST_ERROR}`, items)] : [],
    ),
  ];
}

const FIRST_ERROR = 'first error';

/** Whether ratings are of which step has the first error. */
export function isFirstError(about: About): boolean {
  return about === FIRST_ERROR || about.endsWith(`/${FIRST_ERROR}`);
}

function firstErrorQuestion(about: About, { list: items }: Items): Question {
  return { about, level: 'nominal', categories: placesIn(items), items, unsure: 0 };
}

/** Grades and single values are compared; several at once and words of one's own are not. */
function addAnswer(decision: SignedDecision & AnswerDecision, answers: Map<AnswerName, Items>): void {
  const { scheme, question, target, value } = decision;
  if (value === null || Array.isArray(value) || value === UNSURE) return;
  const about: AnswerName = `${scheme}/${question}`;
  const items = answers.get(about) ?? new Items();
  answers.set(about, items);
  items.add(decision, placeOf(target), categoryOf(value));
}

function categoryOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** Grades have an order, which counts; other answers have none. */
function answerQuestion(about: AnswerName, items: RatedItem[]): Question {
  const said = items.flatMap(({ said }) => [...said.values()].map(({ category }) => category));
  const categories = [...new Set(said)];
  const graded = categories.every((category) => /^\d+$/.test(category));
  const common = { about, items, unsure: 0 };
  if (!graded) return { ...common, level: 'nominal', categories: categories.toSorted() };
  const inOrder = categories.toSorted((a, b) => Number(a) - Number(b));
  return { ...common, level: 'ordinal', categories: inOrder, values: inOrder.map(Number) };
}

/** The ratings of items of a question as a table, by annotators in the given order. */
export function tableOf(
  items: readonly RatedItem[],
  { categories, values }: Pick<Question, 'categories' | 'values'>,
  annotators: string[],
): RatingTable {
  const index = new Map(categories.map((category, at) => [category, at]));
  const ratings = items.map(({ said }) =>
    annotators.map((annotator) => index.get(said.get(annotator)?.category ?? '') ?? null),
  );
  return { annotators, categories, values, ratings };
}

class Items {
  private readonly byKey = new Map<string, RatedItem>();

  get list(): RatedItem[] {
    return [...this.byKey.values()];
  }

  add(decision: SignedDecision, place: string, category: string): void {
    const { row, annotator, time, text } = decision;
    const key = JSON.stringify([row.key, text ?? row.hash, place]);
    const item: RatedItem = this.byKey.get(key) ?? { row: row.key, place, said: new Map() };
    this.byKey.set(key, item);
    item.said.set(annotator, { category, time });
  }
}

/**
 * Each annotator's first bad step of each trace, counted from 1. None found counts once the trace was judged: before that its
 * end may not have been read. Where an annotator joined steps of the dataset to the bad one, which of them it is is not told: that
 * first error is in no item.
 */
function addFirstErrors(standing: readonly SignedDecision[], items: Items): void {
  const found = new Map<
    string,
    { decision: SignedDecision; trace: string; step: number | null; untold?: boolean }
  >();
  for (const decision of standing) {
    if (!isStepLabel(decision) && decision.what !== 'verdict') continue;
    const { trace } = decision.target;
    const key = JSON.stringify([decision.annotator, trace]);
    const known = found.get(key);
    const step = decision.what === 'label' && decision.value === 'bad' ? decision.target.step : null;
    if (step !== null && (known?.step ?? Infinity) > step)
      found.set(key, { decision, trace, step, untold: joinedSteps(decision) });
    else if (decision.what === 'verdict' && !known) found.set(key, { decision, trace, step: null });
  }
  for (const { decision, trace, step, untold } of found.values()) {
    if (!untold) addFirstError({ decision, trace, step }, items);
  }
}

function addFirstError({ decision, trace, step }: FirstError, items: Items): void {
  const whole = { ...decision, text: decision.row.hash }; // a trace of another version of the row may have other steps
  items.add(whole, placeOf({ kind: 'trace', trace }), step === null ? NO_ERROR : String(step + 1));
}

/** Whether the bad step of a decision is several steps of the dataset. */
function joinedSteps(decision: SignedDecision): boolean {
  if (!isStepLabel(decision) || decision.value !== 'bad') return false;
  const { step, piece } = decision.target;
  return piece !== undefined && piece.to.step !== step;
}

function placesIn(items: readonly RatedItem[]): string[] {
  const steps = items.flatMap(({ said }) => [...said.values()].map(({ category }) => category));
  const numbers = [...new Set(steps)].filter((step) => step !== NO_ERROR).map(Number);
  return [NO_ERROR, ...numbers.toSorted((a, b) => a - b).map(String)];
}
