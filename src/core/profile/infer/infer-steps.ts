import type { Json } from '../../row/json';
import { isObject } from '../../row/json';
import { stepLabel } from '../decoders/step-label';
import { stepKeys } from '../decoders/step-members';
import { stepsInText } from '../decoders/steps-in-text';
import {
  isListOfAsked,
  isListOfLabels,
  isListOfNumbers,
  isListOfStrings,
  isListOfTexts,
  isNumberedSteps,
  isStepIndex,
  isText,
} from './field-likeness';
import { fieldNames, measureName } from './field-names';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { REMARKS, told, traceRule } from './told-beside';
import type { Traced } from './told-beside';

/** Solutions in steps: lists of them, columns, one text that is labelled by steps, and answers to sub-questions. */
export function inferSteps(pool: FieldPool): InferredRule[] {
  return [...subQuestions(pool), ...listedSteps(pool), ...stepColumns(pool), ...labelledTexts(pool)];
}

/** Lists of steps, with the labels or the first error that stand beside them. */
function listedSteps(pool: FieldPool): InferredRule[] {
  const named = pool.find(fieldNames.stepLabels, (field) => isListOfLabels(field));
  const steps =
    pool.take(
      fieldNames.steps,
      (field) =>
        (isListOfTexts(field) && (field.name !== 'completions' || named !== null)) || isNumberedSteps(field),
    ) ??
    pool.take(
      [...fieldNames.solution, ...fieldNames.model],
      (field) => isNumberedSteps(field) || isInParts(field),
    );
  if (!steps) return [];
  const labels = named ?? labelsBeside(pool, steps);
  const index = labels ? null : pool.take(fieldNames.firstError, isErrorPlace);
  const [numbers] = pool
    .like((field) => field !== labels && isListOfNumbers(field))
    .filter((field) => measureName.test(field.name) || isAsLong(field, steps));
  for (const field of [labels, numbers]) if (field) pool.remove(field);
  const wrong = labels || index ? null : pool.take(fieldNames.wrongSteps, isListOfStepNumbers);
  const beside = told(pool, steps, false);
  const judged =
    [labels, numbers, index, wrong].some((field) => field) || beside.answerRightField !== undefined;
  const own = isInParts(steps) && !judged ? { traceKind: 'reference' as const } : {};
  return [
    traceRule(steps, {
      ...beside,
      ...own,
      decoder: labels || numbers || wrong || !isListOfStrings(steps) ? 'labelled-steps' : 'step-list',
      ...listsBeside(labels, numbers),
      ...(wrong ? { wrongStepsField: wrong.path } : {}),
      ...(index ? firstErrorIn(index, steps, pool) : {}),
    }),
  ];
}

/** A `label` that is a text is a verdict or an answer. */
function isErrorPlace(field: SurveyedField): boolean {
  return isStepIndex(field) && (field.name !== 'label' || field.kind === 'number');
}

/** Numbers of steps, from 1 on; none where no step is wrong. */
function isListOfStepNumbers(field: SurveyedField): boolean {
  return field.values.every((value) => Array.isArray(value) && value.every(isStepNumber));
}

function isStepNumber(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

/** `process_correctness`: one verdict for each of the steps, by whatever name. */
function labelsBeside(pool: FieldPool, steps: SurveyedField): SurveyedField | null {
  const said = /correct|verdict|label|judge?ment|annotation|human|gold/;
  const [found] = pool.like(
    (field) => said.test(field.name) && isListOfStepLabels(field) && isAsLong(field, steps),
  );
  return found ?? null;
}

const ONE_SOLUTION = new Set([
  'solution',
  'rationale',
  'explanation',
  'reasoning',
  'cot',
  'chain of thought',
  'proof',
  'derivation',
  'contents',
]);

/** A list under the name of one solution whose texts lead up to the last of them: its steps, and not several solutions. */
function isInParts(field: SurveyedField): boolean {
  if (!ONE_SOLUTION.has(field.name) || !(isListOfStrings(field) || isListOfTitled(field))) return false;
  const lists = field.values.filter((value) => Array.isArray(value));
  const longer = lists.filter((list) => list.length > 1);
  return longer.length > 0.5 * lists.length && longer.every(leadsUp);
}

function leadsUp(texts: Json[]): boolean {
  return texts.slice(0, -1).every((each) => {
    const key = stepKeys(each)?.text;
    const text = isObject(each) && key !== undefined ? each[key] : each;
    return typeof text === 'string' && !ENDS_OR_PARTS.test(text);
  });
}

/** `[{"title": "Divide", "content": "..."}]`, `[{"step": 1, "text": "..."}]` */
function isListOfTitled(field: SurveyedField): boolean {
  return (
    isListOfTexts(field) &&
    mostly(
      field,
      (value) =>
        Array.isArray(value) && value.every((each) => isObject(each) && TITLES.some((key) => key in each)),
    )
  );
}

const TITLES = ['title', 'heading', 'step', 'step_number', 'step_id', 'step_no'];

/** A solution that ends, or one of several paragraphs. */
const ENDS_OR_PARTS = /\\f?boxed|\n\s*\n|####|(?:final )?answer is\b/i;

/** Where the first error is; counted from 1 where a number is that of the last step, and what is said of it. */
function firstErrorIn(index: SurveyedField, steps: SurveyedField, pool: FieldPool): Traced {
  const lengths = steps.values.map((value) => (Array.isArray(value) ? value.length : null));
  const places = index.values.map(Number);
  const isLast = places.some((place, at) => place === lengths[at] && lengths.length === places.length);
  const remarks = pool.takeAll(REMARKS, isText);
  return {
    firstErrorField: index.path,
    ...(isLast && !places.includes(0) ? { firstErrorFrom: 1 } : {}),
    ...(remarks.length > 0 ? { factFields: remarks.map(({ path }) => path) } : {}),
  };
}

function listsBeside(labels: SurveyedField | null, numbers: SurveyedField | undefined): Traced {
  return {
    ...(labels ? { labelsField: labels.path, zero: zeroIn(labels) } : {}),
    ...(numbers ? { stepNumbersField: numbers.path } : {}),
  };
}

/** Where -1 is wrong, 0 is neither right nor wrong. */
function zeroIn({ values }: SurveyedField): 'bad' | 'neutral' {
  return values.some((value) => Array.isArray(value) && value.includes(-1)) ? 'neutral' : 'bad';
}

/** Two lists of the same length in every row that has them. */
function isAsLong({ values }: SurveyedField, other: SurveyedField): boolean {
  return (
    values.length === other.values.length &&
    values.every((value, at) => {
      const beside = other.values[at];
      return Array.isArray(value) && Array.isArray(beside) && value.length === beside.length;
    })
  );
}

/** `step_1`, `step_2`, ...: one solution. */
function stepColumns(pool: FieldPool): InferredRule[] {
  const columns = pool
    .like((field) => field.path.length === 1 && isText(field) && /^step ?\d{1,2}$/.test(field.name))
    .toSorted((a, b) => numberIn(a) - numberIn(b));
  const [first] = columns;
  if (!first || columns.length < 2) return [];
  for (const field of columns) pool.remove(field);
  const stageFields = columns.map(({ path }) => path);
  return [traceRule(first, { decoder: 'stages', author: 'steps', traceKind: 'model', stageFields })];
}

function numberIn({ name }: SurveyedField): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

/** A whole response, with a list of labels or of scores that has an element for each of its steps. */
function labelledTexts(pool: FieldPool): InferredRule[] {
  const listed = pool.like((field) => isListOfTexts(field) && !isListOfLabels(field));
  const lists = pool
    .like((field) => isListOfStepLabels(field) || isListOfScores(field))
    .filter((list) => !listed.some((texts) => isAsLong(list, texts))); // those are of the texts, not of steps
  if (lists.length === 0) return [];
  const texts = pool
    .like(isText)
    .map((field) => ({ field, fitting: lists.filter((list) => fits(field, list)) }));
  const [found] = texts.filter(({ fitting }) => fitting.length > 0);
  if (!found) return [];
  const { field, fitting } = found;
  const labels = fitting.find(isListOfStepLabels) ?? null;
  const numbers = fitting.find((list) => list !== labels && isListOfNumbers(list));
  for (const each of [field, ...fitting]) pool.remove(each);
  return [
    traceRule(field, {
      ...told(pool, field, false),
      decoder: 'labelled-steps',
      ...listsBeside(labels, numbers),
    }),
  ];
}

/** A list that says of each of some steps whether it is right. */
export function isListOfStepLabels(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => Array.isArray(value) && value.length > 0 && value.every((each) => isStepLabel(each)),
  );
}

function isStepLabel(value: SurveyedField['values'][number]): boolean {
  return stepLabel(value, 'bad') !== null && !(typeof value === 'number' && Math.abs(value) > 1);
}

function isListOfScores(field: SurveyedField): boolean {
  return (
    isListOfNumbers(field) && (measureName.test(field.name) || fieldNames.stepLabels.includes(field.name))
  );
}

/** A single step is no evidence: a response with one score has that of the whole. */
function fits(text: SurveyedField, list: SurveyedField): boolean {
  if (text.values.length !== list.values.length) return false;
  const several = text.values.map((value, at) => ({ value, listed: list.values[at] })).filter(isOfSeveral);
  const fitting = several.filter(
    ({ value, listed }) => stepsInText([], value, 'markdown', listed.length) !== null,
  );
  return several.length > 0 && fitting.length >= 0.8 * several.length;
}

interface Beside {
  value: SurveyedField['values'][number];
  listed: SurveyedField['values'][number] | undefined;
}

function isOfSeveral(beside: Beside): beside is { value: string; listed: SurveyedField['values'] } {
  return typeof beside.value === 'string' && Array.isArray(beside.listed) && beside.listed.length > 1;
}

/** Sub-questions with their answers, in one list or in two: a solution. Without answers they are hints. */
function subQuestions(pool: FieldPool): InferredRule[] {
  const pairs = pool.take(fieldNames.subQuestions, isListOfAsked);
  const reference = { decoder: 'labelled-steps', traceKind: 'reference' } as const;
  if (pairs) return [traceRule(pairs, { ...reference, author: String(pairs.path.at(-1)) })];
  const questions = pool.take(fieldNames.subQuestions, isListOfStrings);
  if (!questions) return [];
  const answers = pool.take(
    fieldNames.subAnswers,
    (field) => isListOfStrings(field) && isAsLong(field, questions),
  );
  if (!answers) return [ruleFor(questions, { role: 'hint', decoder: 'texts' })];
  pool.remove(questions);
  return [
    traceRule(answers, {
      ...reference,
      author: String(answers.path.at(-1)),
      questionsField: questions.path,
    }),
  ];
}
