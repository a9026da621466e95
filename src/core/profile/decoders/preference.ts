import { isObject, pathText, valueAt } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { Trace } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { decodeMessages } from './messages';
import { decodePrompt } from './prompt';
import { solutionTrace } from './solutions';

/** One of a pair, chosen or rejected, or a completion that is wanted or not: a text, a dialogue or a list of messages. */
export const decodePreference: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (typeof value === 'string')
    return value.trim() === '' ? null : { traces: [textTrace(value, path, decoding)] };
  if (isObject(value)) {
    const key = ['content', 'value', 'text', 'response'].find((name) => typeof value[name] === 'string');
    if (key === undefined) return null;
    return decodePreference({ ...decoding, value: value[key] ?? null, path: [...path, key] });
  }
  const part = asDialogue(decoding);
  const trace = part?.traces?.[0];
  if (!part || !trace) return null;
  const problem = rule.preferred === true && !hasPrompt(row) ? (part.problem ?? []) : [];
  return { problem, traces: [{ ...trace, id: pathText(path), ...beside(row, decoding) }] };
};

function textTrace(text: string, path: JsonPath, { row, rule }: Decoding): Trace {
  return { ...solutionTrace(text, path, row, rule), kind: 'model' };
}

function beside(row: Json, { rule }: Decoding) {
  return besideTrace(row, rule, null);
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
