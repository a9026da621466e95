import { valueAt } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { SourceText, Step, Trace } from '../reading';
import type { Decoder, Decoding } from './decoder';
import { finalAnswerOfSteps, publishedSteps } from './labelled-steps';
import { solutionSteps, traceAt } from './solutions';
import { sourceText, stepOf } from './source-text';
import { stepLabel } from './step-label';

/**
 * Steps that each have a sign for right or wrong behind them: in one text, `Step 1: ... +\nStep 2: ... -` (Math-Shepherd), or in a
 * dialogue whose user tells the steps and whose assistant says the signs (RLHFlow). The problem may stand before the first of them.
 */
export const decodeJudgedSteps: Decoder = ({ value, path, row, rule }) => {
  const whole = wholeSolution(value, path, rule);
  const steps =
    whole?.steps ?? (typeof value === 'string' ? inText(value, path, rule) : inTurns(value, path, rule));
  if (steps.length === 0) return null;
  const trace: Trace = {
    ...traceAt(path, row, rule),
    kind: rule.traceKind ?? 'model',
    steps,
    finalAnswer: finalAnswerOfSteps(steps, rule.dialect),
    published: whole ? { answerRight: whole.right } : publishedSteps(steps, null),
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

/** One judgement behind a whole solution is that of its answer, and of none of its steps. */
function wholeSolution(
  turns: Json,
  path: JsonPath,
  rule: Decoding['rule'],
): { steps: Step[]; right: boolean } | null {
  if (!Array.isArray(turns) || turns.length !== 2) return null;
  const { text, place, sign } = turnAt(turns, path, 0);
  if (typeof text !== 'string') return null;
  const inSteps = inText(text, place, rule).map(({ label: _label, ...step }) => step);
  if (inSteps.length === 1 || (inSteps.length === 0 && startOfFirst(text) > 0)) return null;
  const steps = inSteps.length > 0 ? inSteps : solutionSteps(place, text, rule.dialect);
  return { steps, right: stepLabel(sign, rule.zero) === 'good' };
}

/** What a turn says, where, and the sign that the next one says of it. */
function turnAt(turns: Json[], path: JsonPath, at: number) {
  const key = valueAt(turns, [at, 'content']) === undefined ? 'value' : 'content';
  const text = valueAt(turns, [at, key]);
  return { text, place: [...path, at, key], sign: valueAt(turns, [at + 1, key]) };
}

/** Where the first step begins that has the problem before it. */
function startOfFirst(text: string): number {
  const marked = /Step 1:|(?<=\n#*\s*(?:Solution )?(?:Process|Solution):\s*)\S/.exec(text);
  return marked?.index ?? 0;
}

/** A step without a sign behind it, such as the last that was cut off, has no label. */
function inTurns(turns: Json, path: JsonPath, { dialect, zero }: Decoding['rule']): Step[] {
  if (!Array.isArray(turns)) return [];
  return turns.flatMap((_, at) => {
    const { text, place, sign } = turnAt(turns, path, at);
    if (typeof text !== 'string' || at % 2 === 1) return [];
    return judged(sourceText(place, text, dialect, at === 0 ? startOfFirst(text) : 0), sign, zero);
  });
}

function judged(source: SourceText, sign: Json | undefined, zero: Decoding['rule']['zero']): Step {
  const label = stepLabel(sign, zero);
  return { ...stepOf(source), ...(label === null ? {} : { label }) };
}
