import { isObject, pathText, valueAt } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { Trace } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { decodeMessages } from './messages';
import { decodePrompt } from './prompt';
import { solutionTrace } from './solutions';
import { withStepsBefore } from './steps-before';
import { decodeTranscript, isTranscript } from './transcript';

/** One of a pair, chosen or rejected, or a completion that is wanted or not: a text, a dialogue or a list of messages. */
export const decodePreference: Decoder = (decoding) => {
  const { value, path } = decoding;
  if (typeof value === 'string') return ofText(value, decoding);
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))
    return { traces: value.map((each, at) => textTrace(each, [...path, at], decoding)) };
  if (isObject(value)) {
    const key = ['content', 'value', 'text', 'response'].find((name) => typeof value[name] === 'string');
    if (key === undefined) return null;
    return decodePreference({ ...decoding, value: value[key] ?? null, path: [...path, key] });
  }
  return ofDialogue(asDialogue(decoding), decoding);
};

/** A text alone, or one with the whole dialogue in it: `Human: ... Assistant: ...`. */
function ofText(text: string, decoding: Decoding): ReturnType<Decoder> {
  if (text.trim() === '') return null;
  if (isTranscript(text)) return ofDialogue(decodeTranscript(decoding), decoding);
  return { traces: [textTrace(text, decoding.path, decoding)] };
}

function ofDialogue(part: ReturnType<Decoder>, { path, row, rule }: Decoding): ReturnType<Decoder> {
  const trace = part?.traces?.[0];
  if (!part || !trace) return null;
  const problem = rule.preferred === true && !hasPrompt(row) ? (part.problem ?? []) : [];
  const steps = withStepsBefore(trace.steps, row, rule);
  return { problem, traces: [{ ...trace, id: pathText(path), steps, ...besideTrace(row, rule, null) }] };
}

function textTrace(text: string, path: JsonPath, { row, rule }: Decoding): Trace {
  const trace = solutionTrace(text, path, row, rule);
  return { ...trace, kind: 'model', steps: withStepsBefore(trace.steps, row, rule) };
}

/** A dialogue, with the question or without it: answers alone are all of them the trace. */
function asDialogue(decoding: Decoding) {
  const part = decodePrompt(decoding);
  if (part) return part;
  return decodeMessages(decoding);
}

function hasPrompt(row: Json): boolean {
  return ['prompt', 'question', 'problem', 'instruction', 'input', 'conversations', 'trajectory'].some(
    (name) => valueAt(row, [name]) !== undefined,
  );
}
