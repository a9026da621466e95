import type { Json, JsonObject, JsonPath } from '../../row/json';
import { isObject, pathText, valueAt } from '../../row/json';
import type { Field, Trace } from '../reading';
import { besideTrace, measuresIn, verdictOf } from './beside';
import { decodeLabelledSteps, publishedSteps } from './labelled-steps';
import { decodeMessages, readTurn, readTurns } from './messages';
import type { Decoder, Decoding } from './decoder';
import { solutionSteps, traceAt } from './solutions';
import { finalAnswerOf } from './source-text';
import { stepLabel } from './step-label';
import { isNumbered } from './step-members';
import { stepsInText } from './steps-in-text';

/** A list of solutions: texts, or objects with a text each. What is said of them stands in the objects, or in lists of the same order. */
export const decodeSolutions: Decoder = (decoding) => {
  const { value, path } = decoding;
  if (isObject(value)) return byModel(value, decoding);
  if (!Array.isArray(value)) return null;
  const given = value.flatMap((each, at) => (each === null ? [] : [{ each, at }]));
  const traces = given.flatMap(({ each, at }) => solutionAt(each, [...path, at], decoding, at) ?? []);
  return traces.length > 0 && traces.length === given.length ? { traces } : null;
};

/** An object with a solution of each model, or a list of them, under the model's name. */
function byModel(value: JsonObject, decoding: Decoding) {
  const given = Object.keys(value).map((key) => ofModel(value[key] ?? null, key, decoding));
  const kind = decoding.rule.traceKind ?? ('model' as const);
  const traces = given.flatMap(({ author, found }) => found.map((trace) => ({ ...trace, author, kind })));
  return traces.length > 0 && given.every(({ found }) => found.length > 0) ? { traces } : null;
}

function ofModel(
  value: Json,
  author: string,
  { row, rule, path }: Decoding,
): { author: string; found: Trace[] } {
  const answerRightField = rule.answerRightField && keyedField(row, rule.answerRightField, author);
  const decoding = { value, path: [...path, author], row, rule: { ...rule, answerRightField } };
  if (Array.isArray(value)) return { author, found: decodeSolutions(decoding)?.traces ?? [] };
  const trace = solutionAt(value, decoding.path, decoding, null);
  return { author, found: trace ? [trace] : [] };
}

/** `"correct": {"gpt-4": true}` has a verdict for each model. */
function keyedField(row: Json, field: JsonPath, key: string): JsonPath {
  return isObject(valueAt(row, field)) ? [...field, key] : field;
}

/** One model's solution under the model's name: `"175b_finetuning": {"solution": "...", "is_correct": false}`. */
export const decodeModelSolution: Decoder = (decoding) => {
  const { value, path, rule } = decoding;
  if (!isObject(value)) return null;
  const trace = solutionAt(value, path, decoding, null);
  return trace && { traces: [{ ...trace, author: String(path.at(-1)), kind: rule.traceKind ?? 'model' }] };
};

/** Under which names an object holds its solution, and whether that is right. */
const TEXTS = [
  'solution',
  'response',
  'text',
  'content',
  'output',
  'generation',
  'completion',
  'reasoning',
  'body',
  'full_response',
  'continuation',
  'answer',
];
/** Under which names an object has a solution in steps. */
const STEPS = ['steps', 'contents'];
/** Under which names an object has something of each step of its text. */
const STEP_LISTS = ['step_labels', 'labels', 'step_scores', 'step_rewards', 'rewards', 'ratings', 'scores'];
const VERDICTS = [
  'is_correct',
  'correct',
  'final_answer_correct',
  'verdict',
  'verified',
  'label',
  'passed',
  'thought_correctness_verify',
  'reward',
];

function solutionAt(value: Json, path: JsonPath, decoding: Decoding, at: number | null): Trace | null {
  if (typeof value === 'string') return textTrace(value, path, path, decoding, at);
  if (Array.isArray(value))
    return value.every((each) => isObject(each)) ? dialogueTrace(value, path, decoding, at) : null;
  if (!isObject(value)) return null;
  if (isObject(value['message'])) return messageTrace(value, value['message'], path, decoding, at);
  if (isObject(value['content'])) return partsTrace(value, value['content'], path, decoding, at);
  const listed = STEPS.find((name) => Array.isArray(value[name]) || isNumbered(value[name] ?? null));
  if (listed !== undefined) return stepsTrace(value, listed, path, decoding, at);
  const key = TEXTS.find((name) => typeof value[name] === 'string');
  const text = key === undefined ? undefined : value[key];
  if (key === undefined || typeof text !== 'string') return null;
  const judged = judgedText(value, text, [...path, key], decoding);
  const trace = { ...textTrace(text, [...path, key], path, decoding, at), ...judged };
  return { ...trace, ...toldIn(value, key, path, trace), ...authorIn(value) };
}

/** A text of which a list in its object labels each step: `{"response": "...", "step_labels": [true, false]}`. */
function judgedText(value: JsonObject, text: string, path: JsonPath, { rule }: Decoding): Partial<Trace> {
  for (const name of STEP_LISTS) {
    const list = value[name];
    const steps = Array.isArray(list) ? stepsInText(path, text, rule.dialect, list.length) : null;
    if (!Array.isArray(list) || !steps) continue;
    const zero = list.includes(-1) ? 'neutral' : 'bad';
    const labelled = steps.map((step, at) => {
      const label = stepLabel(list[at], zero);
      const measures = label === null ? measuresIn(list[at], [...path.slice(0, -1), name, at], name) : [];
      return { ...step, ...(label === null ? {} : { label }), ...(measures.length ? { measures } : {}) };
    });
    return { steps: labelled, published: publishedSteps(labelled, null) };
  }
  return {};
}

/** A solution in steps: `{"steps": ["...", "..."], "is_correct": true}`. */
function stepsTrace(
  value: JsonObject,
  name: string,
  path: JsonPath,
  decoding: Decoding,
  at: number | null,
): Trace | null {
  const steps = { value: value[name] ?? null, path: [...path, name] };
  const [trace] = decodeLabelledSteps({ ...decoding, ...steps })?.traces ?? [];
  if (!trace) return null;
  const beside = { ...trace, id: pathText(path), ...besideTrace(decoding.row, decoding.rule, at) };
  return { ...beside, ...toldIn(value, name, path, beside), ...authorIn(value) };
}

/** One of a chat completion's choices: what the model thought, and what it said. */
function messageTrace(
  choice: JsonObject,
  message: JsonObject,
  path: JsonPath,
  decoding: Decoding,
  at: number | null,
): Trace | null {
  const { content, reasoning_content: thought } = message;
  if (typeof content !== 'string') return null;
  const within = [...path, 'message'];
  const trace = textTrace(content, [...within, 'content'], path, decoding, at);
  const thoughts =
    typeof thought === 'string'
      ? solutionSteps([...within, 'reasoning_content'], thought, decoding.rule.dialect).map((step) => ({
          ...step,
          heading: 'reasoning_content',
        }))
      : [];
  return { ...trace, ...toldIn(choice, 'message', path, trace), steps: [...thoughts, ...trace.steps] };
}

/** One of Gemini's candidates: `{"content": {"role": "model", "parts": [...]}, "finishReason": "STOP"}`. */
function partsTrace(
  candidate: JsonObject,
  content: JsonObject,
  path: JsonPath,
  decoding: Decoding,
  at: number | null,
): Trace | null {
  const said = readTurn(content, [...path, 'content'], decoding);
  const [trace] = readTurns(said, { ...decoding, path }).traces;
  return trace
    ? { ...trace, ...toldIn(candidate, 'content', path, trace), setting: settingOf(decoding, at) }
    : null;
}

/** A completion in messages: `[{"role": "assistant", "content": "..."}]`, with the prompt or without it. */
function dialogueTrace(value: Json[], path: JsonPath, decoding: Decoding, at: number | null): Trace | null {
  const [trace] = decodeMessages({ ...decoding, value, path })?.traces ?? [];
  if (!trace) return null;
  const { row, rule } = decoding;
  return { ...trace, setting: settingOf(decoding, at), ...besideTrace(row, rule, at) };
}

/** Who wrote it, where the object says so. */
function authorIn(told: JsonObject): Partial<Trace> {
  const { model, model_name: name, response_model: responder, author, generator, teacher } = told;
  const named = [model, name, responder, author, generator, teacher].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return typeof named === 'string' ? { author: named } : {};
}

function textTrace(text: string, path: JsonPath, id: JsonPath, decoding: Decoding, at: number | null): Trace {
  const { row, rule } = decoding;
  return {
    ...traceAt(path, row, rule),
    id: pathText(id),
    setting: settingOf(decoding, at),
    steps: solutionSteps(path, text, rule.dialect),
    finalAnswer: finalAnswerOf(path, text, rule.dialect),
    ...besideTrace(row, rule, at),
  };
}

function settingOf({ value }: Decoding, at: number | null): string {
  return at !== null && Array.isArray(value) && value.length > 1 ? `${at + 1} of ${value.length}` : '';
}

/** What an object says of the solution that it holds. */
function toldIn(value: JsonObject, text: string, path: JsonPath, trace: Trace): Partial<Trace> {
  const rest = Object.keys(value).filter((key) => key !== text);
  const verdict = rest.find((key) => VERDICTS.includes(key) && verdictOf(value[key]) !== null);
  const told = rest.filter((key) => key !== verdict);
  const numbers = told.filter((key) => typeof value[key] === 'number');
  const facts = told
    .filter((key) => !numbers.includes(key))
    .map((key): Field => ({ path: [...path, key], value: value[key] ?? null }));
  const right = verdict === undefined ? null : verdictOf(value[verdict]);
  return {
    measures: [
      ...(trace.measures ?? []),
      ...numbers.flatMap((key) => measuresIn(value[key], [...path, key])),
    ],
    facts: [...(trace.facts ?? []), ...facts],
    ...(right === null ? {} : { published: { ...trace.published, answerRight: right } }),
  };
}
