import { splitLines, splitSteps } from '../../maths/split-steps';
import type { Json, JsonPath } from '../../row/json';
import { pathText, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Published, Trace } from '../reading';
import type { Decoder } from './decoder';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';

/** A worked solution as free text: cut into steps. */
export const decodeSolution: Decoder = ({ value, path, row, rule }) => {
  if (typeof value !== 'string') return null;
  const steps = stepsOf(path, value, rule.dialect, splitSteps(value));
  return {
    traces: [{ ...traceAt(path, row, rule), steps, finalAnswer: finalAnswerOf(path, value, rule.dialect) }],
  };
};

/** GSM8K: a step a line; the last line `#### N` is the answer, and no step. */
export const decodeGsm8kAnswer: Decoder = ({ value, path, row, rule }) => {
  if (typeof value !== 'string') return null;
  const finalAnswer = finalAnswerOf(path, value, 'plain');
  const steps = stepsOf(path, value, rule.dialect, splitLines(value)).filter(
    ({ source }) => !source.text.startsWith('####'),
  );
  return {
    answers: finalAnswer ? [finalAnswer] : [],
    traces: [{ ...traceAt(path, row, rule), steps, finalAnswer }],
  };
};

/** A list of texts, a step each, with the published index of the first wrong one beside it (ProcessBench). */
export const decodeStepList: Decoder = ({ value, path, row, rule }) => {
  if (!Array.isArray(value) || !value.every((step) => typeof step === 'string')) return null;
  const steps = value.map((text, at) => stepOf(sourceText([...path, at], text, rule.dialect)));
  const last = steps.at(-1)?.source;
  const trace: Trace = {
    ...traceAt(path, row, rule),
    kind: 'model',
    steps,
    finalAnswer: last ? finalAnswerOf(last.path, last.text, rule.dialect) : null,
    published: publishedVerdict(row, rule),
  };
  return { traces: [trace] };
};

/** The frame of a trace found at `path`. */
export function traceAt(path: JsonPath, row: Json, rule: RoleRule): Trace {
  const named = typeof rule.author === 'string' ? rule.author : valueAt(row, rule.author);
  return {
    id: pathText(path),
    author: typeof named === 'string' ? named : 'unknown author',
    setting: '',
    kind: typeof rule.author === 'string' ? 'reference' : 'model',
    steps: [],
    finalAnswer: null,
    published: null,
  };
}

function publishedVerdict(row: Json, rule: RoleRule): Published | null {
  const label = rule.firstErrorField && valueAt(row, rule.firstErrorField);
  const right = rule.answerRightField && valueAt(row, rule.answerRightField);
  if (typeof label !== 'number') return null;
  return { firstError: label < 0 ? null : label, answerRight: typeof right === 'boolean' ? right : null };
}
