import { stepLabel } from '../decoders/labelled-steps';
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
import { told, traceRule } from './told-beside';
import type { Traced } from './told-beside';

/** Solutions in steps: lists of them, columns, one text that is labelled by steps, and answers to sub-questions. */
export function inferSteps(pool: FieldPool): InferredRule[] {
  return [...subQuestions(pool), ...listedSteps(pool), ...stepColumns(pool), ...labelledTexts(pool)];
}

/** Lists of steps, with the labels or the first error that stand beside them. */
function listedSteps(pool: FieldPool): InferredRule[] {
  const labels = pool.find(fieldNames.stepLabels, (field) => isListOfLabels(field));
  const steps =
    pool.take(
      fieldNames.steps,
      (field) =>
        (isListOfTexts(field) && (field.name !== 'completions' || labels !== null)) || isNumberedSteps(field),
    ) ?? pool.take([...fieldNames.solution, ...fieldNames.model], isNumberedSteps);
  if (!steps) return [];
  const index = labels ? null : pool.take(fieldNames.firstError, isStepIndex);
  const [numbers] = pool
    .like((field) => field !== labels && isListOfNumbers(field))
    .filter((field) => measureName.test(field.name) || isAsLong(field, steps));
  for (const field of [labels, numbers]) if (field) pool.remove(field);
  const beside = told(pool, steps, false);
  return [
    traceRule(steps, {
      ...beside,
      decoder: labels || numbers || !isListOfStrings(steps) ? 'labelled-steps' : 'step-list',
      ...listsBeside(labels, numbers),
      ...(index ? { firstErrorField: index.path } : {}),
    }),
  ];
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

function isListOfStepLabels(field: SurveyedField): boolean {
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
