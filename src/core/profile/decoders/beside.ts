import type { Json, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Field, Measure, Published } from '../reading';
import { betterSide, countedBetter } from './better-side';

/** What stands beside a trace. `at` is its place where the row has a list of traces: fields beside it are lists in the same order. */
export interface Beside {
  measures?: Measure[];
  facts?: Field[];
  published: Published | null;
}

export function besideTrace(row: Json, rule: RoleRule, at: number | null): Beside {
  const measures = rule.measureFields.flatMap((field) =>
    measuresIn(...fieldAt(row, field, at), String(field.at(-1))),
  );
  const facts = rule.factFields.flatMap((field) => factAt(...fieldAt(row, field, at)));
  return {
    ...(measures.length ? { measures } : {}),
    ...(facts.length ? { facts } : {}),
    published: publishedVerdict(row, rule, at),
  };
}

function publishedVerdict(row: Json, rule: RoleRule, at: number | null): Published | null {
  const { firstErrorField, answerRightField, answerRight, preferred } = rule;
  const label = firstErrorField && fieldAt(row, firstErrorField, at)[0];
  const right = answerRightField ? verdictOf(fieldAt(row, answerRightField, at)[0]) : answerRight;
  const wanted = wasPreferred(row, preferred, at);
  const first = numbered(label, rule.firstErrorFrom);
  if (first === undefined && typeof right !== 'boolean' && typeof wanted !== 'boolean') return null;
  return {
    ...(first === undefined ? {} : { firstError: first }),
    answerRight: right ?? null,
    ...(typeof wanted === 'boolean' ? { preferred: wanted } : {}),
  };
}

function wasPreferred(row: Json, preferred: RoleRule['preferred'], at: number | null): boolean | null {
  if (Array.isArray(preferred)) return verdictOf(fieldAt(row, preferred, at)[0]);
  if (typeof preferred !== 'object') return preferred ?? null;
  const { field, side } = preferred;
  const named = valueAt(row, field);
  const better = side === '0' || side === '1' ? countedBetter(named) : betterSide(named);
  return better === null ? null : better === side;
}

/** The step that a number names, from 0 on; null where it is negative or a word says that there is none. */
function numbered(label: Json | undefined, from: number): number | null | undefined {
  if (typeof label === 'string' && NO_STEP.test(label)) return null;
  const number = typeof label === 'string' && /^\s*-?\d+\s*$/.test(label) ? Number(label) : label;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return number < from ? null : number - from;
}

/** A field's value and its path; of a list, the element in place `at`. */
function fieldAt(row: Json, field: JsonPath, at: number | null): [Json | undefined, JsonPath] {
  const value = valueAt(row, field);
  return Array.isArray(value) && at !== null ? [value[at], [...field, at]] : [value, field];
}

/** What stands in place of a step's number where no step is wrong. */
export const NO_STEP = /^\s*(?:n\/?a|none|no error)\s*$/i;

const RIGHT = /^(?:1|true|yes|correct|right|pass(?:ed)?|positive|chosen|desirable|accepted)$/i;
const WRONG = /^(?:0|-1|false|no|incorrect|wrong|fail(?:ed)?|negative|rejected|undesirable)$/i;

/** Whether a value says that something is right: yes or no, 1 and 0 or -1, or a word; null when it says neither. */
export function verdictOf(value: Json | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1) return true;
  if (value === 0 || value === -1) return false;
  if (typeof value !== 'string') return null;
  if (RIGHT.test(value.trim())) return true;
  return WRONG.test(value.trim()) ? false : null;
}

const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*%?\s*$/i;

/** A number further down has a name that says nothing. */
const DEEPEST = 32;

/** The numbers in a value: itself, also written as text, or those in an object. */
export function measuresIn(value: Json | undefined, path: JsonPath, name = String(path.at(-1))): Measure[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [{ name, path, value }] : [];
  if (typeof value === 'string') {
    if (!NUMBER.test(value)) return [];
    const number = Number.parseFloat(value);
    return [{ name, path, value: value.includes('%') ? number / 100 : number }];
  }
  if (!isObject(value) || path.length > DEEPEST) return [];
  return Object.keys(value).flatMap((key) => measuresIn(value[key], [...path, key], `${name} ${key}`));
}

function factAt(value: Json | undefined, path: JsonPath): Field[] {
  const short = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return short ? [{ path, value }] : [];
}
