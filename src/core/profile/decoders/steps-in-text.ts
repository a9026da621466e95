import type { Dialect } from '../../maths/dialect';
import type { StepSpan } from '../../maths/split-steps';
import { splitLines, splitSteps } from '../../maths/split-steps';
import type { JsonPath } from '../../row/json';
import type { Step } from '../reading';
import { stepsOf } from './source-text';

/** What Math-Shepherd, and others after it, write behind a step to be judged. */
const SIGN = /\s*(?:ки|<extra_0>)\s*/gu;

/**
 * The steps of a text of which a list beside it says something, each in its place: the text is cut in the way that gives as many.
 * Null where none does.
 */
export function stepsInText(path: JsonPath, text: string, dialect: Dialect, count: number): Step[] | null {
  for (const cut of [atSigns, splitSteps, atBlankLines, splitLines, atHeadings]) {
    const spans = cut(text);
    if (spans.length === count) return stepsOf(path, text, dialect, spans);
  }
  return null;
}

/** Whether a text has signs behind its steps. */
export function hasStepSigns(text: string): boolean {
  return text.search(SIGN) !== -1;
}

/** Where the first step of a text begins that has the problem before it. */
export function startOfSteps(text: string): number {
  return hasStepSigns(text) ? Math.max(0, text.search(/(?<=\s)Step 1:/)) : 0;
}

function atSigns(text: string): StepSpan[] {
  return hasStepSigns(text) ? between(text, SIGN, startOfSteps(text)) : [];
}

function atBlankLines(text: string): StepSpan[] {
  return between(text, /\s*\n\s*\n\s*/gu, 0);
}

function atHeadings(text: string): StepSpan[] {
  return between(text, /\s+(?=Step \d{1,3}[:.])/gu, 0);
}

/** What stands between the matches, without the white space around it. */
function between(text: string, parting: RegExp, from: number): StepSpan[] {
  const cuts = [...text.matchAll(parting)].filter(({ index }) => index >= from);
  const starts = [from, ...cuts.map(({ index, 0: sign }) => index + sign.length)];
  const ends = [...cuts.map(({ index }) => index), text.length];
  return starts.flatMap((start, at) => trimmed(text, start, ends[at] ?? text.length));
}

function trimmed(text: string, start: number, end: number): StepSpan[] {
  const inside = text.slice(start, end).trim();
  const from = text.indexOf(inside, start);
  return inside === '' ? [] : [{ start: from, end: from + inside.length }];
}
