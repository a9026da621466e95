import { valueAt } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { SourceText, Step, Trace } from '../reading';
import type { Decoder, Decoding } from './decoder';
import { finalAnswerOfSteps, publishedSteps, stepLabel } from './labelled-steps';
import { traceAt } from './solutions';
import { sourceText, stepOf } from './source-text';

/**
 * Steps that each have a sign for right or wrong behind them: in one text, `Step 1: ... +\nStep 2: ... -` (Math-Shepherd), or in a
 * dialogue whose user tells the steps and whose assistant says the signs (RLHFlow). The problem may stand before the first of them.
 */
export const decodeJudgedSteps: Decoder = ({ value, path, row, rule }) => {
  const steps = typeof value === 'string' ? inText(value, path, rule) : inTurns(value, path, rule);
  if (steps.length === 0) return null;
  const trace: Trace = {
    ...traceAt(path, row, rule),
    kind: rule.traceKind ?? 'model',
    steps,
    finalAnswer: finalAnswerOfSteps(steps, rule.dialect),
    published: publishedSteps(steps, null),
  };
  return { traces: [trace] };
};

const STEP = /Step \d{1,3}:[\s\S]*?(?=\s*\n\s*Step \d{1,3}:|\s*$)/g;

function inText(text: string, path: JsonPath, { dialect, zero }: Decoding['rule']): Step[] {
  return [...text.matchAll(STEP)].map(({ 0: step, index }) => {
    const sign = /\s*[+-]$/.exec(step)?.[0] ?? '';
    const source = sourceText(path, text, dialect, index, index + step.length - sign.length);
    return judged(source, sign, zero);
  });
}

/** A step without a sign behind it, such as the last that was cut off, has no label. */
function inTurns(turns: Json, path: JsonPath, { dialect, zero }: Decoding['rule']): Step[] {
  if (!Array.isArray(turns)) return [];
  const said = (at: number): [Json | undefined, JsonPath] => {
    const key = valueAt(turns, [at, 'content']) === undefined ? 'value' : 'content';
    return [valueAt(turns, [at, key]), [...path, at, key]];
  };
  return turns.flatMap((_, at) => {
    const [text, place] = said(at);
    if (typeof text !== 'string' || at % 2 === 1) return [];
    const from = at === 0 ? Math.max(0, text.search(/Step 1:/)) : 0;
    return judged(sourceText(place, text, dialect, from), said(at + 1)[0], zero);
  });
}

function judged(source: SourceText, sign: Json | undefined, zero: Decoding['rule']['zero']): Step {
  const label = stepLabel(sign, zero);
  return { ...stepOf(source), ...(label === null ? {} : { label }) };
}
