import type { Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt, findingInRow } from './place-finding';

/** Traces that are no solutions: refused, cut short, or hardly there. */
export const traceCheck: Check = {
  id: 'trace',
  title: 'Traces that are no solutions',
  reads: 'the texts and facts of every trace that is not the reference solution',
  severity: 'warning',
  cost: 'thorough',
  start: () => ({
    row: (row) =>
      (row.reading()?.traces ?? [])
        .filter(({ kind }) => kind === 'model')
        .flatMap((trace) => ofTrace(trace, row)),
  }),
};

const REFUSAL =
  /^\s*(?:I(?:['’]m| am) sorry,? but|I apologi[sz]e,? but|Sorry,? (?:but )?I can(?:no|['’])t|I can(?:not|['’]t) (?:help|assist|answer|solve)|As an AI(?: language)? model|I(?:['’]m| am) (?:unable|not able) to (?:help|assist|answer|solve))/i;

function ofTrace(trace: Trace, row: CheckedRow): Finding[] {
  const cut = trace.facts?.find(
    ({ path, value }) =>
      /(?:finish|stop)_?reason/i.test(path.join('.')) &&
      typeof value === 'string' &&
      /^(?:length|max_tokens)$/i.test(value),
  );
  if (cut)
    return [
      findingInRow(row, {
        rule: 'trace/truncated',
        severity: 'warning',
        message: `${trace.author || 'The trace'} was cut short: it finished by its length.`,
        evidence: 'length',
      }),
    ];
  const first = trace.steps[0]?.source;
  if (!first) return [];
  const opening = REFUSAL.exec(first.text)?.[0];
  if (opening !== undefined)
    return [
      findingAt(
        row,
        first,
        {
          rule: 'trace/refusal',
          severity: 'warning',
          message: 'The trace refuses to answer.',
          evidence: opening.trim(),
        },
        { start: 0, end: opening.length },
      ),
    ];
  const nearlyEmpty =
    trace.steps.length === 1 && trace.finalAnswer === null && !/[\p{L}\p{N}]{1}/u.test(first.text);
  return nearlyEmpty
    ? [
        findingAt(row, first, {
          rule: 'trace/empty',
          severity: 'warning',
          message: 'The trace says nothing.',
          evidence: first.text.trim(),
        }),
      ]
    : [];
}
