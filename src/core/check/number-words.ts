import type { Fraction } from 'fraction.js';

/** Denominators from which on a fraction tells people less than its decimals. */
const LONG_DENOMINATOR = 1000n;

/** An exact number for people: whole, a short fraction, or about its decimals. */
export function numberWords(value: Fraction): string {
  const decimals = Number(value.valueOf().toPrecision(7));
  const exact = value.d < LONG_DENOMINATOR || !Number.isFinite(decimals);
  return exact ? value.toFraction() : `about ${decimals}`;
}
