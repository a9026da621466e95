import { Decimal } from 'decimal.js';
import type { Fraction } from 'fraction.js';
import { exactValue } from './exact-value';
import { partsOf } from './expression';
import type { Expression } from './expression';
import { valueOf } from './probe';

/** Computes to so many decimal digits. */
const Precise = Decimal.clone({ precision: 64 });
/** Of one, a part that may be lost on the way. */
const LOST = new Precise('1e-49');
/** Formulas of more parts than this are not computed to so many digits. */
const MOST_PARTS = 200;
/** Angles of more turns than this are not computed, nor powers with a larger exponent. */
const LARGEST = 1e9;
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
  return left
    .minus(right)
    .abs()
    .gt(LOST.times(largest || 1));
}

function isExact(expression: Expression): boolean {
  return (expression.kind !== 'number' || expression.decimals === 0) && partsOf(expression).every(isExact);
}

function partCount(expression: Expression): number {
  return partsOf(expression).reduce((count, part) => count + partCount(part), 1);
}

/** Null for what is no real number, or not one that is computed here. */
function preciseValue(expression: Expression): Decimal | null {
  const value = computed(expression);
  return value?.isFinite() ? value : null;
}

function computed(expression: Expression): Decimal | null {
  switch (expression.kind) {
    case 'number':
      return ofFraction(expression.value);
    case 'constant':
      return expression.name === 'pi' ? Precise.acos(-1) : expression.name === 'e' ? Precise.exp(1) : null;
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

function ofFraction({ s, n, d }: Fraction): Decimal {
  return new Precise((s * n).toString()).div(d.toString());
}

function combined(
  kind: 'sum' | 'product' | 'quotient',
  a: Decimal | null,
  b: Decimal | null,
): Decimal | null {
  if (!a || !b) return null;
  if (kind === 'sum') return a.plus(b);
  if (kind === 'product') return a.times(b);
  return b.abs().lt(LOST) ? null : a.div(b);
}

function powerOf(base: Expression, exponent: Expression): Decimal | null {
  const [value, power] = [preciseValue(base), preciseValue(exponent)];
  if (!value || !power || power.abs().gt(LARGEST)) return null;
  if (!value.isNegative()) return value.isZero() && !power.isPositive() ? null : value.pow(power);
  return exactValue(exponent)?.d === 1n ? value.pow(power.round()) : null;
}

function rootOf(of: Expression, degree: Expression): Decimal | null {
  const [value, times] = [preciseValue(of), exactValue(degree)];
  if (!value || !times || times.equals(0)) return null;
  if (times.equals(2)) return value.sqrt();
  const power = ofFraction(times.inverse());
  if (!value.isNegative()) return value.pow(power);
  return times.d === 1n && times.n % 2n === 1n ? value.abs().pow(power).negated() : null;
}

function called(name: string, of: Expression[]): Decimal | null {
  const [first, second] = of;
  if (!first) return null;
  if (name === 'root') return second ? rootOf(first, second) : null;
  const exact = EXACT.has(name) ? exactValue({ kind: 'call', name, of }) : null;
  if (exact) return ofFraction(exact);
  const value = preciseValue(first);
  if (!value) return null;
  if (name === 'ln' || name === 'log')
    return second ? combined('quotient', value.ln(), logarithmOf(second)) : value.ln();
  if (ANGLES.has(name) && value.abs().gt(LARGEST)) return null;
  return FUNCTIONS[name]?.(value) ?? null;
}

function logarithmOf(base: Expression): Decimal | null {
  return preciseValue(base)?.ln() ?? null;
}

const EXACT: ReadonlySet<string> = new Set(['factorial', 'binomial']);
const ANGLES: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

const FUNCTIONS: Record<string, (value: Decimal) => Decimal | null> = {
  abs: (x) => x.abs(),
  exp: (x) => (x.abs().gt(LARGEST) ? null : x.exp()),
  floor: (x) => x.plus(LOST).floor(),
  ceil: (x) => x.minus(LOST).ceil(),
  lg: (x) => x.log(10),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => combined('quotient', x.sin(), x.cos()),
  cot: (x) => combined('quotient', x.cos(), x.sin()),
  sec: (x) => combined('quotient', new Precise(1), x.cos()),
  csc: (x) => combined('quotient', new Precise(1), x.sin()),
  arctan: (x) => x.atan(),
  arcsin: (x) => x.asin(),
  arccos: (x) => x.acos(),
};
