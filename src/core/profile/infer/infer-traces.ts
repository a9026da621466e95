import { isObject } from '../../row/json';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { problemByLength } from './infer-problem';
import { fieldNames, measureName } from './field-names';
import {
  isDialogue,
  isListOfLabels,
  isListOfNumbers,
  isListOfStages,
  isListOfStrings,
  isListOfTexts,
  isShortFact,
  isObjectOfTexts,
  isStepIndex,
  isText,
  isVerdict,
  isWorkedText,
} from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { WrittenRule } from '../profile';

type Traced = Omit<WrittenRule, 'paths' | 'role'>;

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
    ...stepTraces(pool),
    ...numberedColumns(pool),
    ...objectsByModel(pool),
    ...studentWork(pool),
    ...written(pool),
  ];
  const programs = pool
    .takeAll(problemFound ? [...fieldNames.program, ...fieldNames.formal] : fieldNames.program, isText)
    .map((field) => traceRule(field, { decoder: 'program', author: caption(field) }));
  if (problemFound && traces.length + programs.length > 0) return [...traces, ...programs];
  const dialogue = dialogueRule(pool);
  if (dialogue.length > 0 || problemFound || traces.length > 0) return [...traces, ...programs, ...dialogue];
  return [...problemByLength(pool), ...programs];
}

function traceRule(field: SurveyedField, rule: Traced): InferredRule {
  return ruleFor(field, { role: 'trace', ...rule });
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
const REMARKS = [
  'feedback',
  'teacher feedback',
  'misconception',
  'error explanation',
  'error category',
  'error type',
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

/** `generated_solution` as the words for who wrote it, where no field tells. */
function caption({ path }: SurveyedField): string {
  return String(path.at(-1));
}

/** Who wrote it, whether it is right, and the numbers about it. */
function told(pool: FieldPool, field: SurveyedField, isMany: boolean): Traced {
  const author = pool.find(fieldNames.author, (each) => isText(each));
  const right = pool.take(fieldNames.verdict, (each) => isVerdict(each) && (each.kind === 'list') === isMany);
  const numbers = isMany ? pool.like((each) => measureName.test(each.name) && isListOfNumbers(each)) : [];
  for (const each of numbers) pool.remove(each);
  return {
    author: author ? author.path : caption(field),
    traceKind: kindOf(field),
    ...(right ? { answerRightField: right.path } : rightByName(field)),
    ...(numbers.length ? { measureFields: numbers.map(({ path }) => path) } : {}),
    ...remarksOn(pool, field),
  };
}

/** `wrong_solution`, `negatives`: a name may say whether it is right. */
function rightByName({ name }: SurveyedField): Pick<Traced, 'answerRight'> {
  if (/\b(?:incorrect|wrong|negatives?|flawed|erroneous|faulty|sneaky)\b/.test(name))
    return { answerRight: false };
  return /^(?:correct|right|positives?|helpful)\b/.test(name) ? { answerRight: true } : {};
}

/** What is said of a student's work stands with it. */
function remarksOn(pool: FieldPool, field: SurveyedField): Traced {
  if (kindOf(field) !== 'student') return {};
  const remarks = pool.takeAll(REMARKS, isText);
  return remarks.length > 0 ? { factFields: remarks.map(({ path }) => path) } : {};
}

/** Lists of steps, with the labels or the first error that stand beside them. */
function stepTraces(pool: FieldPool): InferredRule[] {
  const labels = pool.find(fieldNames.stepLabels, (field) => isListOfLabels(field));
  const steps = pool.take(
    fieldNames.steps,
    (field) => isListOfTexts(field) && (field.name !== 'completions' || labels !== null),
  );
  if (!steps) return [];
  const index = labels ? null : pool.take(fieldNames.firstError, isStepIndex);
  const numbers = pool.like(
    (field) => measureName.test(field.name) && isListOfNumbers(field) && field !== labels,
  )[0];
  for (const field of [labels, numbers]) if (field) pool.remove(field);
  const beside = told(pool, steps, false);
  return [
    traceRule(steps, {
      ...beside,
      decoder: labels || numbers || !isListOfStrings(steps) ? 'labelled-steps' : 'step-list',
      ...(labels ? { labelsField: labels.path, zero: zeroIn(labels) } : {}),
      ...(numbers ? { stepNumbersField: numbers.path } : {}),
      ...(index ? { firstErrorField: index.path } : {}),
    }),
  ];
}

/** Where -1 is wrong, 0 is neither right nor wrong. */
function zeroIn({ values }: SurveyedField): 'bad' | 'neutral' {
  return values.some((value) => Array.isArray(value) && value.includes(-1)) ? 'neutral' : 'bad';
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
  const more = pool.like((field) => isNamedLikeSolution(field) || looksSolved(field));
  for (const field of more) pool.remove(field);
  return [
    ...own,
    ...models,
    ...more.map((field) =>
      writtenRule(field, { author: caption(field), traceKind: kindOf(field), ...gradeOf(pool, field) }),
    ),
  ];
}

function kindOf({ name }: SurveyedField): 'student' | 'model' {
  return /\b(?:student|learner|pupil)\b/.test(name) ? 'student' : 'model';
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
  const grades = ['grade', 'correct', 'is correct', 'verdict', 'passed', 'label'].map(
    (word) => `${whose} ${word}`,
  );
  const right = pool.take(grades, isVerdict);
  return right ? { answerRightField: right.path } : {};
}

/** `gemini_attempt`, `llama_response`: whose it is comes first. What the row was made from is not a solution of it. */
function isNamedLikeSolution(field: SurveyedField): boolean {
  if (/^(?:seed|original|parent|source) /.test(field.name)) return false;
  const named =
    / (?:solution|answer|response|attempt|output|generation|completion|rationale|thinking trajectory)$/.test(
      field.name,
    );
  return named && field.path.length === 1 && isWorkedText(field);
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

/** A dialogue, by whatever name. */
function dialogueRule(pool: FieldPool): InferredRule[] {
  const [dialogue] = pool.like(isDialogue);
  if (!dialogue) return [];
  pool.remove(dialogue);
  return [ruleFor(dialogue, { role: 'trace', decoder: 'messages', author: 'assistant' })];
}
