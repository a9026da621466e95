import { valueAt } from '../../row/json';
import type { Json } from '../../row/json';
import type { InferredRule } from './inferred-rule';
import { fieldNames } from './field-names';
import {
  isListOfLabels,
  isListOfStages,
  isListOfTexts,
  isObjectOfTexts,
  isStepIndex,
  isText,
  isVerdict,
  isWorked,
  isWorkedText,
} from './field-likeness';
import type { FieldPool } from './field-pool';
import { isGraders, mostly, plainName } from './field-survey';
import type { SurveyedField } from './field-survey';
import { gradeOf } from './grade-of';
import { namesInLanguages } from './names-in-languages';
import { caption, ERROR_PLACES, kindOf, told, traceRule } from './told-beside';
import type { Traced } from './told-beside';

/** Solutions as texts, or lists of them: the dataset's own, then those of models. */
export function inferWritten(pool: FieldPool): InferredRule[] {
  const isOwn = (field: SurveyedField) => isWritten(field) && !isGraders(field) && !isModels(pool, field);
  const named = pool.takeAll(fieldNames.solution, isOwn);
  const inLanguage = named.length === 0 ? pool.takeInLanguage(fieldNames.solution, isOwn) : null;
  const own = [...named, ...(inLanguage ? [inLanguage] : [])].map((field) =>
    writtenRule(field, { author: caption(field), traceKind: 'reference' }),
  );
  const models = pool
    .takeAll(['answer', 'solution', ...fieldNames.model], isWritten)
    .map((field) => writtenRule(field, told(pool, field, !isText(field))));
  const more = pool.like(
    (field) => isNamedLikeSolution(field) || isNamedLikeModel(field) || looksSolved(field),
  );
  for (const field of more) pool.remove(field);
  const [only] = models.length === 0 && more.length === 1 ? more : [];
  return [
    ...own,
    ...models,
    ...more.map((field) =>
      writtenRule(field, {
        ...(field === only ? told(pool, field, !isText(field)) : {}),
        author: caption(field),
        traceKind: OWN.test(field.name) ? 'reference' : kindOf(field),
        ...gradeOf(pool, field),
      }),
    ),
  ];
}

const EXPLANATIONS = [
  'worked solution',
  'official solution',
  'rationale',
  'explanation',
  'answer explanation',
  'justification',
  'reasoning',
  'analysis',
  'cot',
  ...namesInLanguages.solution.filter((name) => !namesInLanguages.answer.includes(name)),
];

/** By names that leave no doubt, a few words do: `"explanation": "Add them."`. */
export function shortlyExplained(pool: FieldPool): InferredRule[] {
  const named = pool.takeAll(EXPLANATIONS, isBrief);
  const inLanguage = named.length === 0 ? pool.takeInLanguage(['solution', ...EXPLANATIONS], isBrief) : null;
  return [...named, ...(inLanguage ? [inLanguage] : [])].map((field) =>
    writtenRule(field, { author: caption(field), traceKind: 'reference' }),
  );
}

function isBrief(field: SurveyedField): boolean {
  return isText(field) && !isGraders(field) && mostly(field, inWords);
}

function inWords(value: Json): boolean {
  return (
    typeof value === 'string' && /\S\s+\S|[\u3040-\u9fff]{6}|[\u3040-\u9fff][\s\S]*[。，,；;=\d]/.test(value)
  );
}

/**
 * An `answer` in so many words, or a `solution`, with the model that gave it beside it and nothing else that it may have written:
 * MathArena's outputs, the Open Proof Corpus, training data of reward models.
 */
function isModels(pool: FieldPool, field: SurveyedField): boolean {
  const { name, path } = field;
  if (path.slice(0, -1).some((part) => MODELS_OBJECT.test(plainName([part])))) return true;
  if (isNamingModels(field)) return true;
  const isNamed = pool.find(fieldNames.author, isText) !== null;
  if (name === 'solution' && pool.find(ERROR_PLACES, isStepIndex) !== null) return true;
  if (name === 'answer') return isNamed || pool.find(['label', 'is correct'], isVerdict) !== null;
  const isAsked = isNamed || pool.find(ON_SOLUTION, isVerdictOnAll) !== null;
  return (
    name === 'solution' &&
    isAsked &&
    pool.find(fieldNames.model, (each) => isWritten(each) || isBrief(each)) === null
  );
}

/** Verdicts that leave no doubt: nobody says of the dataset's own solution whether it is right. */
const ON_SOLUTION = [
  'label',
  'is correct',
  'correct',
  'correctness',
  'is right',
  'verdict',
  'passed',
  'solution correct',
  'is solution correct',
  'solution is correct',
  'solution correctness',
];

function isVerdictOnAll(field: SurveyedField): boolean {
  if (field.name === 'label' && !isText(field)) return false; // a number may be a class
  return field.kind !== 'list' && isVerdict(field);
}

/** `[{"answer": "...", "model": "gpt-4"}]` */
function isNamingModels(field: SurveyedField): boolean {
  return mostly(
    field,
    (value) => Array.isArray(value) && value.every((each) => typeof valueAt(each, ['model']) === 'string'),
  );
}

/** What stands in an object of this name was written by a model: `response.solution`. */
const MODELS_OBJECT = /^(?:model )?(?:responses?|outputs?|predictions?|completions?|generations?)$/;

/** `solution_2`, `explanation_short`: what the dataset itself says. */
const OWN = /^(?:solution|explanation|rationale|proof|analysis) /;

/** `gemini_attempt`, `rewritten_answers`: whose it is comes first. What the row was made from is not a solution of it, nor is what a judge says. */
function isNamedLikeSolution(field: SurveyedField): boolean {
  if (/^(?:seed|original|parent|source|judge|grader|critic|verifier|evaluator) /.test(field.name))
    return false;
  const named =
    / (?:(?:solution|answer|response|attempt|output|generation|completion|rationale)s?|thinking trajectory)$/;
  if (!named.test(field.name)) return false;
  return isText(field) ? field.path.length === 1 && isWorkedText(field) : isListOfWorked(field);
}

function isListOfWorked(field: SurveyedField): boolean {
  return mostly(field, (value) => Array.isArray(value) && value.length > 0 && value.every(isWorked));
}

const MODELS =
  /^(?:gpt|chatgpt|o[134]|claude|gemini|gemma|llama|qwen|qwq|deepseek|r1|mistral|mixtral|phi|grok|kimi|glm)(?![a-z])/;

/** `o3_mini`, `gpt-4o`, `Qwen2.5-72B`: a column that is called by the model that wrote it. */
function isNamedLikeModel(field: SurveyedField): boolean {
  return field.path.length === 1 && MODELS.test(field.name) && isWorkedText(field);
}

/** A text of any name that thinks aloud or ends with a box: `qwq`, `combined_text`. A prompt may only ask for a box. */
function looksSolved(field: SurveyedField): boolean {
  const asks = /prompt|query|question|problem|instruction|input|statement|^(?:seed|original|parent|source)\b/;
  if (field.path.length > 1 || asks.test(field.name) || !isWorkedText(field)) return false;
  return mostly(field, (value) => typeof value === 'string' && SOLVED.test(value) && !/^\s*[[{]/.test(value));
}

const SOLVED = /\\f?boxed\s*\{[^{}]*[^{}\s]|<think(?:ing)?>|<\|begin_of_thought\|>|\n####\s*\S/;

/** MATHWELL: a solution that is Python from its first line on, comments apart. */
function isProgram(value: Json): boolean {
  return (
    typeof value === 'string' &&
    /^(?:\s*#[^\n]*\n)*\s*(?:def \w+\(.*\).*:|import \w[\w., ]*|from [\w.]+ import \w.*)[^\S\n]*\n/.test(
      value,
    )
  );
}

function isWritten(field: SurveyedField): boolean {
  if (field.name === 'chain') return isWorkedText(field); // a list of this name has the problems that a row is made of
  return (
    isWorkedText(field) ||
    (isListOfTexts(field) && !isListOfLabels(field)) ||
    isListOfStages(field) ||
    isObjectOfTexts(field)
  );
}

function writtenRule(field: SurveyedField, rule: Traced): InferredRule {
  if (mostly(field, isProgram)) return traceRule(field, { ...rule, decoder: 'program' });
  const hashes = field.values.some((value) => typeof value === 'string' && /\n#### *\S/.test(value));
  const listed = isListOfStages(field) ? 'stages' : 'solutions';
  const decoder = !isText(field) ? listed : hashes ? 'gsm8k-answer' : 'solution';
  return traceRule(field, { ...rule, decoder });
}
