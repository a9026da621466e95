import type { Json, JsonPath, ValueKind } from '../../row/json';
import { isObject, kindOf } from '../../row/json';
import { isColumns } from '../decoders/messages';
import { isMissing } from '../missing';

/** What the sampled rows have in one field. */
export interface SurveyedField {
  path: JsonPath;
  /** Its name in small words: `questionEN` and `question_en` are both `question en`. */
  name: string;
  /** Its values that are neither null nor an empty text nor `nan`, each from another row. */
  values: Json[];
  /** What most of these are. */
  kind: ValueKind;
}

/** Objects within objects are looked through to this depth. */
const DEEPEST = 4;
/** A row with more fields than this is a table of something else. */
const MOST_FIELDS = 300;

/** The fields of sampled rows, outer ones first; of those that hold objects, the fields in them as well. */
export function surveyFields(rows: Json[]): SurveyedField[] {
  const found = new Map<string, { path: JsonPath; values: Json[] }>();
  for (const row of rows) addFields(row, [], found);
  const fields = [...found.values()].filter(({ values }) => values.length > 0);
  return fields
    .map(({ path, values }) => ({ path, values, name: plainName(path), kind: usualKind(values) }))
    .toSorted((a, b) => a.path.length - b.path.length);
}

function addFields(value: Json, at: JsonPath, found: Map<string, { path: JsonPath; values: Json[] }>): void {
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const inner = value[key] ?? null;
    const path = [...at, key];
    const name = path.join('\u0000');
    const field = found.get(name) ?? { path, values: [] };
    if (found.size >= MOST_FIELDS && !found.has(name)) return;
    found.set(name, field);
    if (inner !== null && inner !== '' && !isMissing(inner)) field.values.push(inner);
    if (path.length < DEEPEST && !isColumns(inner)) addFields(inner, path, found);
  }
}

/** The last part of a path in small words. */
export function plainName(path: JsonPath): string {
  return String(path.at(-1) ?? '')
    .replaceAll(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, '$1$3 $2')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a field stands in what a grader says of an answer: `scores.match.explanation`. */
export function isGraders({ path }: Pick<SurveyedField, 'path'>): boolean {
  return path
    .slice(0, -1)
    .some((part) => /^(?:scores?|metrics?|grad(?:es?|ing)|judge?ments?|feedback)$/i.test(String(part)));
}

/** What most of the values are. */
export function usualKind(values: Json[]): ValueKind {
  const counts = new Map<ValueKind, number>();
  for (const value of values) counts.set(kindOf(value), (counts.get(kindOf(value)) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? 'null';
}

/** The length that half of a field's texts do not reach. */
export function usualLength({ values }: SurveyedField): number {
  const lengths = values.flatMap((value) => (typeof value === 'string' ? [value.length] : []));
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
}

/** Whether nearly all values of a field are as asked. */
export function mostly({ values }: SurveyedField, asked: (value: Json) => boolean): boolean {
  return values.length > 0 && values.filter(asked).length >= 0.8 * values.length;
}
