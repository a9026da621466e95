import { hasStepSigns } from '../decoders/steps-in-text';
import type { Json } from '../../row/json';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { unwrapOfBytes } from './bytes-text';
import { fieldNames } from './field-names';
import { isDialogue, isListOfAsked, isListOfStrings, isText, isWorkedText } from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';

/** Names of what a model was given: the problem may stand in it among instructions. */
const PROMPTS = new Set(['prompt', 'query', 'instruction', 'input', 'input text', 'user prompt', 'user']);

/** The problem, with what leads up to it. A dialogue that holds the problem is found with the traces. */
export function inferProblem(pool: FieldPool): InferredRule[] {
  const asked =
    pool.take(
      fieldNames.problem,
      (field) =>
        (isText(field) && !isKindOfTask(field) && !isWithSteps(field) && !isSaidByModel(field, pool)) ||
        (PROMPTS.has(field.name) && isDialogue(field)),
    ) ??
    pool.takeInLanguage(fieldNames.problem, isText) ??
    pool.take(['source'], isWorkedText);
  if (!asked) return lastResort(pool);
  const more = asked.name === 'instruction' ? pool.take(['input'], isFilledText) : null;
  const isLead = (field: SurveyedField) => isText(field) && isBeside(field, asked) && !isWithin(field, asked);
  const lead =
    asked.name === 'question' || asked.name === 'problem' ? pool.take(fieldNames.lead, isLead) : null;
  return [
    ...(lead ? [ruleFor(lead, { role: 'problem' })] : []),
    ruleFor(asked, {
      role: 'problem',
      decoder: PROMPTS.has(asked.name) ? 'prompt' : 'text',
      ...(asked.values.some(isLeanComment) ? { unwrap: LEAN_COMMENT } : {}),
      ...unwrapOfBytes(asked),
    }),
    ...(more ? [ruleFor(more, { role: 'problem' })] : []),
  ];
}

/**
 * What is to be proved: a statement in words, a goal of a proof assistant, or the name of what has a proof by tactics; a subject in so
 * many words that it is the question, as in GeoQA; and what is asked in turn, as in MT-Bench.
 */
function lastResort(pool: FieldPool): InferredRule[] {
  const proved =
    pool.find([...fieldNames.solution, ...fieldNames.formal].filter(isProof), () => true) !== null;
  const found =
    pool.take(
      fieldNames.theorem,
      (field) => isWorkedText(field) || (proved && (isText(field) || isListOfStrings(field))),
    ) ??
    takeGoal(pool) ??
    pool.take(['subject', 'title', 'description'], isWorkedText) ??
    pool.take(['turns', 'questions'], isListOfStrings) ??
    (pool.find(['traced tactics', 'tactics'], isListOfAsked) &&
      pool.take(['full name', 'theorem name'], isText));
  return found ? [ruleFor(found, { role: 'problem', decoder: isText(found) ? 'text' : 'texts' })] : [];
}

function isProof(name: string): boolean {
  return name.includes('proof');
}

/** A state of Lean or Coq: `⊢ n + 0 = n`. */
function takeGoal(pool: FieldPool): SurveyedField | undefined {
  const [goal] = pool.like((field) =>
    mostly(field, (value) => typeof value === 'string' && /(?:⊢|^=+$)/m.test(value)),
  );
  if (goal) pool.remove(goal);
  return goal;
}

/** A problem and its steps in one text, with a sign behind each step: it is read with the traces. */
function isWithSteps(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => typeof value === 'string' && hasStepSigns(value) && value.includes('Step 1:'),
  );
}

/** miniF2F and others give the informal statement as a comment of Lean. */
const LEAN_COMMENT = String.raw`^\s*/--\s*(?<text>[\s\S]*?)\s*-/\s*$`;

function isLeanComment(value: Json): boolean {
  return typeof value === 'string' && new RegExp(LEAN_COMMENT, 'u').test(value);
}

/** The context of a question stands with it; a `metadata.context` says where the row is from. */
function isBeside(field: SurveyedField, { path }: Pick<SurveyedField, 'path'>): boolean {
  return field.path.length === path.length && field.path.slice(0, -1).every((part, at) => part === path[at]);
}

/** A body that the question repeats leads up to nothing: MAWPS. */
function isWithin({ values }: SurveyedField, asked: SurveyedField): boolean {
  const questions = asked.values.filter((value) => typeof value === 'string');
  return values.every(
    (part) => typeof part === 'string' && questions.some((question) => question.includes(part.trim())),
  );
}

/** `"next_message": {"role": "assistant", "content": "..."}` */
function isSaidByModel({ path }: SurveyedField, pool: FieldPool): boolean {
  const role = pool.find(['role'], (each) => each.path.length === path.length && isBeside(each, { path }));
  return (
    path.length > 1 && role !== null && mostly(role, (value) => value === 'assistant' || value === 'model')
  );
}

/** `"task": "GSM8K"` says where the row is from, and is no task. */
function isKindOfTask({ name, values }: SurveyedField): boolean {
  return name === 'task' && values.every((value) => typeof value === 'string' && /^[\w./-]+$/.test(value));
}

function isFilledText(field: SurveyedField): boolean {
  return isText(field) && field.values.some((value) => typeof value === 'string' && value.trim() !== '');
}

/** Where no name tells: the text that is longest and reads like prose. */
export function problemByLength(pool: FieldPool): InferredRule[] {
  const [longest] = pool.like(isWorkedText).toSorted((a, b) => textIn(b) - textIn(a));
  if (!longest) return [];
  pool.remove(longest);
  return [ruleFor(longest, { role: 'problem' })];
}

/** How many characters a field has in all rows. */
function textIn({ values }: SurveyedField): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
}
