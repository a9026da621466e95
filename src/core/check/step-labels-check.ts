import type { Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt, findingInRow } from './place-finding';
import type { Said } from './place-finding';

/** What a dataset says of steps, and of the answer, must fit together. */
export const stepLabelsCheck: Check = {
  id: 'steps',
  title: 'Labels of steps',
  reads: 'published labels of steps, first errors and verdicts',
  severity: 'warning',
  cost: 'thorough',
  rules: ['steps/beyond', 'steps/first-error', 'steps/wrong-answer', 'steps/right-answer'],
  start: () => ({
    row: (row) => (row.reading()?.traces ?? []).flatMap((trace) => ofTrace(trace, row)),
  }),
};

function ofTrace(trace: Trace, row: CheckedRow): Finding[] {
  const first = trace.published?.firstError;
  const bad = trace.steps.findIndex(({ label }) => label === 'bad');
  if (typeof first === 'number' && first >= trace.steps.length)
    return [
      findingInRow(row, {
        rule: 'steps/beyond',
        severity: 'error',
        message: `The first error is said to be in step ${first + 1}, but there are ${trace.steps.length} steps.`,
        evidence: String(first),
      }),
    ];
  if (first !== undefined && bad >= 0 && first !== bad)
    return [
      at(trace, bad, row, {
        rule: 'steps/first-error',
        severity: 'warning',
        message: `Step ${bad + 1} is the first bad one, but the first error is said to be ${first === null ? 'nowhere' : `in step ${first + 1}`}.`,
        evidence: `${first} against ${bad}`,
      }),
    ];
  return answerFindings(trace, first ?? (bad >= 0 ? bad : null), row);
}

/** A wrong step may still come to the right answer; a wrong answer must come from somewhere. */
function answerFindings(trace: Trace, error: number | null, row: CheckedRow): Finding[] {
  const right = trace.published?.answerRight ?? null;
  if (right === true && error !== null)
    return [
      at(trace, error, row, {
        rule: 'steps/right-answer',
        severity: 'info',
        message: `Step ${error + 1} is wrong, but the answer is right.`,
        evidence: String(error),
      }),
    ];
  const judged =
    trace.published?.firstError === null ||
    (trace.steps.length > 0 && trace.steps.every(({ label }) => label !== undefined));
  if (right === false && error === null && judged)
    return [
      findingInRow(row, {
        rule: 'steps/wrong-answer',
        severity: 'warning',
        message: 'The answer is said to be wrong, but no step is.',
        evidence: trace.id,
      }),
    ];
  return [];
}

function at(trace: Trace, step: number, row: CheckedRow, said: Said): Finding {
  const source = trace.steps[step]?.source;
  return source ? findingAt(row, source, said) : findingInRow(row, said);
}
