import type { Trace } from '../profile/reading';
import { pathText, valueAt } from '../row/json';
import type { JsonPath } from '../row/json';
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
  rules: ['trace/truncated', 'trace/refusal', 'trace/empty'],
  start: () => ({
    row: (row) => {
      const traces = (row.reading()?.traces ?? []).filter(({ kind }) => kind === 'model');
      return [...traces.flatMap((trace) => ofTrace(trace, row)), ...blankBeside(traces, row)];
    },
  }),
};

/** Texts of white space in lists of solutions, which are read as no traces. */
function blankBeside(traces: Trace[], row: CheckedRow): Finding[] {
  const value = row.parsed.kind === 'value' ? row.parsed.value : null;
  const places = traces.flatMap(({ id, steps: [first] }) =>
    first && pathText(first.source.path) === id ? [first.source.path.slice(0, -1)] : [],
  );
  const lists = new Map(places.map((path) => [pathText(path), path]));
  return [...lists.values()].flatMap((list) => {
    const texts = valueAt(value, list);
    if (!Array.isArray(texts)) return [];
    return texts.flatMap((text, at) =>
      typeof text === 'string' && text.trim() === '' ? [blankAt([...list, at], text, row)] : [],
    );
  });
}

function blankAt(path: JsonPath, text: string, row: CheckedRow): Finding {
  const source = { path, text, start: 0, end: text.length, dialect: 'plain' as const };
  return findingAt(row, source, { ...EMPTY, evidence: '' });
}

const EMPTY = { rule: 'trace/empty', severity: 'warning' as const, message: 'The trace says nothing.' };

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
  return nearlyEmpty ? [findingAt(row, first, { ...EMPTY, evidence: first.text.trim() })] : [];
}
