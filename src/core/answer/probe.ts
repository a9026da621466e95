import type { Expression } from './expression';
import { namesIn, partsOf } from './expression';
import { abs, add, complex, divide, exp, log, multiply, power, rootOf } from './complex';
import type { Complex } from './complex';

/** What probing two formulas at points says of them. */
export interface ProbeResult {
  verdict: 'equal' | 'different' | 'unclear';
  /** Where they differ. */
  at: string;
}

/** Relative difference that a few hundred operations on doubles make. */
const TOLERANCE = 1e-9;
/** Of numbers, where no point can be an unlucky one. */
const TIGHT = 1e-12;
/** Fewer agreeing points than this prove nothing of formulas with variables. */
const FEWEST = 3;
/** Between them: fractions, a negative value, and whole numbers that are large enough to tell floors apart. */
const SPREAD = [0.37, 1.61, 2.83, -1.29, 7, 23, 0.83, 38];

/**
 * Compares two formulas as numbers at several points (Schwartz-Zippel: distinct polynomials agree at few points). Each variable has
 * a value of its own at each point, the same in every run. Points where only one side is real say nothing.
 */
export function probe(left: Expression, right: Expression): ProbeResult {
  const names = [...namesIn(right, namesIn(left))].sort();
  if (names.length > 0 && (hasDivisors(left) || hasDivisors(right))) return probeWhole(left, right, names);
  const points = names.length === 0 ? [0] : SPREAD.map((_, at) => at);
  let agreeing = 0;
  for (const point of points) {
    const values = new Map(names.map((name, at) => [name, valueAt(point, at)]));
    const [a, b] = [valueOf(left, values), valueOf(right, values)];
    if (!finite(a) || !finite(b) || isReal(a) !== isReal(b)) {
      if (names.length === 0 && finite(a) && finite(b)) return { verdict: 'different', at: '' };
      continue;
    }
    if (!close(a, b, names.length === 0 ? TIGHT : TOLERANCE))
      return { verdict: 'different', at: pointText(values) };
    agreeing += 1;
  }
  if (agreeing >= Math.min(FEWEST, points.length)) return { verdict: 'equal', at: '' };
  return names.length > 1 ? probeWhole(left, right, names) : { verdict: 'unclear', at: '' };
}

/** Divisors are of whole numbers, some of which must share one. */
function hasDivisors(expression: Expression): boolean {
  if (expression.kind === 'call' && /^(?:gcd|lcm)$/.test(expression.name)) return true;
  return partsOf(expression).some(hasDivisors);
}

/** At whole numbers only, which rise from name to name, or fall: what chooses k of n has no value elsewhere. */
function probeWhole(left: Expression, right: Expression, names: string[]): ProbeResult {
  let agreeing = 0;
  for (let point = 0; point < 8; point++) {
    const values = new Map(
      names.map((name, at) => [name, point % 2 === 0 ? 3 + point + 4 * at : 3 * (7 + point - 2 * at)]),
    );
    const [a, b] = [valueOf(left, values), valueOf(right, values)];
    if (!finite(a) || !finite(b)) continue;
    if (!close(a, b, TOLERANCE)) return { verdict: 'different', at: pointText(values) };
    agreeing += 1;
  }
  return { verdict: agreeing >= FEWEST ? 'equal' : 'unclear', at: '' };
}

/** The ratio of two formulas, when it is the same nonzero real number at every point; null when it is not. */
export function constantRatio(left: Expression, right: Expression): number | null {
  const names = [...namesIn(right, namesIn(left))].sort();
  let ratio: number | null = null;
  let agreeing = 0;
  for (const [point] of SPREAD.entries()) {
    const values = new Map(names.map((name, at) => [name, valueAt(point, at)]));
    const [a, b] = [valueOf(left, values), valueOf(right, values)];
    if (
      !finite(a) ||
      !finite(b) ||
      !isReal(a) ||
      !isReal(b) ||
      Math.abs(b.re) < 1e-9 ||
      Math.abs(a.re) < 1e-9
    )
      continue;
    const here = a.re / b.re;
    if (ratio !== null && Math.abs(here - ratio) > 1e-7 * Math.abs(ratio)) return null;
    ratio = here;
    agreeing += 1;
  }
  return agreeing >= FEWEST ? ratio : null;
}

/** The real value of a formula without variables; null when it has none. */
export function realValue(expression: Expression): number | null {
  const value = valueOf(expression, new Map());
  return finite(value) && isReal(value) ? value.re : null;
}

/** Variables must not stand in a simple relation to each other at any point. */
function valueAt(point: number, name: number): number {
  const value = SPREAD[(point + 3 * name) % SPREAD.length] ?? 1;
  return Number.isInteger(value) ? value + name : value + name * 0.1737;
}

function pointText(values: ReadonlyMap<string, number>): string {
  return [...values].map(([name, value]) => `${name} = ${Number(value.toFixed(4))}`).join(', ');
}

function finite({ re, im }: Complex): boolean {
  return Number.isFinite(re) && Number.isFinite(im);
}

function isReal(value: Complex): boolean {
  return Math.abs(value.im) <= 1e-9 * Math.max(abs(value), 1e-3 * value.scale);
}

function close(a: Complex, b: Complex, tolerance: number): boolean {
  const off = Math.hypot(a.re - b.re, a.im - b.im);
  return off <= tolerance * Math.max(abs(a), abs(b)) + 1e-14 * Math.max(a.scale, b.scale);
}

const NOTHING = complex(Number.NaN, 0);

export function valueOf(expression: Expression, values: ReadonlyMap<string, number>): Complex {
  switch (expression.kind) {
    case 'number':
      return complex(expression.value.valueOf(), 0);
    case 'name':
      return complex(values.get(expression.name) ?? Number.NaN, 0);
    case 'constant':
      return CONSTANTS[expression.name];
    case 'call':
      return called(
        expression.name,
        expression.of.map((part) => valueOf(part, values)),
      );
    case 'series':
      return seriesValue(expression, values);
    default:
      return combined(expression.kind, valueOf(expression.left, values), valueOf(expression.right, values));
  }
}

/** Terms of a sum: more are not added. */
export const MOST_TERMS = 200;

function seriesValue(
  { sign, index, from, to, of }: Extract<Expression, { kind: 'series' }>,
  values: ReadonlyMap<string, number>,
): Complex {
  const [first, last] = [valueOf(from, values), valueOf(to, values)];
  const whole = isReal(first) && isReal(last) && Number.isInteger(first.re) && Number.isInteger(last.re);
  if (!whole || last.re - first.re >= MOST_TERMS || last.re < first.re - 1) return NOTHING;
  const within = new Map(values);
  let total = complex(sign === 'sum' ? 0 : 1, 0);
  for (let term = first.re; term <= last.re; term++) {
    const value = valueOf(of, within.set(index, term));
    total = sign === 'sum' ? add(total, value) : multiply(total, value);
  }
  return total;
}

const CONSTANTS = {
  pi: complex(Math.PI, 0),
  e: complex(Math.E, 0),
  i: complex(0, 1),
  infinity: complex(Number.POSITIVE_INFINITY, 0),
};

function combined(kind: 'sum' | 'product' | 'quotient' | 'power', a: Complex, b: Complex): Complex {
  if (kind === 'sum') return add(a, b);
  if (kind === 'product') return multiply(a, b);
  return kind === 'quotient' ? divide(a, b) : power(a, b);
}

type Real = (...of: number[]) => number;

/** What is computed on real numbers only. */
const REAL: Record<string, Real> = {
  sin: Math.sin, cos: Math.cos, tan: Math.tan, cot: (x = 0) => 1 / Math.tan(x), sec: (x = 0) => 1 / Math.cos(x), csc: (x = 0) => 1 / Math.sin(x),
  arcsin: Math.asin, arccos: Math.acos, arctan: Math.atan, sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh, arcsinh: Math.asinh,
  floor: Math.floor, ceil: Math.ceil, max: Math.max, min: Math.min, lg: Math.log10,
  gcd: (...of) => of.reduce(gcd), lcm: (...of) => of.reduce((a, b) => (a * b) / gcd(a, b)),
  factorial: (x = 0) => factorial(x), binomial: (n = 0, k = 0) => factorial(n) / factorial(k) / factorial(n - k),
}; // prettier-ignore

function called(name: string, of: Complex[]): Complex {
  const [first = NOTHING, second] = of;
  if (name === 'abs') return complex(abs(first), 0, first.scale);
  if (name === 'exp') return exp(first);
  if (name === 'cis') return exp(multiply(complex(0, 1), first));
  if (name === 'ln' || name === 'log') return second ? divide(log(first), log(second)) : log(first);
  if (name === 'root') return rootOf(first, second ?? complex(2, 0));
  const real = REAL[name];
  if (!real || !of.every((part) => finite(part) && isReal(part))) return NOTHING;
  return complex(real(...of.map(({ re }) => re)), 0, Math.max(...of.map(({ scale }) => scale)));
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) return Number.NaN;
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function factorial(n: number): number {
  if (!Number.isInteger(n) || n < 0 || n > 170) return Number.NaN;
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}
