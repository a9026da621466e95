import type { Dialect } from '../maths/dialect';
import { shownValue } from '../maths/arithmetic';
import { calculatorAnnotations } from '../maths/calculator-annotation';
import { plainEqualities } from '../maths/plain-equalities';
import { equalitiesIn } from './equalities-in';

/** An equality of a text that could be recomputed. UTF-16 offsets in the text. */
export interface Recomputed {
  start: number;
  end: number;
  /** As it is written. */
  told: string;
  /** What it should say; empty where it holds. */
  instead: string;
}

/**
 * What a text says of numbers, recomputed: in formulas, in prose, and what a solution gave its calculator. Each place once, in their
 * order. It is a hint to look at, not a judgement: an equality may be meant another way.
 */
export function recomputedIn(text: string, dialect: Dialect): Recomputed[] {
  if (!text.includes('=')) return [];
  const all = [...calculators(text), ...formulas(text, dialect), ...plain(text)];
  const found: Recomputed[] = [];
  for (const each of all)
    if (found.every(({ start, end }) => each.start >= end || each.end <= start)) found.push(each);
  return found.toSorted((a, b) => a.start - b.start);
}

function calculators(text: string): Recomputed[] {
  return calculatorAnnotations(text).flatMap(({ start, end, expression, result, verdict, value }) => {
    if (verdict === 'unclear' || !value) return [];
    const instead = verdict === 'right' ? '' : `${expression} is ${shownValue(value)}`;
    return [{ start, end, told: `${expression} = ${result}`, instead }];
  });
}

function formulas(text: string, dialect: Dialect): Recomputed[] {
  return equalitiesIn(text, dialect).map(({ start, end, tex, verdict, left, right }) => ({
    ...{ start, end, told: tex.trim() },
    instead: verdict === 'holds' ? '' : `the left side is ${left}, the right side ${right}`,
  }));
}

function plain(text: string): Recomputed[] {
  return plainEqualities(text).map(({ start, end, left, told, worth, holds }) => ({
    ...{ start, end, told: `${left} = ${told}` },
    instead: holds ? '' : `${left} is ${worth}`,
  }));
}
