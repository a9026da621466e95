import { inferImages } from './infer-images';
import { inferAnswers } from './infer-answers';
import { inferProblem } from './infer-problem';
import { inferTraces } from './infer-traces';
import { inferTranslations } from './infer-translations';
import { fieldNames, measureName } from './field-names';
import { isListOfStrings, isNumber, isObjectOfNumbers, isShortFact, isText } from './field-likeness';
import { FieldPool } from './field-pool';
import { decodeChoices } from '../decoders/choices';
import { isTranscript } from '../decoders/transcript';
import { isObject } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { RoleRule } from '../profile';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

/** Rules for the fields of a sample, by their names and by what their values are. */
export function inferredRules(fields: SurveyedField[]): InferredRule[] {
  const pool = new FieldPool(fields);
  const images = inferImages(pool);
  const choices = pool.takeAll(fieldNames.choice, holdsChoices);
  const columns = choices.length === 0 ? takeChoiceColumns(pool) : [];
  const transcript = takeTranscript(pool);
  const told = [images, transcript].some(hasProblem);
  const problem = told ? [] : inferProblem(pool);
  const traces = [...transcript, ...inferTraces(pool, told || problem.length > 0)];
  const answers = inferAnswers(pool, [images, problem, traces].some(hasProblem));
  const asked = [...problem, ...traces.filter(({ role }) => role === 'problem')];
  const translated = inferTranslations(pool, [...asked, ...answers]);
  const byPlace = choices.length > 0 && answers.length > 0 && answersArePlaces(fields, answers);
  return [
    ...problem,
    ...images,
    ...choiceRules(choices, byPlace),
    ...answers,
    ...columnRule(columns),
    ...translated,
    ...traces,
    ...placing(pool),
  ];
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
  const choices = known.choices ? [] : pool.takeAll(fieldNames.choice, holdsChoices);
  const answers = known.answers ? [] : inferAnswers(pool, true);
  const byPlace = choices.length > 0 && answers.length > 0 && answersArePlaces(fields, answers);
  const asked = known.problems.map((path): InferredRule => ({ role: 'problem', paths: [path], present: 0 }));
  const translated = inferTranslations(pool, asked);
  const traces = known.traces > 1 ? [] : inferTraces(pool, true);
  return [
    ...images,
    ...choiceRules(choices, byPlace),
    ...answers,
    ...translated,
    ...traces,
    ...placing(pool),
  ];
}

/** `A`, `B`, `C`, `D`, or `option_a`, `option_b`, ...: columns of short values, from A or 1 on. */
function takeChoiceColumns(pool: FieldPool): SurveyedField[] {
  for (const stem of ['', 'option ', 'choice ', 'opt ', 'answer ', 'option', 'choice', 'opt']) {
    for (const labels of ['abcdefgh', '12345678']) {
      if (stem === '' && labels.startsWith('1')) continue;
      const fields = labels.split('').map((label) => pool.find([stem + label], isShortFact));
      const count = fields.indexOf(null) === -1 ? fields.length : fields.indexOf(null);
      if (count < 3) continue;
      const columns = fields.slice(0, count).filter((field) => field !== null);
      for (const field of columns) pool.remove(field);
      return columns;
    }
  }
  return takeWrongAnswers(pool);
}

/** `Incorrect Answer 1`, `Incorrect Answer 2`, ... beside the right one, which stays to be the answer. */
function takeWrongAnswers(pool: FieldPool): SurveyedField[] {
  const wrong = pool.like(
    (field) => /^(?:incorrect|wrong) (?:answer|choice|option) \d$/.test(field.name) && isShortFact(field),
  );
  const right = pool.find(
    ['correct answer', 'right answer', 'correct choice', 'correct option'],
    isShortFact,
  );
  if (wrong.length === 0 || !right) return [];
  for (const field of wrong) pool.remove(field);
  return [...wrong, right];
}

function choiceRules(choices: SurveyedField[], answerIsPlace: boolean): InferredRule[] {
  return choices.map((field) => ruleFor(field, { role: 'choice', decoder: 'choices', answerIsPlace }));
}

function columnRule(columns: SurveyedField[]): InferredRule[] {
  const [first] = columns;
  if (!first) return [];
  const choiceFields = columns.map(({ path }) => path);
  return [ruleFor(first, { role: 'choice', decoder: 'choice-columns', choiceFields })];
}

/** What places a row: hints, concepts, numbers about it, and short facts. */
function placing(pool: FieldPool): InferredRule[] {
  const hints = pool.takeAll(fieldNames.hint, isTexts);
  const concepts = [
    ...pool.takeAll(fieldNames.concept, (field) => isTexts(field) || isListOfNamed(field)),
    ...pool.takeAll(fieldNames.fact, isListOfStrings),
  ];
  const measures = [...takeMeasures(pool, isObjectOfNumbers), ...takeMeasures(pool, isNumber)];
  return [
    ...hints.map((field) => ruleFor(field, { role: 'hint', decoder: 'texts' })),
    ...concepts.map((field) => ruleFor(field, { role: 'concept', decoder: 'texts' })),
    ...measures.map((field) => ruleFor(field, { role: 'measure', decoder: 'measures' })),
    ...pool.takeAll(fieldNames.fact, isShortFact).map((field) => ruleFor(field, { role: 'fact' })),
  ];
}

function takeMeasures(pool: FieldPool, holds: (field: SurveyedField) => boolean): SurveyedField[] {
  const measures = pool.like((field) => measureName.test(field.name) && holds(field));
  for (const field of measures) pool.remove(field);
  return measures;
}

function holdsChoices(field: SurveyedField): boolean {
  const filled = field.values.filter((value) => !(Array.isArray(value) && value.length === 0));
  return mostly({ ...field, values: filled }, (value) => {
    const rule = { role: 'choice', decoder: 'choices', dialect: 'markdown' } as RoleRule;
    return decodeChoices({ value, path: field.path, row: null, rule }) !== null;
  });
}

/** Numbers from 0 on, all small: MMLU counts its choices so. */
function answersArePlaces(fields: SurveyedField[], answers: InferredRule[]): boolean {
  const named = new Set(answers.flatMap(({ paths }) => paths.map(String)));
  return fields
    .filter(({ path }) => named.has(String(path)))
    .every((field) =>
      mostly(field, (value) => isPlace(value) || (Array.isArray(value) && value.every(isPlace))),
    );
}

function isPlace(value: Json): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10;
}

/** `[{"id": "k1", "name": "Fractions"}]` */
function isListOfNamed(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((each) => isObject(each) && typeof each['name'] === 'string'),
  );
}

function isTexts(field: SurveyedField): boolean {
  return isText(field) || isListOfStrings(field);
}

function hasProblem(rules: InferredRule[]): boolean {
  return rules.some(
    ({ role, decoder }) => role === 'problem' || decoder === 'messages' || decoder === 'transcript',
  );
}
