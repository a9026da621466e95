import { isObject, valueAt } from '../../row/json';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { problemByLength } from './infer-problem';
import { fieldNames } from './field-names';
import {
  isDialogue,
  isListOfLabels,
  isListOfStages,
  isListOfStrings,
  isListOfTexts,
  isObjectOfTexts,
  isShortFact,
  isShortValue,
  isText,
  isVerdict,
  isWorked,
  isWorkedText,
} from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import { inferSteps } from './infer-steps';
import { caption, kindOf, REMARKS, rightByName, told, traceRule } from './told-beside';
import type { Traced } from './told-beside';

/** Solutions of all kinds: pairs, steps, numbered columns, one object a model, the dataset's own, a model's, programs, dialogues. */
export function inferTraces(pool: FieldPool, problemFound: boolean): InferredRule[] {
  const pairs = [
    ...pool
      .takeAll(fieldNames.chosen, isTrace)
      .map((field) => traceRule(field, { decoder: 'preference', preferred: true, author: 'chosen' })),
    ...pool
      .takeAll(fieldNames.rejected, isTrace)
      .map((field) => traceRule(field, { decoder: 'preference', preferred: false, author: 'rejected' })),
  ];
  const traces = [
    ...pairs,
    ...inferSteps(pool),
    ...numberedColumns(pool),
    ...objectsByModel(pool),
    ...studentWork(pool),
    ...written(pool),
  ];
  const programs = pool
    .takeAll(
      problemFound ? [...fieldNames.program, ...fieldNames.formal] : fieldNames.program,
      (field) => isText(field) || isListOfStrings(field),
    )
    .map((field) => traceRule(field, { decoder: 'program', author: caption(field) }));
  if (problemFound && traces.length + programs.length > 0) return [...traces, ...programs];
  const dialogue = dialogueRule(pool);
  if (dialogue.length > 0 || problemFound || traces.length > 0) return [...traces, ...programs, ...dialogue];
  return [...problemByLength(pool), ...programs];
}

const STUDENT = [
  'student answer',
  'student response',
  'student process',
  'student work',
  'learner answer',
  'wrong answer',
  'incorrect answer',
];
/** A student's short answer, with what is said of it. */
function studentWork(pool: FieldPool): InferredRule[] {
  const work = pool.take(STUDENT, isShortFact);
  if (!work) return [];
  const right = pool.take(['student correct', 'process correct', 'is correct'], isVerdict);
  const remarks = pool.takeAll(REMARKS, isText);
  const isWrong = [work, ...remarks].some(({ name }) => /wrong|incorrect|error|misconception/.test(name));
  const said = remarks.map(({ path }) => path);
  return [
    traceRule(work, {
      author: 'Student',
      traceKind: 'student',
      ...(right ? { answerRightField: right.path } : {}),
      ...(right || isWrong
        ? { decoder: 'student-work', remarkFields: said }
        : { decoder: 'solution', factFields: said }),
    }),
  ];
}

/** `"winner": "model_a"` names one, and is none. */
function isTrace(field: SurveyedField): boolean {
  if (isText(field))
    return !mostly(field, (value) => typeof value === 'string' && /^[\w-]{1,12}$/.test(value));
  return isDialogue(field) || field.kind === 'object';
}

const SOLUTION_WORD =
  /solution|response|generation|output|rationale|trace|completion|\bcot\b|attempt|sample|reasoning|proof/;

/** `r1_solution_1`, `r1_solution_2`, ...: one trace each. */
function numberedColumns(pool: FieldPool): InferredRule[] {
  const stems = new Map<string, SurveyedField[]>();
  for (const field of pool.like((each) => each.path.length === 1 && isText(each))) {
    const [, stem] = /^(.*\D)\d{1,3}$/.exec(String(field.path[0])) ?? [];
    if (stem !== undefined && SOLUTION_WORD.test(stem.toLowerCase()))
      stems.set(stem, [...(stems.get(stem) ?? []), field]);
  }
  return [...stems].flatMap(([stem, fields]) => {
    const [first] = fields;
    if (!first || fields.length < 2) return [];
    for (const field of fields) pool.remove(field);
    const keys = `^${escaped(stem)}\\d{1,3}$`;
    return [
      traceRule(first, {
        decoder: 'solution',
        author: caption(first).replace(/[_\s-]*\d+$/, ''),
        traceKind: /^(?:official_?|human_?|reference_?)?solution_?$/i.test(stem) ? 'reference' : 'model',
        keys,
      }),
    ];
  });
}

/** `"175b_finetuning": {"solution": "...", "is_correct": false}`: one trace a model. */
function objectsByModel(pool: FieldPool): InferredRule[] {
  const objects = pool.like(
    (field) =>
      field.path.length === 1 &&
      field.kind === 'object' &&
      holds(field, ['solution', 'response', 'output', 'completion', 'generation']) &&
      holds(field, ['is_correct', 'correct', 'passed', 'label', 'score']),
  );
  const [first] = objects;
  if (!first) return [];
  for (const field of objects) pool.remove(field);
  const keys = `^(?:${objects.map(({ path }) => escaped(String(path[0]))).join('|')})$`;
  return [traceRule(first, { decoder: 'model-solution', keys })];
}

function holds({ values }: SurveyedField, names: readonly string[]): boolean {
  return values.some((value) => isObject(value) && names.some((name) => Object.hasOwn(value, name)));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Solutions as texts, or lists of them: the dataset's own, then those of models. */
function written(pool: FieldPool): InferredRule[] {
  const own = pool
    .takeAll(fieldNames.solution, (field) => isWritten(field) && !isModels(pool, field))
    .map((field) => writtenRule(field, { author: caption(field), traceKind: 'reference' }));
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
        traceKind: field.name.startsWith('solution ') ? 'reference' : kindOf(field),
        ...gradeOf(pool, field),
      }),
    ),
  ];
}

/**
 * An `answer` in so many words, or a `solution`, with the model that gave it beside it and nothing else that it may have written:
 * MathArena's outputs, the Open Proof Corpus, training data of reward models.
 */
function isModels(pool: FieldPool, { name }: SurveyedField): boolean {
  const isNamed = pool.find(fieldNames.author, isText) !== null;
  if (name === 'answer') return isNamed || pool.find(['label', 'is correct'], isVerdict) !== null;
  return name === 'solution' && isNamed && pool.find(fieldNames.model, isWritten) === null;
}

/** `gemini_grade` says whether `gemini_attempt` is right. */
function gradeOf(pool: FieldPool, field: SurveyedField): Traced {
  const { name } = field;
  const whose = name.replace(/ (?:thinking trajectory|\S+)$/, '');
  if (name.endsWith(' thinking trajectory')) return {};
  const byName = rightByName(field);
  if (byName.answerRight !== undefined) return byName;
  const words = ['grade', 'correct', 'is correct', 'correctness', 'verdict', 'passed', 'label', 'labels'];
  const right = pool.take(
    words.map((word) => `${whose} ${word}`),
    (grade) => isVerdict(grade) && (grade.kind === 'list') === !isText(field),
  );
  return right ? { answerRightField: right.path } : {};
}

/** `gemini_attempt`, `rewritten_answers`: whose it is comes first. What the row was made from is not a solution of it. */
function isNamedLikeSolution(field: SurveyedField): boolean {
  if (/^(?:seed|original|parent|source) /.test(field.name)) return false;
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

function isWritten(field: SurveyedField): boolean {
  return (
    isWorkedText(field) ||
    (isListOfTexts(field) && !isListOfLabels(field)) ||
    isListOfStages(field) ||
    isObjectOfTexts(field)
  );
}

function writtenRule(field: SurveyedField, rule: Traced): InferredRule {
  const hashes = field.values.some((value) => typeof value === 'string' && /\n#### *\S/.test(value));
  const listed = isListOfStages(field) ? 'stages' : 'solutions';
  const decoder = !isText(field) ? listed : hashes ? 'gsm8k-answer' : 'solution';
  return traceRule(field, { ...rule, decoder });
}

/** A dialogue, by whatever name, with whether its answer is right, and the answer that a message has. */
function dialogueRule(pool: FieldPool): InferredRule[] {
  const [dialogue] = pool.like(isDialogue);
  if (!dialogue) return [];
  pool.remove(dialogue);
  const right = pool.take(fieldNames.verdict, (field) => isVerdict(field) && field.kind !== 'list');
  return [
    ruleFor(dialogue, {
      role: 'trace',
      decoder: 'messages',
      author: 'assistant',
      ...(right ? { answerRightField: right.path } : {}),
    }),
    ...answerInMessages(dialogue),
  ];
}

const TOLD_IN_MESSAGE = [
  ['info', 'reference_answer'],
  ['info', 'ground_truth'],
  ['ground_truth'],
  ['reference_answer'],
];

/** `{"from": "human", "value": "...", "info": {"reference_answer": "30"}}` */
function answerInMessages(dialogue: SurveyedField): InferredRule[] {
  const places = [0, 1].flatMap((at) => TOLD_IN_MESSAGE.map((key) => [at, ...key]));
  const place = places.find((each) =>
    isShortValue({ ...dialogue, values: dialogue.values.map((value) => valueAt(value, each) ?? '') }),
  );
  return place
    ? [ruleFor({ ...dialogue, path: [...dialogue.path, ...place] }, { role: 'answer', decoder: 'answer' })]
    : [];
}
