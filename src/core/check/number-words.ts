import type { Fraction } from 'fraction.js';

/** Denominators from which on a fraction tells people less than its decimals. */
const LONG_DENOMINATOR = 1000n;

/** An exact number for people: whole, a short fraction, or about its decimals; as decimals where it is read beside some and they end. */
export function numberWords(value: Fraction, beside = ''): string {
  if (/\d\.\d/.test(beside) && endsAsDecimal(value)) return value.toString();
  const decimals = Number(value.valueOf().toPrecision(7));
  const exact = value.d < LONG_DENOMINATOR || !Number.isFinite(decimals);
  return exact ? value.toFraction() : `about ${decimals}`;
}

/** Whether it ends after a few decimals. */
function endsAsDecimal({ d }: Fraction): boolean {
  return 1_000_000n % d === 0n;
}
