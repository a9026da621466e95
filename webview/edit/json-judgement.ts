import { duplicateKeys } from '../../src/core/row/duplicate-keys';
import { kindOf } from '../../src/core/row/json';
import type { Json } from '../../src/core/row/json';
import { inOneLine } from '../../src/core/row/one-line';
import { parseRow } from '../../src/core/row/parse';
import type { SyntaxFault } from '../../src/core/row/parse';
import { placeOf } from '../../src/core/row/text-place';

/** A part of what was typed. UTF-16 offset and length. */
export interface Place {
  offset: number;
  length: number;
}

/** What is to be said of JSON that was typed. */
export type JsonJudgement =
  | { kind: 'wrong'; message: string; place: Place | null }
  /** `json` is what was typed, in one line: line breaks that were between values are gone. A warning does not hinder. */
  | { kind: 'right'; json: string; value: Json; joined: boolean; warning: Warning | null };

export interface Warning {
  message: string;
  place: Place | null;
}

/** Judges JSON as typed: a value, or where and why it is none. */
export function judgeJson(typed: string): JsonJudgement {
  const parsed = parseRow(typed);
  if (parsed.kind === 'blank') return { kind: 'wrong', message: 'A value is missing.', place: null };
  if (parsed.kind === 'broken') return wrong(typed, parsed.error);
  const json = inOneLine(typed);
  return { kind: 'right', json, value: parsed.value, joined: json !== typed, warning: duplicateIn(typed) };
}

/** Judges a whole row: JSON that is no object is allowed, but nobody means it. */
export function judgeRow(typed: string): JsonJudgement {
  const judged = judgeJson(typed);
  if (judged.kind === 'wrong') {
    const blank = judged.place === null;
    return blank
      ? { ...judged, message: 'A row cannot be blank. Type an object, or delete the row.' }
      : judged;
  }
  const kind = kindOf(judged.value);
  if (kind === 'object' || judged.warning) return judged;
  const message = `A row is an object as a rule; this is ${KIND_WORDS[kind]}.`;
  return { ...judged, warning: { message, place: null } };
}

const KIND_WORDS = {
  text: 'a text',
  number: 'a number',
  'yes/no': 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null',
};

function wrong(typed: string, { message, offset, length }: SyntaxFault): JsonJudgement {
  const says = breaksInText(typed, offset, length) ? 'a line break inside a text is written \\n' : message;
  return { kind: 'wrong', message: `${inWords(typed, offset)}: ${says}.`, place: { offset, length } };
}

/** The commonest slip when somebody types a text of several lines. */
function breaksInText(typed: string, offset: number, length: number): boolean {
  const end = offset + length;
  return typed[offset] === '"' && length > 1 && /[\r\n]/.test(typed[end] ?? '') && typed[end - 1] !== '"';
}

function duplicateIn(typed: string): Warning | null {
  const [first, ...others] = duplicateKeys(typed);
  if (!first) return null;
  const { key, offset, length } = first;
  const more = others.length > 0 ? `, as do ${others.length} others` : '';
  const message = `${inWords(typed, offset)}: the key "${key}" stands twice in its object${more}. Readers keep one.`;
  return { message, place: { offset, length } };
}

function inWords(typed: string, offset: number): string {
  const { line, column } = placeOf(typed, offset);
  return `Line ${line}, column ${column}`;
}
