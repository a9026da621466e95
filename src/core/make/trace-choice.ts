import type { Reading, Trace } from '../profile/reading';
import type { Json } from '../row/json';
import { valueAt } from '../row/json';

/** A right and a wrong solution of one problem, as preference training reads them (the names of the TRL library). */
export interface PreferencePair {
  prompt: string;
  chosen: string;
  rejected: string;
}

/** One solution with its verdict, as training on single answers reads it. */
export interface LabelledCompletion {
  prompt: string;
  completion: string;
  label: boolean;
}

/** How many traces there were of each kind: what a selection leaves out is seen. */
export interface TraceCounts {
  right: number;
  wrong: number;
  unknown: number;
}

/** Whether the dataset says that a trace is right, by its answer or its steps, else whether it was wanted; null where it says nothing. */
function isRight({ published }: Trace): boolean | null {
  if (!published) return null;
  const { answerRight, firstError, preferred } = published;
  if (answerRight === false || typeof firstError === 'number') return false;
  return answerRight === true || firstError === null || (preferred ?? null);
}

export function countTraces({ traces }: Reading): TraceCounts {
  const counts: TraceCounts = { right: 0, wrong: 0, unknown: 0 };
  for (const trace of traces) counts[polarity(trace)]++;
  return counts;
}

function polarity(trace: Trace): keyof TraceCounts {
  const right = isRight(trace);
  return right === null ? 'unknown' : right ? 'right' : 'wrong';
}

/** Every right solution with every wrong one, in the row's order; at most `most` pairs. */
export function preferencePairs(row: Json, reading: Reading, most: number): PreferencePair[] {
  const prompt = promptOf(reading);
  const completions = labelledCompletions(row, reading);
  const texts = (label: boolean) => completions.filter((each) => each.label === label);
  const pairs = texts(true).flatMap((chosen) =>
    texts(false).map((rejected) => ({
      prompt,
      chosen: chosen.completion,
      rejected: rejected.completion,
    })),
  );
  return pairs.slice(0, most);
}

/** The traces of which the dataset says whether they are right. */
export function labelledCompletions(row: Json, reading: Reading): LabelledCompletion[] {
  const prompt = promptOf(reading);
  return reading.traces.flatMap((trace) => {
    const label = isRight(trace);
    return label === null ? [] : [{ prompt, completion: traceText(row, trace), label }];
  });
}

function promptOf({ problem }: Reading): string {
  return problem.map(({ text }) => text).join('\n\n');
}

/** The field as it stands where all steps are of one field, else the steps with a blank line between them. */
function traceText(row: Json, { steps }: Trace): string {
  const [first] = steps;
  const whole = first && valueAt(row, first.source.path);
  const inOne = steps.every(({ source }) => source.path === first?.source.path);
  if (inOne && typeof whole === 'string') return whole;
  return steps.map(({ source }) => source.text).join('\n\n');
}
