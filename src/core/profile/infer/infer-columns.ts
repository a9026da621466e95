import { isObject } from '../../row/json';
import type { InferredRule } from './inferred-rule';
import { isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import type { SurveyedField } from './field-survey';
import { gradeOf } from './grade-of';
import { authorBeside, preferencesOf } from './infer-better';
import { caption, traceRule } from './told-beside';
import type { Traced } from './told-beside';

const SOLUTION_WORD =
  /solution|response|generation|output|rationale|trace|completion|\bcot\b|attempt|sample|reasoning|proof/;

/** A number ends its name, or a letter that stands apart: `response_a`, `responseB`. */
const COLUMN = /^(?<stem>.*(?:\D(?=\d)|[_\s-](?=[A-Da-d]$)|[a-z](?=[A-D]$)))(?:\d{1,3}|[A-Da-d])$/;

/** Solutions in columns: numbered ones, and an object a model. */
export function inferColumns(pool: FieldPool): InferredRule[] {
  return [...numberedColumns(pool), ...objectsByModel(pool)];
}

/** `r1_solution_1`, `r1_solution_2`, or `response_A`, `response_B`: one trace each. */
function numberedColumns(pool: FieldPool): InferredRule[] {
  const stems = new Map<string, SurveyedField[]>();
  for (const field of pool.like((each) => each.path.length === 1 && isText(each))) {
    const { stem } = COLUMN.exec(String(field.path[0]))?.groups ?? {};
    if (stem !== undefined && SOLUTION_WORD.test(stem.toLowerCase()))
      stems.set(stem, [...(stems.get(stem) ?? []), field]);
  }
  return [...stems].flatMap(([stem, fields]) => {
    const [first] = fields;
    if (!first || fields.length < 2) return [];
    for (const field of fields) pool.remove(field);
    const rule: Traced = {
      decoder: 'solution',
      author: (COLUMN.exec(caption(first))?.groups?.['stem'] ?? caption(first)).replace(/[_\s-]+$/, ''),
      traceKind: /^(?:official_?|human_?|reference_?)?solution_?$/i.test(stem) ? 'reference' : 'model',
    };
    const grades = fields.map((field) => gradeOf(pool, field));
    if (grades.some(({ answerRightField }) => answerRightField !== undefined))
      return fields.map((field, at) => traceRule(field, { ...rule, traceKind: 'model', ...grades[at] }));
    const preferences = preferencesOf(pool, fields);
    if (preferences || !/\d$/.test(caption(first)))
      return fields.map((field, at) =>
        traceRule(field, {
          ...rule,
          ...(preferences ? { traceKind: 'model' } : {}),
          author: authorBeside(pool, field),
          ...preferences?.[at],
        }),
      );
    return [traceRule(first, { ...rule, keys: `^${escaped(stem)}\\d{1,3}$` })];
  });
}

/** `"175b_finetuning": {"solution": "...", "is_correct": false}`: one trace a model. */
function objectsByModel(pool: FieldPool): InferredRule[] {
  const objects = pool.like(
    (field) =>
      field.path.length === 1 &&
      field.kind === 'object' &&
      holds(field, ['solution', 'response', 'output', 'completion', 'generation']) &&
      holds(field, ['is_correct', 'correct', 'passed', 'label', 'score']),
  );
  const [first] = objects;
  if (!first) return [];
  for (const field of objects) pool.remove(field);
  const keys = `^(?:${objects.map(({ path }) => escaped(String(path[0]))).join('|')})$`;
  return [traceRule(first, { decoder: 'model-solution', keys })];
}

function holds({ values }: SurveyedField, names: readonly string[]): boolean {
  return values.some((value) => isObject(value) && names.some((name) => Object.hasOwn(value, name)));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
