import { NO_STEP } from '../decoders/beside';
import { isColumns, isExchange } from '../decoders/messages';
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

/** A list of messages, each with who speaks and what, or of what was put in and what came out in turn. */
export function isDialogue(field: SurveyedField): boolean {
  return (
    mostly(field, isDialogueValue) ||
    (DIALOGUE_NAME.test(field.name) && (mostly(field, isListOfExchanges) || mostly(field, isListOfSaid)))
  );
}

const DIALOGUE_NAME = /^(?:conversations?|dialog(?:ue)?s?|chat|messages)$/;

/** `[{"input": "...", "output": "..."}]`, as Capybara has its turns. */
function isListOfExchanges(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isExchange);
}

/** What is said by turns, the user first. What is only asked by turns (`turns` of MT-Bench) has another name. */
function isListOfSaid(value: Json): boolean {
  return Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'string');
}

export function isDialogueValue(value: Json): boolean {
  if (isColumns(value)) return true;
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

function isMessage(value: Json): boolean {
  if (valueAt(value, ['type']) === 'reasoning') return Array.isArray(valueAt(value, ['summary']));
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
  'thinking',
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
    isDialogueValue(value) ||
    (isObject(value) &&
      (isInSteps(value) ||
        isAskedStep(value) ||
        isModelsAnswer(value) ||
        isInParts(value) ||
        TEXTS.some((key) => typeof value[key] === 'string')))
  );
}

/** `{"answer": "...", "model": "gpt-4"}` */
function isModelsAnswer({ answer, model }: JsonObject): boolean {
  return typeof answer === 'string' && typeof model === 'string';
}

/** `{"content": {"parts": [{"text": "..."}]}}`, as Gemini's candidates have it. */
function isInParts({ content }: JsonObject): boolean {
  return Array.isArray(valueAt(content ?? null, ['parts']));
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

/** An object with a solution of each model: texts, objects that hold a text each, or lists of these. */
export function isObjectOfTexts(field: SurveyedField): boolean {
  return mostly(field, (value) => {
    if (!isObject(value)) return false;
    const members = Object.values(value);
    return (
      members.length > 1 &&
      members.every((member) =>
        Array.isArray(member) ? member.length > 0 && member.every(isWorkedMember) : isWorkedMember(member),
      )
    );
  });
}

function isWorkedMember(value: Json): boolean {
  return isWorked(value) || (isObject(value) && holdsText(value));
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

const VERDICT_WORD = /^(?:[01]|-1|true|false|yes|no|correct|incorrect|right|wrong|passed|failed|pass|fail)$/i;

/** Says whether something is right: yes or no, only 1, 0 and -1, or words for it; or a list of such. */
export function isVerdict(field: SurveyedField): boolean {
  return mostly(field, (value) =>
    Array.isArray(value) ? value.length > 0 && value.every(isVerdictValue) : isVerdictValue(value),
  );
}

/** A verdict for each of several, by its name: `{"gpt-4": true, "llama": false}`. */
export function isVerdictByKey(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => isObject(value) && Object.keys(value).length > 1 && Object.values(value).every(isVerdictValue),
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
