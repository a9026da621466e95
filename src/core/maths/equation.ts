import type { Fraction } from 'fraction.js';
import { valueOf } from './arithmetic';
import { isToldAs } from './calculator-annotation';

/** What an equation says of an answer. */
export interface EquationVerdict {
  agrees: boolean;
  /** What the unknown is worth, where it stands alone: `x = 56*9`. Null where the answer was put in its place. */
  value: Fraction | null;
}

/**
 * Holds an equation in one unknown against its answer, exactly. `x = 56*9`, `hours = 56*9` and a side by itself (`( 8.0 - 3.0 )`)
 * are computed; in any other, such as `7 = 3 + x`, the answer is put for the unknown. Null where either is no plain arithmetic.
 */
export function judgeEquation(equation: string, answer: string): EquationVerdict | null {
  if (valueOf(answer) === null) return null;
  const sides = equation.split('=').map((side) => side.trim());
  const unknowns = new Set(equation.match(/[A-Za-z]+/g));
  const [unknown, ...more] = unknowns;
  if (sides.length > 2 || more.length > 0) return null;
  if (sides.length === 2 && unknown === undefined) return null;
  const computed = sides.filter((side) => side !== unknown);
  const [side = ''] = computed;
  const alone = computed.length === 1 && !/[A-Za-z]/.test(side);
  if (alone) return judgeValue(side, answer);
  return unknown?.length === 1 ? judgeRoot(sides, answer) : null; // a word among numbers may be a function
}

function judgeValue(side: string, answer: string): EquationVerdict | null {
  const value = valueOf(side);
  return value && { agrees: isToldAs(value, answer.trim()), value };
}

/**
 * Whether the answer is a root. One with decimals may be rounded or cut: then the sides change their order within one unit of its
 * last decimal, as they would at a pole there, which is not told apart.
 */
function judgeRoot(sides: string[], answer: string): EquationVerdict | null {
  const [left, right] = sides;
  if (left === undefined || right === undefined) return null;
  const difference = (at: string) => valueOf(`(${put(left, at)}) - (${put(right, at)})`);
  const there = difference(answer);
  if (!there) return null;
  if (there.equals(0)) return { agrees: true, value: null };
  const decimals = /\.(\d+)$/.exec(answer.trim())?.[1]?.length ?? 0;
  if (decimals === 0) return { agrees: false, value: null };
  const unit = `0.${'0'.repeat(decimals - 1)}1`;
  const [below, above] = [difference(`${answer} - ${unit}`), difference(`${answer} + ${unit}`)];
  return below && above && { agrees: below.mul(above).compare(0) <= 0, value: null };
}

function put(side: string, answer: string): string {
  return side.replace(/[A-Za-z]/g, `(${answer})`);
}
