import type { JsonPath } from '../row/json';
import { ANSWER_KEYS, PAGE_KEYS } from './page-keys';
import type { Question, Scheme } from './scheme';

/** Something in a scheme that its form allows and that makes no sense, by its path in the scheme. */
export interface SchemeFault {
  path: JsonPath;
  message: string;
}

export function schemeFaults(scheme: Scheme): SchemeFault[] {
  const { questions } = scheme;
  return [
    ...questions.flatMap((question, at) =>
      [...oneQuestion(question), ...conditionFaults(questions, at), ...sameId(questions, at)].map(
        (fault) => ({
          ...fault,
          path: ['questions', at, ...fault.path],
        }),
      ),
    ),
    ...questions.flatMap(({ kind, id }, at) =>
      kind === 'span' && !HAS_TEXT.has(scheme.target)
        ? [
            {
              path: ['questions', at, 'kind'],
              message: `“${id}” asks for a part of a text, and a ${scheme.target} is none: ask it of a step, problem, hint or concept.`,
            },
          ]
        : [],
    ),
    ...modeFaults(scheme),
  ];
}

/** What is one text, of which a part can be chosen. */
const HAS_TEXT: ReadonlySet<Scheme['target']> = new Set(['step', 'problem', 'hint', 'concept'] as const);

function sameId(questions: Question[], at: number): SchemeFault[] {
  const { id } = questions[at] ?? {};
  if (questions.findIndex((other) => other.id === id) === at) return [];
  return [{ path: ['id'], message: `Two questions are called “${id}”.` }];
}

function oneQuestion(question: Question): SchemeFault[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return [...keyFaults(question.values), ...sameValues(question.values)];
    case 'span':
      return [...keyFaults(question.values ?? []), ...sameValues(question.values ?? [])];
    case 'rating':
    case 'rubric': {
      const { from, to } = question;
      const size = to - from + 1;
      if (size >= 2 && size <= 10) return [];
      const message = `From ${from} to ${to} there are ${Math.max(size, 0)} grades: 2 to 10 have keys.`;
      return [{ path: ['to'], message }];
    }
    case 'taxonomy':
      if (question.catalogue !== undefined || question.values.length > 0) return sameValues(question.values);
      return [{ path: ['kind'], message: 'A taxonomy has `values`, or a `catalogue` that they come from.' }];
    case 'yes-no':
    case 'text':
      return [];
  }
}

function sameValues(values: readonly { value: string }[]): SchemeFault[] {
  return values.flatMap(({ value }, at) =>
    values.findIndex((other) => other.value === value) === at
      ? []
      : [{ path: ['values', at, 'value'], message: `Two answers are called “${value}”.` }],
  );
}

type Keyed = readonly Extract<Question, { kind: 'choice' }>['values'][number][];

function keyFaults(values: Keyed): SchemeFault[] {
  if (values.length > ANSWER_KEYS.length) {
    const message = `There are ${values.length} values and ${ANSWER_KEYS.length} keys: make it a taxonomy.`;
    return [{ path: ['values'], message }];
  }
  const named = new Set(values.map(({ key }) => key));
  const free = ANSWER_KEYS.filter((key) => !named.has(key)).join(' ');
  return values.flatMap(({ key, value }, at) => {
    const path = ['values', at, 'key'];
    if (key === undefined) return [];
    const twin = values.slice(0, at).find((other) => other.key === key);
    if (twin) return [{ path, message: `“${twin.value}” has the key ${key} already; free are ${free}.` }];
    if (ANSWER_KEYS.includes(key)) return [];
    const does = PAGE_KEYS[key] ?? 'is taken';
    return [{ path, message: `The key ${key} ${does}, so “${value}” cannot have it; free are ${free}.` }];
  });
}

function conditionFaults(questions: Question[], at: number): SchemeFault[] {
  const when = questions[at]?.when;
  if (!when) return [];
  const path = ['when', 'question'];
  const other = questions.slice(0, at).find(({ id }) => id === when.question);
  if (!other) return [{ path, message: `No question before this one is called “${when.question}”.` }];
  const possible = answersTo(other);
  if (possible === null) return [{ path, message: `Nothing can depend on “${other.id}”, a ${other.kind}.` }];
  const wrong = [when.is].flat().filter((answer) => !possible.includes(answer));
  if (wrong.length === 0) return [];
  const message = `“${other.id}” is never ${wrong.map(String).join(', ')}: it is ${possible.map(String).join(', ')}.`;
  return [{ path: ['when', 'is'], message }];
}

/** The answers that a question can have; null where they are too many or its own. */
function answersTo(question: Question): (string | number | boolean)[] | null {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return question.values.map(({ value }) => value);
    case 'yes-no':
      return [true, false];
    case 'rating':
      return Array.from({ length: question.to - question.from + 1 }, (_, at) => question.from + at);
    case 'taxonomy':
      return question.catalogue === undefined ? question.values.map(({ value }) => value) : null;
    case 'rubric':
    case 'span':
    case 'text':
      return null;
  }
}

/** The first error is an answer to the first question; all steps before it have one as well. */
function modeFaults({ target, mode, before, questions }: Scheme): SchemeFault[] {
  if (mode === undefined) return [];
  if (target !== 'step') return [{ path: ['mode'], message: `A mode is for steps, not for a ${target}.` }];
  if (mode === 'per step') return [];
  const [first] = questions;
  if (first?.kind !== 'choice' || first.values.every(({ error }) => error !== true))
    return [
      { path: ['mode'], message: 'The first question is a choice, with an answer that has `"error": true`.' },
    ];
  if (before !== undefined && !first.values.some(({ value }) => value === before))
    return [{ path: ['before'], message: `The first question has no answer “${before}”.` }];
  return [];
}
