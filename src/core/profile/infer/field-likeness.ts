import { NO_STEP } from '../decoders/beside';
import { isAskedStep, isNumbered } from '../decoders/step-members';
import type { Json, JsonObject } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import { mostly, usualLength } from './field-survey';
import type { SurveyedField } from './field-survey';

/** What the values of a field look like: where names collide, these decide. */

export function isText({ kind }: SurveyedField): boolean {
  return kind === 'text';
}

/** A worked solution rather than an answer: several lines, as many words as a sentence has, or GSM8K's or a Chinese textbook's signs. */
export function isWorkedText(field: SurveyedField): boolean {
  if (!isText(field)) return false;
  return field.values.filter(isWorked).length > 0.5 * field.values.length;
}

export function isWorked(value: Json): boolean {
  return (
    typeof value === 'string' && (/\n\s*\S|<<[^<>]*=[^<>]*>>|^\s*解\s*[::]/.test(value) || wordsIn(value) > 8)
  );
}

/** Prose in any language counts by its white space, or by its length where it has none. */
function wordsIn(text: string): number {
  return Math.max(text.split(/\s+/).length, /[\u3040-\u9fff]/.test(text) ? text.length / 3 : 0);
}

/** Short enough to be compared with: a number, a yes or no, a text of a line; or a list of them. */
export function isShortValue(field: SurveyedField): boolean {
  return mostly(field, (value) =>
    Array.isArray(value) ? value.length > 0 && value.every(isShort) : isShort(value),
  );
}

function isShort(value: Json): boolean {
  return typeof value === 'string' ? value.length <= 200 && value.trim() !== '' : isScalar(value);
}

function isScalar(value: Json): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

export function isShortFact(field: SurveyedField): boolean {
  return ['text', 'number', 'yes/no'].includes(field.kind) && usualLength(field) <= 80;
}

const SPEAKERS = ['role', 'from', 'speaker', 'user'];
const SAID = ['content', 'text', 'value', 'utterance', 'prompt', 'parts'];

/** A list of messages, each with who speaks and what. */
export function isDialogue(field: SurveyedField): boolean {
  return mostly(field, isDialogueValue);
}

export function isDialogueValue(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

function isMessage(value: Json): boolean {
  return (
    SPEAKERS.some((key) => typeof valueAt(value, [key]) === 'string') &&
    SAID.some((key) => valueAt(value, [key]) !== undefined)
  );
}

const TEXTS = [
  'text',
  'step',
  'solution',
  'response',
  'content',
  'output',
  'generation',
  'completion',
  'reasoning',
  'statement',
  'value',
  'explanation',
  'description',
  'thought',
  'body',
  'full_response',
  'continuation',
  'expression',
  'equation',
  'operation',
];

/** A list of texts, or of objects that hold a text each. */
export function isListOfTexts(field: SurveyedField): boolean {
  return (
    mostly(field, (value) => Array.isArray(value) && value.length > 0 && value.every(holdsText)) &&
    !isDialogue(field)
  );
}

function holdsText(value: Json): boolean {
  return (
    typeof value === 'string' ||
    (isObject(value) &&
      (isInSteps(value) || isAskedStep(value) || TEXTS.some((key) => typeof value[key] === 'string')))
  );
}

function isInSteps({ steps, contents }: JsonObject): boolean {
  return Array.isArray(steps) || Array.isArray(contents) || isNumbered(steps ?? null);
}

/** An object of steps by their numbers: `{"step1": "...", "step2": "..."}`. */
export function isNumberedSteps(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => isObject(value) && isNumbered(value) && Object.values(value).every(holdsText),
  );
}

/** A list of sub-questions with their answers, or of goals with their tactics. */
export function isListOfAsked(field: SurveyedField): boolean {
  return mostly(field, (value) => Array.isArray(value) && value.length > 0 && value.every(isAskedStep));
}

/** A list of objects with a word for what each is, and a text: stages of one solution, such as thought, action, observation. */
export function isListOfStages(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(
        (each) =>
          isObject(each) &&
          ['type', 'stage', 'tag', 'kind'].some((key) => typeof each[key] === 'string') &&
          holdsText(each),
      ),
  );
}

/** An object with a solution of each model: texts, or objects that hold a text each. */
export function isObjectOfTexts(field: SurveyedField): boolean {
  return mostly(field, (value) => {
    if (!isObject(value)) return false;
    const members = Object.values(value);
    return (
      members.length > 1 &&
      members.every((member) => isWorked(member) || (isObject(member) && holdsText(member)))
    );
  });
}

export function isListOfStrings(field: SurveyedField): boolean {
  return mostly(field, (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

/** A list of what is said of each element of another list: numbers, yes or no, words, numbers by name. */
export function isListOfLabels(field: SurveyedField): boolean {
  return mostly(field, (value) => Array.isArray(value) && value.every(isLabel));
}

function isLabel(value: Json): boolean {
  if (typeof value === 'number') return Number.isInteger(value); // a fraction is a score, and says neither
  return value === null || isScalar(value) || (typeof value === 'string' && /^\S{0,20}$/.test(value));
}

export function isListOfNumbers(field: SurveyedField): boolean {
  return mostly(field, (value) => Array.isArray(value) && value.length > 0 && value.every(isNumeric));
}

function isNumeric(value: Json): boolean {
  if (isObject(value)) return Object.values(value).every((each) => typeof each === 'number');
  return typeof value === 'number';
}

const VERDICT_WORD = /^(?:true|false|yes|no|correct|incorrect|right|wrong|passed|failed|pass|fail)$/i;

/** Says whether something is right: yes or no, only 1, 0 and -1, or words for it; or a list of such. */
export function isVerdict(field: SurveyedField): boolean {
  return mostly(field, (value) =>
    Array.isArray(value) ? value.length > 0 && value.every(isVerdictValue) : isVerdictValue(value),
  );
}

function isVerdictValue(value: Json): boolean {
  if (typeof value === 'string') return VERDICT_WORD.test(value.trim());
  return value === null || typeof value === 'boolean' || value === 1 || value === 0 || value === -1;
}

/** The index of a step, also one written as text; -1 or `N/A` where there is none. */
export function isStepIndex(field: SurveyedField): boolean {
  return (
    field.values.some(isIndex) &&
    mostly(field, (value) => isIndex(value) || (typeof value === 'string' && NO_STEP.test(value)))
  );
}

function isIndex(value: Json): boolean {
  return (
    (typeof value === 'number' || typeof value === 'string') && /^\s*(?:-1|\d{1,6})\s*$/.test(String(value))
  );
}

export function isChoiceLetter(field: SurveyedField): boolean {
  return mostly(field, (value) => typeof value === 'string' && /^\(?[A-Ja-j]\)?\.?$/.test(value.trim()));
}

/** Scores by dimension, such as a rubric's. */
export function isObjectOfNumbers(field: SurveyedField): boolean {
  return mostly(field, (value) => {
    if (!isObject(value)) return false;
    const values = Object.values(value);
    return values.length > 1 && values.every((each) => typeof each === 'number');
  });
}

/** A number, also one written as text. */
export function isNumber(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) =>
      typeof value === 'number' ||
      (typeof value === 'string' && /^\s*[-+]?\d*\.?\d+(?:e[-+]?\d+)?\s*%?\s*$/i.test(value)),
  );
}
