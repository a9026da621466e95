import type { Fraction } from 'fraction.js';
import { exactValue } from './exact-value';
import type { Expression } from './expression';
import {
  add,
  angleOf,
  asDouble,
  cosine,
  divide,
  exp,
  floor,
  ln,
  multiply,
  negative,
  pi,
  precise,
  sine,
  sizeOf,
} from './precise-number';
import type { PreciseNumber } from './precise-number'; // prettier-ignore
import { valueOf } from './probe';

/** Formulas of more parts than this are not computed to so many digits. */
const MOST_PARTS = 200;
/** Of two to this power, a part may be lost on the way. */
const LOST = -900;
const NO_NAMES: ReadonlyMap<string, number> = new Map();

/**
 * Whether two numbers that doubles cannot tell apart, as `e^{\pi\sqrt{163}}` and a whole number, are two. False for what has decimals, which
 * are rounded themselves, and for what cannot be computed to so many digits.
 */
export function differInFurtherDigits(a: Expression, b: Expression): boolean {
  if (!isExact(a) || !isExact(b) || partCount(a) + partCount(b) > MOST_PARTS) return false;
  const [left, right] = [preciseValue(a), preciseValue(b)];
  if (!left || !right) return false;
  const largest = Math.max(valueOf(a, NO_NAMES).scale, valueOf(b, NO_NAMES).scale);
  return sizeOf(add(left, negative(right))) > Math.log2(largest || 1) + LOST;
}

function isExact(expression: Expression): boolean {
  return (expression.kind !== 'number' || expression.decimals === 0) && partsOf(expression).every(isExact);
}

function partCount(expression: Expression): number {
  return partsOf(expression).reduce((count, part) => count + partCount(part), 1);
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'call') return expression.of;
  return 'left' in expression ? [expression.left, expression.right] : [];
}

/** Null for what is no real number, or not one that is computed here. */
function preciseValue(expression: Expression): PreciseNumber | null {
  switch (expression.kind) {
    case 'number':
      return ofFraction(expression.value);
    case 'constant':
      return expression.name === 'pi' ? pi() : expression.name === 'e' ? exp(precise(1n)) : null;
    case 'sum':
    case 'product':
    case 'quotient':
      return combined(expression.kind, preciseValue(expression.left), preciseValue(expression.right));
    case 'power':
      return powerOf(expression.left, expression.right);
    case 'call':
      return called(expression.name, expression.of);
    default:
      return null;
  }
}

function ofFraction({ s, n, d }: Fraction): PreciseNumber {
  return precise(s * n, d);
}

function combined(
  kind: 'sum' | 'product' | 'quotient',
  a: PreciseNumber | null,
  b: PreciseNumber | null,
): PreciseNumber | null {
  if (!a || !b) return null;
  if (kind === 'sum') return add(a, b);
  if (kind === 'product') return multiply(a, b);
  return sizeOf(b) < LOST ? null : divide(a, b);
}

function powerOf(base: Expression, exponent: Expression): PreciseNumber | null {
  const [value, power] = [preciseValue(base), preciseValue(exponent)];
  if (!value || !power) return null;
  if (value.digits >= 0n) return positivePower(value, power);
  const whole = exactValue(exponent);
  if (whole?.d !== 1n) return null;
  const size = positivePower(negative(value), power);
  return size && whole.n % 2n === 1n ? negative(size) : size;
}

function positivePower(base: PreciseNumber, power: PreciseNumber): PreciseNumber | null {
  if (base.digits === 0n) return power.digits > 0n ? base : null;
  const logarithm = ln(base);
  return logarithm && exp(multiply(logarithm, power));
}

function rootOf(of: Expression, degree: Expression): PreciseNumber | null {
  const [value, times] = [preciseValue(of), exactValue(degree)];
  if (!value || !times || times.equals(0)) return null;
  const power = ofFraction(times.inverse());
  if (value.digits >= 0n) return positivePower(value, power);
  const root = times.d === 1n && times.n % 2n === 1n ? positivePower(negative(value), power) : null;
  return root && negative(root);
}

function called(name: string, of: Expression[]): PreciseNumber | null {
  const [first, second] = of;
  if (!first) return null;
  if (name === 'root') return second ? rootOf(first, second) : null;
  const exact = EXACT.has(name) ? exactValue({ kind: 'call', name, of }) : null;
  if (exact) return ofFraction(exact);
  const value = preciseValue(first);
  if (!value) return null;
  if (name === 'ln' || name === 'log') return second ? quotient(ln(value), logarithmOf(second)) : ln(value);
  return FUNCTIONS[name]?.(value) ?? null;
}

const EXACT: ReadonlySet<string> = new Set(['factorial', 'binomial']);

function logarithmOf(base: Expression): PreciseNumber | null {
  const value = preciseValue(base);
  return value && ln(value);
}

function quotient(a: PreciseNumber | null, b: PreciseNumber | null): PreciseNumber | null {
  return combined('quotient', a, b);
}

const ONE = precise(1n);

const FUNCTIONS: Record<string, (value: PreciseNumber) => PreciseNumber | null> = {
  abs: (x) => (x.digits < 0n ? negative(x) : x),
  exp,
  floor,
  ceil: (x) => negated(floor(negative(x))),
  lg: (x) => quotient(ln(x), ln(precise(10n))),
  sin: sine,
  cos: cosine,
  tan: (x) => quotient(sine(x), cosine(x)),
  cot: (x) => quotient(cosine(x), sine(x)),
  sec: (x) => quotient(ONE, cosine(x)),
  csc: (x) => quotient(ONE, sine(x)),
  arctan: (x) => angleOf(ONE, x, Math.atan(asDouble(x))),
  arcsin: (x) => withOtherLeg(x, (leg) => angleOf(leg, x, Math.asin(asDouble(x)))),
  arccos: (x) => withOtherLeg(x, (leg) => angleOf(x, leg, Math.acos(asDouble(x)))),
};

function negated(value: PreciseNumber | null): PreciseNumber | null {
  return value && negative(value);
}

/** Of a right triangle with a hypotenuse of one. */
function withOtherLeg(
  leg: PreciseNumber,
  angle: (other: PreciseNumber) => PreciseNumber,
): PreciseNumber | null {
  const square = add(ONE, negative(multiply(leg, leg)));
  const other = positivePower(square, precise(1n, 2n));
  return other && Math.abs(asDouble(leg)) <= 1 ? angle(other) : null;
}
