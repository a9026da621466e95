import type { Dialect } from '../../maths/dialect';
import { splitLines, splitSteps } from '../../maths/split-steps';
import type { Json, JsonPath } from '../../row/json';
import { pathText, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { SourceText, Step, Trace } from '../reading';
import { besideTrace } from './beside';
import type { Decoder } from './decoder';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';
import { taggedAnswer, taggedSteps } from './tagged-text';

/** A worked solution as free text: cut into steps. */
export const decodeSolution: Decoder = ({ value, path, row, rule }) => {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return { traces: [solutionTrace(value, path, row, rule)] };
};

/** A solution's text as a trace, with what stands beside it. */
export function solutionTrace(text: string, path: JsonPath, row: Json, rule: RoleRule): Trace {
  return {
    ...traceAt(path, row, rule),
    steps: solutionSteps(path, text, rule.dialect),
    finalAnswer: taggedAnswer(path, text, rule.dialect) ?? finalAnswerOf(path, text, rule.dialect),
    ...besideTrace(row, rule, null),
  };
}

/** The steps of a solution: the blocks of its template where it has tags, else its paragraphs or lines. */
export function solutionSteps(path: JsonPath, text: string, dialect: Dialect): Step[] {
  return taggedSteps(path, text, dialect) ?? stepsOf(path, text, dialect, splitSteps(text));
}

/** GSM8K: a step a line; the last line `#### N`, or `A: N` in published model solutions, is the answer, and no step. */
export const decodeGsm8kAnswer: Decoder = ({ value, path, row, rule }) => {
  if (typeof value !== 'string') return null;
  const finalAnswer = finalAnswerOf(path, value, 'plain');
  const steps = stepsOf(path, value, rule.dialect, splitLines(value))
    .filter(({ source }) => !/^(?:####|A: *\S+$)/.test(source.text))
    .map(withSubQuestion);
  const trace = { ...traceAt(path, row, rule), steps, finalAnswer };
  return { answers: finalAnswer && trace.kind === 'reference' ? [finalAnswer] : [], traces: [trace] };
};

/** GSM8K's socratic form: `sub-question ** step` in one line. */
function withSubQuestion(step: Step): Step {
  const { source } = step;
  const [, question, sign] = /^(\S.*?\?)(\s+\*\*\s+)(?=\S)/.exec(source.text) ?? [];
  if (question === undefined || sign === undefined) return step;
  return {
    ...step,
    source: partOf(source, question.length + sign.length, source.text.length),
    subQuestion: partOf(source, 0, question.length),
  };
}

function partOf(source: SourceText, from: number, to: number): SourceText {
  const { start, text } = source;
  return { ...source, start: start + from, end: start + to, text: text.slice(from, to) };
}

/** A list of texts, a step each, with the published index of the first wrong one beside it (ProcessBench). */
export const decodeStepList: Decoder = ({ value, path, row, rule }) => {
  if (!Array.isArray(value) || !value.every((step) => typeof step === 'string')) return null;
  const steps = value.map((text, at) => stepOf(sourceText([...path, at], text, rule.dialect)));
  const last = steps.at(-1)?.source;
  const trace: Trace = {
    ...traceAt(path, row, rule),
    kind: rule.traceKind ?? 'model',
    steps,
    finalAnswer: last ? finalAnswerOf(last.path, last.text, rule.dialect) : null,
    ...besideTrace(row, rule, null),
  };
  return { traces: [trace] };
};

/** The frame of a trace found at `path`. */
export function traceAt(path: JsonPath, row: Json, rule: RoleRule): Trace {
  const named = typeof rule.author === 'string' ? rule.author : valueAt(row, rule.author);
  return {
    id: pathText(path),
    author: typeof named === 'string' && named !== '' ? named : String(path.at(-1) ?? 'unknown author'),
    setting: '',
    kind: rule.traceKind ?? (typeof rule.author === 'string' ? 'reference' : 'model'),
    steps: [],
    finalAnswer: null,
    published: null,
  };
}
