import { decodeChoices } from '../decoders/choices';
import { nameKeyOf } from '../decoders/text';
import type { RoleRule } from '../profile';
import { isListOfStrings, isShortFact } from './field-likeness';
import { fieldNames } from './field-names';
import type { FieldPool } from './field-pool';
import { isGraders, mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

/** What was found of choices: fields that hold all of them, or a column for each. */
export interface FoundChoices {
  listed: SurveyedField[];
  columns: ChoiceField[];
}

/** A field, or a place in one, that holds a choice. */
type ChoiceField = Pick<SurveyedField, 'path' | 'values'>;

export const NO_CHOICES: FoundChoices = { listed: [], columns: [] };

export function takeChoices(pool: FieldPool): FoundChoices {
  const named = pool.takeAll(fieldNames.choice, holdsChoices);
  const inLanguage = named.length === 0 ? pool.takeInLanguage(fieldNames.choice, holdsChoices) : null;
  const listed = [
    ...named,
    ...(inLanguage ? [inLanguage] : []),
    ...pool.takeAll(['answers'], isMarked),
    ...takePlaced(pool),
  ];
  return { listed, columns: listed.length === 0 ? takeChoiceColumns(pool) : [] };
}

function holdsChoices(field: SurveyedField): boolean {
  if (isGraders(field)) return false;
  const filled = field.values.filter((value) => !(Array.isArray(value) && value.length === 0));
  return mostly({ ...field, values: filled }, (value) => {
    const rule = { role: 'choice', decoder: 'choices', dialect: 'markdown' } as RoleRule;
    return decodeChoices({ value, path: field.path, row: null, rule }) !== null;
  });
}

/** `[{"text": "30", "correct": true}, {"text": "8", "correct": false}]`: short answers of which some are right. */
function isMarked(field: SurveyedField): boolean {
  return mostly(field, (value) => {
    const rule = { role: 'choice', decoder: 'choices', dialect: 'markdown' } as RoleRule;
    const { choices = [] } = decodeChoices({ value, path: field.path, row: null, rule }) ?? {};
    return (
      choices.length > 1 && choices.every(({ right, source }) => right !== null && source.text.length <= 200)
    );
  });
}

/** ReClor: `answers` of which `label` counts the right one. */
function takePlaced(pool: FieldPool): SurveyedField[] {
  const place = pool.find(fieldNames.place, (field) => field.kind === 'number');
  const counts = (field: SurveyedField) =>
    place !== null && isListOfShorts(field) && firstPlace(place, { listed: [field], columns: [] }) !== null;
  return pool.takeAll(['answers', 'endings', 'candidates'], counts);
}

/** At least two texts in each row, and as many in all. */
function isListOfShorts({ values }: SurveyedField): boolean {
  const lengths = new Set(values.map((value) => (Array.isArray(value) ? value.length : 0)));
  const [length = 0] = lengths;
  return (
    lengths.size === 1 &&
    length > 1 &&
    values.flat().every((value) => typeof value === 'string' && value.length <= 400)
  );
}

/** `A`, `B`, `C`, `D`, or `option_a`, `option_b`, ...: columns of short values, from A or 1 on. */
function takeChoiceColumns(pool: FieldPool): ChoiceField[] {
  for (const stem of ['', ...stemsOfChoices(pool)]) {
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

/** `option `, `mc answer`: what stands before the first label. */
function stemsOfChoices(pool: FieldPool): string[] {
  const first =
    /^((?:.*\b(?:options?|choices?|opt|op|ans|answers?|candidate|alternative|opción|opção|alternativa|вариант)|选项|選項|選択肢|보기|선택지) ?)[a1]$/;
  return pool
    .like((field) => isShortFact(field) && !WRONG.test(field.name))
    .flatMap(({ name }) => first.exec(name)?.[1] ?? []);
}

const WRONG = /^(?:(?:incorrect|wrong) (?:answer|choice|option)|distractor) ?\d$/;
const WRONG_LISTS = [
  'distractors',
  'incorrect answers',
  'wrong answers',
  'incorrect options',
  'wrong options',
];

/** `Incorrect Answer 1`, `distractor2`, or a list of them, beside the right one, which stays to be the answer. */
function takeWrongAnswers(pool: FieldPool): ChoiceField[] {
  const right = pool.find(
    ['correct answer', 'right answer', 'correct choice', 'correct option', 'answer', 'correct'],
    (field) => isShortFact(field) && field.kind !== 'yes/no',
  );
  if (!right) return [];
  const columns = pool.like((field) => WRONG.test(field.name) && isShortFact(field));
  const [list] = columns.length > 0 ? [] : pool.like((field) => isListOfWrong(field));
  for (const field of columns) pool.remove(field);
  if (list) pool.remove(list);
  const wrong = list ? placesIn(list) : columns;
  return wrong.length === 0 ? [] : [...wrong, right];
}

function isListOfWrong(field: SurveyedField): boolean {
  return (
    WRONG_LISTS.includes(field.name) &&
    (isListOfStrings(field) ||
      mostly(field, (value) => Array.isArray(value) && value.every((each) => nameKeyOf(each) !== null)))
  );
}

/** A place of a list, or of the texts of its objects, for each element that the longest has. */
function placesIn({ path, values }: SurveyedField): ChoiceField[] {
  const longest = Math.max(0, ...values.map((value) => (Array.isArray(value) ? value.length : 0)));
  const first = values.find((value) => Array.isArray(value) && value.length > 0);
  const key = Array.isArray(first) ? nameKeyOf(first[0] ?? null) : null;
  return Array.from({ length: Math.min(longest, 9) }, (_, at) => ({
    path: [...path, at, ...(key === null ? [] : [key])],
    values,
  }));
}

/** Rules for choices; where the answers are numbers, they count them. */
export function choiceRules(
  choices: FoundChoices,
  fields: SurveyedField[],
  answers: InferredRule[],
): InferredRule[] {
  const named = new Set(answers.flatMap(({ paths }) => paths.map(String)));
  const firsts = fields
    .filter(({ path }) => named.has(String(path)))
    .map((field) => firstPlace(field, choices));
  const [first = null] = new Set(firsts).size === 1 ? firsts : [];
  const counted = first === null ? {} : { answerIsPlace: true, placesFrom: first };
  const listed = choices.listed.map((field) =>
    ruleFor(field, { role: 'choice', decoder: 'choices', ...counted }),
  );
  const [column] = choices.columns;
  if (!column) return listed;
  const choiceFields = choices.columns.map(({ path }) => path);
  const { length: present } = column.values;
  return [
    { role: 'choice', decoder: 'choice-columns', choiceFields, paths: [column.path], present, ...counted },
  ];
}

/** Where a field counts the choices from: MMLU from 0 on, KMMLU from 1. Null where it does not. */
export function firstPlace(field: SurveyedField, { listed, columns }: FoundChoices): 0 | 1 | null {
  const places = field.values.flatMap((value) => (Array.isArray(value) ? value : [value])).map(Number);
  const counts = listed.flatMap(({ values }) =>
    values.flatMap((value) => (Array.isArray(value) ? [value.length] : [])),
  );
  const count = columns.length > 0 ? columns.length : Math.max(0, ...counts);
  const isText = field.values.some((value) => typeof value === 'string');
  if (isText && !isPlaceAsText(field, listed)) return null;
  if (count === 0 || !places.every((place) => Number.isInteger(place) && place >= 0)) return null;
  const last = Math.max(...places);
  if (last < count) return columns.length > 0 && !places.includes(0) ? null : 0;
  return last === count && !places.includes(0) ? 1 : null;
}

/** `"1"` where no choice reads so. Columns are named by their numbers. */
function isPlaceAsText({ values }: SurveyedField, listed: SurveyedField[]): boolean {
  const choices = new Set(listed.flatMap((field) => field.values.flat().map(String)));
  return (
    listed.length > 0 &&
    values.every(
      (value) => typeof value === 'string' && /^\s*\d\s*$/.test(value) && !choices.has(value.trim()),
    )
  );
}
