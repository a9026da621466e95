import { Fraction } from 'fraction.js';
import { valueOf } from './arithmetic';

/** GSM8K's `<<48/2=24>>`: what a solution gave its calculator, and what that answered (Cobbe et al. 2021). */
export interface CalculatorAnnotation {
  /** UTF-16 offsets of the annotation in its text, with its angle brackets. */
  start: number;
  end: number;
  expression: string;
  /** As it is written. */
  result: string;
  /** `unclear` where either side is no plain arithmetic, such as `2*x`. */
  verdict: 'right' | 'wrong' | 'unclear';
  /** The exact value of the expression; null when it is unclear. */
  value: Fraction | null;
}

/**
 * All annotations of a text, recomputed exactly. One without an equals sign says nothing to recompute, and is left out. `tolerance`
 * is the relative error up to which a result counts as rounded.
 */
export function calculatorAnnotations(text: string, tolerance = 0): CalculatorAnnotation[] {
  return [...text.matchAll(/<<([^<>=]*)=([^<>]*)>>/g)].map((found) => {
    const [annotation, expression = '', result = ''] = found;
    const value = valueOf(expression);
    return {
      start: found.index,
      end: found.index + annotation.length,
      expression: expression.trim(),
      result: result.trim(),
      verdict: value ? judge(value, result.trim(), tolerance) : 'unclear',
      value,
    };
  });
}

/** Of a chain, `4+4=8=2*4`, every part must be worth the same. */
function judge(value: Fraction, result: string, tolerance: number): CalculatorAnnotation['verdict'] {
  const told = result.split('=').map((written) => written.trim());
  if (told.some((written) => valueOf(written) === null)) return 'unclear';
  return told.every((written) => isToldAs(value, written, tolerance)) ? 'right' : 'wrong';
}

/** Whether a value is what is written, or rounds to it, or is within a relative error of it. */
export function isToldAs(value: Fraction, written: string, tolerance = 0): boolean {
  const worth = valueOf(written);
  return (
    worth !== null &&
    (value.equals(worth) || isRounded(value, worth, written) || isNear(value, worth, tolerance))
  );
}

function isNear(value: Fraction, told: Fraction, tolerance: number): boolean {
  return tolerance > 0 && value.sub(told).abs().compare(value.abs().mul(tolerance)) <= 0;
}

/** Digits from which on a result is a double that a program printed. */
const DOUBLE_DIGITS = 15;
/** Relative error that a few operations on doubles make (IEEE 754: 2^-53 each). */
const DOUBLE_ERROR = new Fraction(1n, 10n ** 13n);

/** A result with decimals may be rounded or cut at its last one, or a double's; a whole number is meant as it stands. */
function isRounded(value: Fraction, told: Fraction, written: string): boolean {
  const [, whole = '', decimals = ''] = /^-?([\d,]*)\.(\d+)$/.exec(written) ?? [];
  if (decimals === '') return false;
  const off = value.sub(told).abs();
  const units = off.mul(10n ** BigInt(decimals.length));
  const isCut = told.abs().compare(value.abs()) < 0 && units.compare(1) < 0;
  if (isCut || units.compare('0.5') <= 0) return true;
  return whole.length + decimals.length >= DOUBLE_DIGITS && off.compare(value.abs().mul(DOUBLE_ERROR)) < 0;
}
