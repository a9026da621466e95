import type { SpanAnswer } from '../annotation/event';
import { ANSWER_KEYS } from './page-keys';
import type { NamedScheme, Question, Scheme } from './scheme';

/** A value as it stands in a log: what a choice, a grade, yes or no, several values, a text or parts of the text are. */
export type AnswerValue = string | number | boolean | string[] | SpanAnswer[];

export interface AskedValue {
  value: string | number | boolean;
  title: string;
  key: string;
  guideline: string;
  /** It ends the trace, where the first error does. */
  error: boolean;
}

/** One thing that is asked: a rubric is one for each of its criteria. */
export interface AskedQuestion {
  /** As in the log: `clarity`, or of a criterion `rubric/clarity`. */
  id: string;
  title: string;
  guideline: string;
  /** `one` and `several` are answered by keys, `pick` by some letters of a name, `text` by words, `span` by a part of the text. */
  way: 'one' | 'several' | 'pick' | 'text' | 'span';
  values: AskedValue[];
  catalogue: string | null;
  required: boolean;
  /** Whether why can, or must, be said as well. */
  rationale: 'optional' | 'required' | null;
  /** Whether several parts of the text can be chosen. */
  many: boolean;
  when: { question: string; is: readonly (string | number | boolean)[] } | null;
}

/** What a scheme asks, in its order, every value with its key. */
export function askedQuestions({ questions }: Pick<Scheme, 'questions'>): AskedQuestion[] {
  return questions.flatMap((question) => {
    const common = {
      title: question.title,
      guideline: question.guideline ?? '',
      required: question.required ?? question.kind !== 'text',
      when: question.when ? { question: question.when.question, is: [question.when.is].flat() } : null,
      catalogue: question.kind === 'taxonomy' ? (question.catalogue ?? null) : null,
      way: wayOf(question),
      rationale: question.kind === 'rubric' ? (question.rationale ?? null) : null,
      many: question.kind === 'span' && (question.many ?? false),
      values: valuesOf(question),
    };
    if (question.kind !== 'rubric') return [{ ...common, id: question.id }];
    return question.criteria.map(({ id, title, guideline, rationale }) => ({
      ...common,
      ...{ id: `${question.id}/${id}`, title, guideline: guideline ?? common.guideline },
      rationale: rationale ?? common.rationale,
    }));
  });
}

/** What an answer was asked by; undefined where its scheme, or the question, is gone. */
export function questionOf(
  { scheme: name, question }: { scheme: string; question: string },
  schemes: readonly NamedScheme[],
): AskedQuestion | undefined {
  const of = schemes.find((each) => each.name === name);
  return of && askedQuestions(of.scheme).find(({ id }) => id === question);
}

function wayOf({ kind }: Question): AskedQuestion['way'] {
  if (kind === 'several' || kind === 'text' || kind === 'span') return kind;
  return kind === 'taxonomy' ? 'pick' : 'one';
}

function valuesOf(question: Question): AskedValue[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return withKeys(question.values);
    case 'yes-no':
      return [plain(true, 'Yes', 'y'), plain(false, 'No', 'n')];
    case 'rating':
    case 'rubric':
      return grades(question);
    case 'taxonomy':
      return question.values.map(({ value, title, guideline }) => ({
        ...plain(value, title ?? value, ''),
        guideline: guideline ?? '',
      }));
    case 'span':
      return withKeys(question.values ?? []);
    case 'text':
      return [];
  }
}

function plain(value: AskedValue['value'], title: string, key: string): AskedValue {
  return { value, title, key, guideline: '', error: false };
}

/** Values that name no key get the next one that is free, digits first. */
function withKeys(values: readonly Extract<Question, { kind: 'choice' }>['values'][number][]): AskedValue[] {
  const named = new Set(values.map(({ key }) => key));
  const free = ANSWER_KEYS.filter((key) => !named.has(key));
  return values.map(({ value, title, key, guideline, error }) => ({
    ...{ value, title: title ?? value, key: key ?? free.shift() ?? '' },
    ...{ guideline: guideline ?? '', error: error ?? false },
  }));
}

/** A grade has its last digit for a key: 10 has 0. */
function grades({ from, to, values }: Extract<Question, { kind: 'rating' | 'rubric' }>): AskedValue[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
    const value = from + at;
    const { title, guideline = '' } = values.find((each) => each.value === value) ?? {};
    return { ...plain(value, title ?? '', String(value % 10)), guideline };
  });
}

/** The parts of the text that an answer has chosen; none where it is another answer. */
export function spansIn(answer: AnswerValue | null | undefined): SpanAnswer[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'object') : [];
}

/** An answer's values as texts: those of several, else the one. Parts of the text are told by what they were said to be. */
export function valuesIn(answer: AnswerValue): (string | number | boolean)[] {
  if (!Array.isArray(answer)) return [answer];
  return answer.flatMap((each) => (typeof each === 'string' ? [each] : (each.value ?? [])));
}

/** An answer in its own words: of parts of the text these. */
export function answerText(answer: AnswerValue): string {
  const spans = spansIn(answer).map(({ text, value }) => (value === undefined ? text : `${value}: ${text}`));
  return (spans.length > 0 ? spans : valuesIn(answer)).join(', ');
}
