import { Fraction } from 'fraction.js';
import { wholeRoot } from '../maths/whole-root';
import { valueFor } from './expression';
import type { Expression } from './expression';
import { MOST_TERMS } from './probe';

/** Numbers longer than this are left to be probed. */
const MOST_BITS = 4096;
const HIGHEST_POWER = 10_000n;
const HIGHEST_FACTORIAL = 200n;

/** The exact rational value of a formula without variables; null when it has none, or one too long to hold. */
export function exactValue(expression: Expression): Fraction | null {
  const value = exact(expression);
  return value && bits(value) > MOST_BITS ? null : value;
}

function exact(expression: Expression): Fraction | null {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'call') return called(expression.name, expression.of.map(exactValue));
  if (expression.kind === 'series') return series(expression);
  if (!('left' in expression)) return null;
  const left = exactValue(expression.left);
  const right = left && exactValue(expression.right);
  if (!left || !right) return null;
  if (expression.kind === 'sum') return left.add(right);
  if (expression.kind === 'product') return left.mul(right);
  if (expression.kind === 'quotient') return right.equals(0) ? null : left.div(right);
  return power(left, right);
}

function series({ sign, index, from, to, of }: Extract<Expression, { kind: 'series' }>): Fraction | null {
  const [first, last] = [exactValue(from)?.valueOf(), exactValue(to)?.valueOf()];
  if (first === undefined || last === undefined || !Number.isSafeInteger(first)) return null;
  if (!Number.isSafeInteger(last) || last - first >= MOST_TERMS || last < first - 1) return null;
  let total: Fraction | null = new Fraction(sign === 'sum' ? 0 : 1);
  for (let term = first; total && term <= last; term++) {
    const value: Fraction | null = exactValue(valueFor(of, index, term));
    total = value && (sign === 'sum' ? total.add(value) : total.mul(value));
    if (total && bits(total) > MOST_BITS) return null;
  }
  return total;
}

function power(base: Fraction, exponent: Fraction): Fraction | null {
  if (exponent.d !== 1n || exponent.n > HIGHEST_POWER) return root(base, exponent);
  if (base.equals(0) && exponent.s < 0n) return null;
  if (bits(base) * Number(exponent.n) > 2 * MOST_BITS) return null;
  return base.pow(exponent);
}

/** `8^(2/3)` is 4; a root that is no rational number is left to be probed, and so is one of a negative number. */
function root(base: Fraction, exponent: Fraction): Fraction | null {
  if (base.s < 0n || exponent.d > 64n || exponent.n > 64n || bits(base) > 512) return null;
  if (base.equals(0) && exponent.s <= 0n) return null;
  const [n, d] = [exactRoot(base.n, exponent.d), exactRoot(base.d, exponent.d)];
  return n === null || d === null ? null : new Fraction(n, d).pow(exponent.mul(exponent.d));
}

/** A fraction in its lowest terms has a root that is one where both its numbers have one. They may be far too long to be factored. */
function exactRoot(power: bigint, degree: bigint): bigint | null {
  const whole = wholeRoot(power, degree);
  return whole ** degree === power ? whole : null;
}

function called(name: string, of: (Fraction | null)[]): Fraction | null {
  const [first, second] = of;
  if (!first || of.includes(null)) return null;
  if (name === 'abs') return first.abs();
  if (name === 'floor') return first.floor();
  if (name === 'ceil') return first.ceil();
  if (name === 'factorial')
    return first.d === 1n && first.s >= 0n && first.n <= HIGHEST_FACTORIAL ? factorial(first.n) : null;
  if (name === 'root' && second && !second.equals(0)) return rootOf(first, second);
  if (name === 'binomial' && second) return binomial(first, second);
  return null;
}

function rootOf(value: Fraction, degree: Fraction): Fraction | null {
  const odd = degree.d === 1n && degree.n % 2n === 1n;
  if (value.s < 0n && odd) return root(value.neg(), degree.inverse())?.neg() ?? null;
  return root(value, degree.inverse());
}

function factorial(n: bigint): Fraction {
  let product = 1n;
  for (let factor = 2n; factor <= n; factor++) product *= factor;
  return new Fraction(product);
}

function binomial(n: Fraction, k: Fraction): Fraction | null {
  if (n.d !== 1n || k.d !== 1n || n.s < 0n || k.s < 0n || n.n > HIGHEST_FACTORIAL) return null;
  if (k.n > n.n) return new Fraction(0);
  return factorial(n.n)
    .div(factorial(k.n))
    .div(factorial(n.n - k.n));
}

function bits({ n, d }: Fraction): number {
  return (n.toString(16).length + (d === 1n ? 0 : d.toString(16).length)) * 4;
}
