import type { SourceText, Trace } from '../profile/reading';
import { pathText, valueAt } from '../row/json';
import type { JsonPath } from '../row/json';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt, findingInRow } from './place-finding';

/** Traces that are no solutions: refused, cut short, hardly there, or in the words of an assistant. */
export const traceCheck: Check = {
  id: 'trace',
  title: 'Traces that are no solutions',
  reads: 'the texts and facts of every trace that is not the reference solution',
  severity: 'warning',
  cost: 'thorough',
  rules: ['trace/truncated', 'trace/refusal', 'trace/empty', 'trace/boilerplate'],
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

/** What an assistant says before a solution and after it, to whoever asked. */
const OPENING =
  /^\s*(?:(?:Sure|Certainly|Of course|Absolutely|Great question)\b(?:[!.:]|,(?= (?:here|let|I)\b))[^.!:\n\d$\\]{0,80}(?:[.!:](?=\s|$)|$)|(?:I(?:['’]d| would) be happy to|I(?:['’]ll| will) (?:gladly )?help you)[^.!:\n\d$\\]{0,80}(?:[.!:](?=\s|$)|$))/i;
const CLOSING =
  /(?:I hope (?:this|that) helps|(?:Please )?(?:let me know|feel free to ask) if you[^.!?\n\d$\\]{0,80}|Is there anything else[^.!?\n\d$\\]{0,80}|Happy (?:learning|studying))[.!?]*\s*$/i;

function boilerplateIn({ steps }: Trace, row: CheckedRow): Finding[] {
  const said = { rule: 'trace/boilerplate', severity: 'info' as const };
  const [first, last] = [steps[0]?.source, steps.at(-1)?.source];
  const opening = first && OPENING.exec(first.text);
  const closing = last && CLOSING.exec(last.text);
  return [
    ...(opening ? [spoken(row, first, opening, said)] : []),
    ...(closing ? [spoken(row, last, closing, said)] : []),
  ];
}

function spoken(
  row: CheckedRow,
  source: SourceText,
  { 0: words, index }: RegExpExecArray,
  said: Pick<Finding, 'rule' | 'severity'>,
): Finding {
  const message = 'An assistant speaks here, to whoever asked: it is no part of a solution.';
  const place = { start: index, end: index + words.trimEnd().length };
  return findingAt(row, source, { ...said, message, evidence: words.trim() }, place);
}

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
  if (nearlyEmpty) return [findingAt(row, first, { ...EMPTY, evidence: first.text.trim() })];
  return boilerplateIn(trace, row);
}
