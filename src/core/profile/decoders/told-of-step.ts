import type { Json, JsonObject, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Measure, SourceText, Step } from '../reading';
import { measuresIn } from './beside';
import type { Decoding } from './decoder';
import { sourceText } from './source-text';
import { stepLabel } from './step-label';
import { stepKeys } from './step-members';

const LABELS = ['label', 'rating', 'is_correct', 'correct', 'hard_label', 'verdict', 'judgment', 'judgement'];

/** The label, numbers and remarks of a step: in its object, or at its place in the lists beside. */
export function toldOfStep(value: Json, path: JsonPath, { row, rule }: Decoding, at: number): Partial<Step> {
  const own = isObject(value) ? ownLabel(value) : undefined;
  const beside = rule.labelsField ? valueAt(row, [...rule.labelsField, at]) : rightByNumber(row, rule, at);
  const remarks = faultsIn(value, path, rule.dialect);
  const label = stepLabel(own ?? beside, rule.zero) ?? (remarks.length > 0 ? 'bad' : null);
  const measures = [...numbersAt(row, rule, at), ...scoresIn(value, path)];
  const said = [...remarks, ...notesIn(value, path, rule.dialect)];
  const uses = usesIn(value);
  return {
    ...(label === null ? {} : { label }),
    ...(measures.length ? { measures } : {}),
    ...(said.length ? { remarks: said } : {}),
    ...(uses.length ? { uses } : {}),
  };
}

/** What a step's object says of it: that it is right, or by the other name that it is not. */
function ownLabel(value: JsonObject): Json | undefined {
  const label = LABELS.map((name) => value[name]).find((told) => told !== undefined);
  const wrong = WRONG.map((name) => value[name]).find((told) => typeof told === 'boolean');
  return label ?? (wrong === undefined ? undefined : !wrong);
}

const WRONG = ['is_error', 'has_error', 'is_wrong', 'is_incorrect', 'error'];

const FAULTS = ['error', 'mistake', 'misconception', 'error_type', 'error_category', 'error_explanation'];
const NO_FAULT = /^(?:none|no|n\/a|null|correct|no error)?$/i;

/** What an object says in words of what is wrong with its step. */
function faultsIn(value: Json, path: JsonPath, dialect: SourceText['dialect']): SourceText[] {
  if (!isObject(value)) return [];
  return FAULTS.flatMap((key) => {
    const told = value[key];
    return typeof told === 'string' && !NO_FAULT.test(told.trim())
      ? [sourceText([...path, key], told, dialect)]
      : [];
  });
}

const NOTES = [
  'hint',
  'critique',
  'feedback',
  'comment',
  'justification',
  'reason',
  'formula',
  'expression',
  'equation',
  'calculation',
  'result',
];

/** What else an object says of its step in words. */
function notesIn(value: Json, path: JsonPath, dialect: SourceText['dialect']): SourceText[] {
  if (!isObject(value)) return [];
  const text = stepKeys(value)?.text;
  return NOTES.filter((key) => key !== text).flatMap((key) => {
    const told = value[key];
    if (typeof told === 'number') return [sourceText([...path, key], String(told), 'plain')];
    return typeof told === 'string' && told.trim() !== '' ? [sourceText([...path, key], told, dialect)] : [];
  });
}

const SCORE = /score|reward|prob|confidence|advantage|^q?_?value$|weight|^difficulty$/i;

/** The numbers that an object has about its step. */
function scoresIn(value: Json, path: JsonPath): Measure[] {
  if (!isObject(value)) return [];
  const keys = Object.keys(value).filter((key) => SCORE.test(key) && typeof value[key] === 'number');
  return keys.flatMap((key) => measuresIn(value[key], [...path, key]));
}

const USES = [
  'concept',
  'concepts',
  'concept_ids',
  'skill',
  'skills',
  'knowledge_points',
  'hint_ids',
  'theorem',
  'theorems',
  'uses',
];

/** The concepts, skills and hints that an object names for its step, by their ids or names. */
function usesIn(value: Json): string[] {
  if (!isObject(value)) return [];
  return USES.flatMap((key) => {
    const told = value[key];
    const all = Array.isArray(told) ? told : [told];
    return all.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
  });
}

/** Whether a step is right, where the row lists the numbers of those that are not. */
function rightByNumber(row: Json, { wrongStepsField }: RoleRule, at: number): boolean | undefined {
  const wrong = wrongStepsField && valueAt(row, wrongStepsField);
  return Array.isArray(wrong) ? !wrong.includes(at + 1) : undefined;
}

const RATINGS: Record<string, string> = { '1': 'good', '0': 'neutral', '-1': 'bad' };

/** Probabilities of the ratings 1, 0 and -1 go by the words for them. */
function numbersAt(row: Json, { stepNumbersField }: RoleRule, at: number): Measure[] {
  if (!stepNumbersField) return [];
  const path = [...stepNumbersField, at];
  const value = valueAt(row, path);
  if (!isObject(value)) return measuresIn(value, path, String(stepNumbersField.at(-1)));
  const keys = Object.keys(value).toSorted((a, b) => Number(b) - Number(a));
  return keys.flatMap((key) => measuresIn(value[key], [...path, key], RATINGS[key] ?? key));
}
