import { inferImages } from './infer-images';
import { inferAnswers } from './infer-answers';
import { choiceRules, firstPlace, NO_CHOICES, takeChoices } from './infer-choices';
import type { FoundChoices } from './infer-choices';
import { inferLibrary } from './infer-library';
import { inferProblem } from './infer-problem';
import { inferTraces } from './infer-traces';
import { inferTranslations } from './infer-translations';
import { takeTurnColumns } from './infer-turns';
import { fieldNames, measureName } from './field-names';
import { isListOfStrings, isNumber, isObjectOfNumbers, isShortFact, isText } from './field-likeness';
import { FieldPool } from './field-pool';
import { nameKeyOf } from '../decoders/text';
import { isTranscript } from '../decoders/transcript';
import { isObject } from '../../row/json';
import type { JsonPath } from '../../row/json';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

/** Rules for the fields of a sample, by their names and by what their values are. */
export function inferredRules(fields: SurveyedField[]): InferredRule[] {
  const pool = new FieldPool(fields);
  const images = inferImages(pool);
  const choices = takeChoices(pool);
  const transcript = [...takeTurnColumns(pool), ...takeTranscript(pool)];
  const told = [images, transcript].some(hasProblem);
  const library = told ? [] : inferLibrary(pool);
  if (library.length > 0) return [...images, ...library, ...placing(pool)];
  const problem = told ? [] : inferProblem(pool);
  const traces = [...transcript, ...inferTraces(pool, told || problem.length > 0)];
  const answers = [
    ...traces.filter(({ role }) => role === 'answer'),
    ...takeAnswers(pool, [images, problem, traces].some(hasProblem), choices, traces),
  ];
  const asked = [...problem, ...traces.filter(({ role }) => role === 'problem')];
  const translated = inferTranslations(pool, [...asked, ...answers]);
  return [
    ...problem,
    ...images,
    ...answers,
    ...choiceRules(choices, fields, answers),
    ...translated,
    ...traces.filter(({ role }) => role !== 'answer'),
    ...placing(pool),
  ];
}

/** The answer; where there is none, the place of the right choice, counted from 0. */
function takeAnswers(
  pool: FieldPool,
  problemFound: boolean,
  choices: FoundChoices,
  traces: InferredRule[],
): InferredRule[] {
  const answers = inferAnswers(pool, problemFound, traces);
  if (answers.length > 0) return answers;
  const place = pool.take(fieldNames.place, (field) => firstPlace(field, choices) === 0);
  return place ? [ruleFor(place, { role: 'answer', decoder: 'answer' })] : [];
}

const WHOLE_TEXTS = [
  'text',
  'content',
  'sample',
  'conversation',
  'dialogue',
  'chat',
  'formatted',
  'prompt',
  'input',
  'response',
];

/** A whole dialogue in one text, where no other field has the problem. */
function takeTranscript(pool: FieldPool): InferredRule[] {
  if (pool.find(['question', 'problem'], isText)) return [];
  const field = pool.take(WHOLE_TEXTS, (each) =>
    mostly(each, (value) => typeof value === 'string' && isTranscript(value)),
  );
  return field ? [ruleFor(field, { role: 'trace', decoder: 'transcript', author: 'assistant' })] : [];
}

/** What a known profile reads of the rows. */
interface Known {
  problems: JsonPath[];
  answers: boolean;
  choices: boolean;
  /** The most traces that a row has. */
  traces: number;
}

/** Rules for the fields that a known profile does not name, for what it does not read already. */
export function furtherRules(fields: SurveyedField[], known: Known): InferredRule[] {
  const pool = new FieldPool(fields);
  const images = inferImages(pool).filter(({ role }) => role === 'medium' || role === 'region');
  const choices = known.choices ? NO_CHOICES : takeChoices(pool);
  const answers = known.answers ? [] : inferAnswers(pool, true);
  const asked = known.problems.map((path): InferredRule => ({ role: 'problem', paths: [path], present: 0 }));
  const translated = inferTranslations(pool, asked);
  const traces = known.traces > 1 ? [] : inferTraces(pool, true, known.traces);
  return [
    ...images,
    ...answers,
    ...choiceRules(choices, fields, answers),
    ...translated,
    ...traces,
    ...placing(pool),
  ];
}

/** What places a row: what a model was told, hints, concepts, numbers about it, and short facts. */
function placing(pool: FieldPool): InferredRule[] {
  const hints = [
    ...pool.takeAll(
      fieldNames.hint,
      (field) => isTexts(field) || isListOfNamed(field) || isNamedTexts(field),
    ),
    ...takeHintColumns(pool),
  ];
  const concepts = [
    ...pool.takeAll(
      fieldNames.concept,
      (field) => isTexts(field) || isListOfNamed(field) || isNamedTexts(field),
    ),
    ...pool.takeAll(fieldNames.fact.filter(isSubject), isListOfStrings),
  ];
  const measures = [...takeMeasures(pool, isObjectOfNumbers), ...takeMeasures(pool, isNumber)];
  const told = pool.takeAll(['system', 'system prompt', 'system message'], isText);
  return [
    ...told.map((field) => ruleFor(field, { role: 'context' })),
    ...hints.map((field) => ruleFor(field, { role: 'hint', decoder: 'texts' })),
    ...concepts.map((field) => ruleFor(field, { role: 'concept', decoder: 'texts' })),
    ...measures.map((field) => ruleFor(field, { role: 'measure', decoder: 'measures' })),
    ...pool.takeAll(fieldNames.fact, isShortFact).map((field) => ruleFor(field, { role: 'fact' })),
  ];
}

/** Lists of where a row is from, or of who made it, are no concepts. */
function isSubject(name: string): boolean {
  return !/source|dataset|split|model|generator|licen[cs]e|\bid\b|lang|country|year/.test(name);
}

function takeMeasures(pool: FieldPool, holds: (field: SurveyedField) => boolean): SurveyedField[] {
  const measures = pool.like((field) => measureName.test(field.name) && holds(field));
  for (const field of measures) pool.remove(field);
  return measures;
}

/** `hint_1`, `hint_2`, ... */
function takeHintColumns(pool: FieldPool): SurveyedField[] {
  const hints = pool.like((field) => /^hint ?\d{1,2}$/.test(field.name) && isText(field));
  for (const field of hints) pool.remove(field);
  return hints;
}

/** `[{"id": "k1", "name": "Fractions"}]`, `[{"text": "Divide."}]` */
function isListOfNamed(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => Array.isArray(value) && value.length > 0 && value.every((each) => nameKeyOf(each) !== null),
  );
}

/** `{"1": "Divide.", "2": "Simplify."}`: texts, or lists of them, by names of their own. */
function isNamedTexts(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) =>
      isObject(value) &&
      Object.keys(value).length > 0 &&
      Object.values(value)
        .flat()
        .every((each) => typeof each === 'string'),
  );
}

function isTexts(field: SurveyedField): boolean {
  return isText(field) || isListOfStrings(field);
}

/** A dialogue holds the problem. */
const DIALOGUES: ReadonlySet<string> = new Set(['messages', 'transcript', 'turn-columns']);

function hasProblem(rules: InferredRule[]): boolean {
  return rules.some(holdsProblem);
}

export function holdsProblem({ role, decoder = 'text' }: InferredRule): boolean {
  return role === 'problem' || DIALOGUES.has(decoder);
}
