import type { Json } from '../../row/json';
import { isNumberOrSpans } from '../decoders/answer';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { unwrapOfBytes } from './bytes-text';
import { fieldNames } from './field-names';
import { isChoiceLetter, isShortValue, isVerdict, isWorked } from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly, plainName } from './field-survey';
import type { SurveyedField } from './field-survey';

/** An id such as `gsm8k/810`, by which a target is named elsewhere. */
function isPath(value: Json): boolean {
  return typeof value === 'string' && /^[A-Za-z][\w.-]*\/[\w./-]+$/.test(value);
}

/** Solutions of several people, and no answers. */
function isListOfWorked(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isWorked);
}

/** Names that speak for an answer only beside a problem. */
const VAGUE = new Set([
  'a',
  'value',
  'result',
  'output',
  'correct',
  'label',
  'target',
  'solution',
  'reference',
  'references',
  'targets',
  'ideal',
  'key',
  'response',
]);

/** Words in place of an answer, as NuminaMath has them. */
const NONE = ['proof', 'notfound', 'not found'];

/**
 * The reference answer: short, and by its name no verdict. The references of a proof are what it cites, and beside steps with a first
 * error a target comes before an answer, which is that of the steps (BIG-Bench Mistake).
 */
export function inferAnswers(
  pool: FieldPool,
  problemFound: boolean,
  traces: readonly InferredRule[] = [],
): InferredRule[] {
  const surest = traces.some(({ firstErrorField }) => firstErrorField !== undefined) ? ['target'] : [];
  const named = [...surest, ...fieldNames.answer];
  const names = problemFound ? named : named.filter((name) => !VAGUE.has(name));
  const proved = traces.some(isProof);
  const isReference = (field: SurveyedField) => isAnswer(field) && !(proved && field.name === 'references');
  const found =
    pool.take(names, (field) => isReference(field) && !isModelsAnswer(field)) ??
    pool.take(names, isReference) ??
    pool.takeInLanguage(names, isReference);
  if (found)
    return [ruleFor(found, { role: 'answer', decoder: 'answer', none: NONE, ...unwrapOfBytes(found) })];
  const [within] = problemFound ? pool.like(holdsWrittenAnswer) : [];
  if (!within) return [];
  pool.remove(within);
  return [ruleFor(within, { role: 'answer', decoder: 'answer', none: NONE, matches: WRITTEN_ANSWER })];
}

function isProof({ paths }: InferredRule): boolean {
  return paths.some((path) => plainName(path).includes('proof'));
}

/** `"metadata": "{\\"expected_answer\\": \\"30\\", ...}"`, as Nemotron has it. */
const WRITTEN_ANSWER = String.raw`^\s*\{[\s\S]*"(?:(?:(?:expected|final|correct|reference)_)?answer|ground_truth)"\s*:\s*["\d-]`;

function holdsWrittenAnswer(field: SurveyedField): boolean {
  const like = new RegExp(WRITTEN_ANSWER, 'u');
  return mostly(field, (value) => typeof value === 'string' && like.test(value));
}

/** A number as text, as answers are written, and more than a verdict. */
function isWrittenNumber(field: SurveyedField): boolean {
  return mostly(field, (value) => typeof value === 'string' && /^[-$]?\d/.test(value)) && !isVerdict(field);
}

/** A number or a formula as text: `30`, `\\frac{1}{2}`, `x=4`. */
function isWrittenMaths(field: SurveyedField): boolean {
  return (
    mostly(field, (value) => typeof value === 'string' && /^[-$(]?\d|\\[A-Za-z]+|[=^]/.test(value)) &&
    !isVerdict(field)
  );
}

/** How a test ended, whatever its field is called: `"result": "passed"`. */
function isOutcome(value: Json): boolean {
  return typeof value === 'string' && /^(?:passed|failed|success|error|timeout)$/i.test(value);
}

/** What a grader took out of a response, or a model gave: `scores.match.answer`. */
function isModelsAnswer({ path }: SurveyedField): boolean {
  return path.slice(0, -1).some((part) => MODELS.test(String(part)));
}

const MODELS =
  /scor|metric|response|output|predict|completion|generation|judg|grad(?:e|ing)|extract|parsed|^(?:model|student|attempt|candidate|rollout)s?(?![a-z])/i;

function isAnswer(field: SurveyedField): boolean {
  if (field.values.some(isNumberOrSpans)) return true;
  if (!isShortValue(field)) return false;
  if (field.name === 'response') return isWrittenNumber(field); // MSVAMP; else it is a model's
  // `correct` and `label` are as often verdicts, topics or indices of steps
  if (field.name === 'correct') return isChoiceLetter(field) || isWrittenNumber(field);
  if (field.name === 'key') return isChoiceLetter(field);
  if (field.name === 'label') return isChoiceLetter(field) || isWrittenMaths(field);
  if (mostly(field, isOutcome)) return false;
  return !mostly(field, isPath) && !mostly(field, isListOfWorked);
}
