import type { Reading, SourceText } from '../reading';
import type { Decoder } from './decoder';
import { problemInPrompt } from './instruction';
import { decodeMessages } from './messages';
import { sourceText } from './source-text';

/** A prompt, a text or a dialogue whose last question it is: the problem, without the usual instructions to a model. */
export const decodePrompt: Decoder = (decoding) => {
  const { value, path, rule } = decoding;
  if (typeof value === 'string')
    return { problem: [withoutInstruction(sourceText(path, value, rule.dialect))] };
  const part = decodeMessages(decoding);
  return part && hasProblem(part) ? { ...part, problem: part.problem.map(withoutInstruction) } : null;
};

function hasProblem(part: Partial<Reading>): part is Partial<Reading> & Pick<Reading, 'problem'> {
  return part.problem !== undefined && part.problem.length > 0;
}

function withoutInstruction(source: SourceText): SourceText {
  const { start, end } = problemInPrompt(source.text);
  return {
    ...source,
    text: source.text.slice(start, end),
    start: source.start + start,
    end: source.start + end,
  };
}
