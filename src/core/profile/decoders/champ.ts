import { splitSteps } from '../../maths/split-steps';
import type { Json, JsonPath } from '../../row/json';
import { isObject, pathText, valueAt } from '../../row/json';
import type { Step, Trace } from '../reading';
import type { Decoder } from './decoder';
import { traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';

/** CHAMP's own solution: steps with positions into the row's list of hints and concepts. */
export const decodeChampSteps: Decoder = ({ value, path, row, rule }) => {
  if (!Array.isArray(value)) return null;
  const ids = valueAt(row, ['ch_list']);
  const steps = value.flatMap((step, at): Step[] => {
    const text = valueAt(step, ['_raw_text']);
    if (typeof text !== 'string') return [];
    const used = valueAt(step, ['ch_idxs']);
    return [
      { ...stepOf(sourceText([...path, at, '_raw_text'], text, rule.dialect)), uses: idsAt(ids, used) },
    ];
  });
  return { traces: [{ ...traceAt(path, row, rule), steps }] };
};

/** CHAMP's model solutions, keyed `MODEL|PROMPT`, each with the span of its first wrong step. */
export const decodeChampSolutions: Decoder = ({ value, path }) => {
  if (!isObject(value)) return null;
  const traces = Object.entries(value).flatMap(([key, solution]): Trace[] => {
    const cut = key.indexOf('|');
    const [author, setting] = cut === -1 ? [key, ''] : [key.slice(0, cut), key.slice(cut + 1)];
    return annotatedSolution(solution, [...path, key, 'text'], author, setting, [...path, key]);
  });
  return { traces };
};

/** The same, one solution a row. */
export const decodeChampSolutionRow: Decoder = ({ path, row }) => {
  const model = valueAt(row, ['model']);
  const prompt = valueAt(row, ['prompt']);
  const author = typeof model === 'string' ? model : 'unknown author';
  return { traces: annotatedSolution(row, path, author, typeof prompt === 'string' ? prompt : '', path) };
};

/** A wrong span is given in Unicode code points; the start of the first step it touches is the first error. */
function annotatedSolution(
  solution: Json,
  path: JsonPath,
  author: string,
  setting: string,
  at: JsonPath,
): Trace[] {
  const text = valueAt(solution, ['text']);
  if (typeof text !== 'string') return [];
  const steps = stepsOf(path, text, 'markdown', splitSteps(text));
  const start = valueAt(solution, ['start_idx']);
  const end = valueAt(solution, ['end_idx']);
  const spanned = typeof start === 'number' && typeof end === 'number';
  if (spanned) markWrong(steps, utf16Offset(text, start), utf16Offset(text, end));
  const firstError = steps.findIndex(({ wrong }) => wrong.length > 0);
  return [
    {
      id: pathText(at),
      author,
      setting,
      kind: 'model',
      steps,
      finalAnswer: finalAnswerOf(path, text, 'markdown'),
      published: { firstError: firstError === -1 ? null : firstError, answerRight: null },
    },
  ];
}

function markWrong(steps: Step[], start: number, end: number): void {
  for (const { source, wrong } of steps) {
    const from = Math.max(start, source.start);
    const to = Math.min(end, source.end);
    if (from < to) wrong.push({ start: from - source.start, end: to - source.start });
  }
}

function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let count = 0; count < codePoints && offset < text.length; count++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

function idsAt(ids: Json | undefined, positions: Json | undefined): string[] {
  if (!Array.isArray(ids) || !Array.isArray(positions)) return [];
  return positions
    .map((position) => (typeof position === 'number' ? ids[position] : undefined))
    .filter((id) => typeof id === 'string');
}
