import { isObject, jsonText, pathText } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { numberSpellings } from '../row/number-spellings';
import type { Profile } from './profile';
import { readRow } from './read-row';
import type { Field, Reading, Trace } from './reading';

/**
 * A reading with its numbers as the row's text writes them, where JavaScript would write them in another way: `1.50`, `1e-7`,
 * `12345678901234567890`. Small whole numbers stay as they are; so do measures, which are rounded anyway.
 */
export function asSpelled(reading: Reading, row: string): Reading {
  const { others, facts, answers, traces } = reading;
  const asked =
    [...others, ...facts].some(({ value }) => holdsOddNumber(value)) ||
    answers.some(isOddText) ||
    traces.some(({ finalAnswer }) => finalAnswer !== null && isOddText(finalAnswer));
  if (!asked) return reading;
  const spellings = numberSpellings(row);
  return {
    ...reading,
    others: others.map((field) => spelledField(field, spellings)),
    facts: facts.map((field) => spelledField(field, spellings)),
    answers: answers.map((answer) => spelledText(answer, spellings)),
    traces: traces.map((trace) => spelledTrace(trace, spellings)),
  };
}

/** A number that a double holds has fewer digits. */
const MANY_DIGITS = /\d[\d.]{15}/;

/** A row in its roles, its numbers exactly as its text writes them: what computes with answers must not read doubles. */
export function readExactly({ value, text }: { value: Json; text: string }, profile: Profile): Reading {
  const reading = readRow(value, profile);
  return MANY_DIGITS.test(text) ? asSpelled(reading, text) : reading;
}

type Spellings = ReadonlyMap<string, string>;

function isOdd(value: number): boolean {
  return Number.isFinite(value) && !Number.isSafeInteger(value);
}

/** Nested more deeply than can be walked, a value is not shown either. */
function holdsOddNumber(value: Json): boolean {
  const left = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'number' && isOdd(next)) return true;
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return false;
}

function spelledField(field: Field, spellings: Spellings): Field {
  if (typeof field.value === 'string' || !holdsOddNumber(field.value)) return field;
  return { ...field, written: spelledJson(field.value, field.path, spellings) };
}

function isOddText({ text }: { text: string }): boolean {
  return text !== '' && isOdd(Number(text));
}

function spelledTrace(trace: Trace, spellings: Spellings): Trace {
  const { finalAnswer } = trace;
  return finalAnswer && isOddText(finalAnswer)
    ? { ...trace, finalAnswer: spelledText(finalAnswer, spellings) }
    : trace;
}

function spelledText<Text extends { path: JsonPath | null; text: string }>(
  of: Text,
  spellings: Spellings,
): Text {
  const spelled = of.path && spellings.get(pathText(of.path));
  return typeof spelled === 'string' && String(Number(spelled)) === of.text ? { ...of, text: spelled } : of;
}

/** As `JSON.stringify` with an indent of one space, but for the numbers. */
function spelledJson(value: Json, path: JsonPath, spellings: Spellings): string {
  const write = (part: Json, at: JsonPath, indent: string): string => {
    if (typeof part === 'number') return spellings.get(pathText(at)) ?? String(part);
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const inner = `${indent} `;
    const parts = isObject(part)
      ? Object.entries(part).map(
          ([key, each]) => `${JSON.stringify(key)}: ${write(each, [...at, key], inner)}`,
        )
      : part.map((each, place) => write(each, [...at, place], inner));
    const [open, close] = isObject(part) ? '{}' : '[]';
    return parts.length === 0
      ? `${open}${close}`
      : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
  };
  try {
    return write(value, path, '');
  } catch (error) {
    if (error instanceof RangeError) return jsonText(value, 1);
    throw error;
  }
}
