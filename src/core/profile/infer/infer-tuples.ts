import type { Json } from '../../row/json';
import { isShortFact, isText, isWorkedText } from './field-likeness';
import { usualKind } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { traceRule } from './told-beside';

const LONGEST = 8;

/** Rows that are lists of as many texts and numbers each: a question, what solves it, and at last its answer. */
export function inferTuples(sample: Json[]): InferredRule[] {
  const columns = columnsOf(sample);
  const asked = columns.find((field) => isText(field) && isPhrase(field));
  if (!asked) return [];
  const rest = columns.slice(columns.indexOf(asked) + 1);
  const answer = rest.findLast((field) => isShortFact(field) && !isWorkedText(field));
  return [
    ruleFor(asked, { role: 'problem' }),
    ...(answer ? [ruleFor(answer, { role: 'answer', decoder: 'answer' })] : []),
    ...rest
      .filter((field) => isWorkedText(field) && field !== answer)
      .map((field) => traceRule(field, { decoder: 'solution', author: field.name, traceKind: 'model' })),
  ];
}

function columnsOf(sample: Json[]): SurveyedField[] {
  const lists = sample.filter((row) => Array.isArray(row));
  const length = lists[0]?.length ?? 0;
  const isAlike = (row: Json[]) => row.length === length && row.every((each) => typeof each !== 'object');
  if (length < 2 || length > LONGEST || lists.length < sample.length || !lists.every(isAlike)) return [];
  return Array.from({ length }, (_, at) => {
    const values = lists.flatMap((row) => row[at] ?? []);
    return { path: [at], name: String(at), values, kind: usualKind(values) };
  });
}

/** Several words, unlike an id. */
function isPhrase({ values }: SurveyedField): boolean {
  return values.every((value) => typeof value === 'string' && /\S\s\S|[\u3040-\u9fff]{4}/.test(value));
}
