import { Fraction } from 'fraction.js';
import type { Scalar } from './answer-value';
import { compareExpressions } from './compare-expressions';
import { isEqual } from './comparison';
import type { Comparison } from './comparison';
import { namesIn, renamed } from './expression';
import type { Expression } from './expression';
import { unitNamed } from './units';
import { compareUnitWords } from './unit-words';

/** `f(t) = 2t` is `f(x) = 2x`: of two functions the second has the argument of the first. */
function withArgumentOf({ argument: to }: Scalar, b: Scalar): Scalar {
  const from = b.argument;
  if (to === undefined || from === undefined || to === from || namesIn(b.of).has(to)) return b;
  return { ...b, of: renamed(b.of, from, to) };
}

/** `x = 2` and `y = 2` are two lines, or the values of two unknowns. */
function areCoordinates({ named: a, of: one }: Scalar, { named: b, of: other }: Scalar): boolean {
  if (!a || !b || namesIn(one).size > 0 || namesIn(other).size > 0) return false;
  return a.kind === 'name' && b.kind === 'name' && a.name !== b.name && /^[xyz]{2}$/.test(a.name + b.name);
}

export function compareScalars(a: Scalar, told: Scalar): Comparison {
  const b = withArgumentOf(a, told);
  if (areCoordinates(a, b)) return { verdict: 'different', how: 'values of different letters' };
  const values = compareExpressions(a.of, b.of);
  if (isEqual(values)) return unitsDiffer(a.unit, b.unit) ?? values;
  const [lettered, other] = [withUnitOf(a, b), withUnitOf(b, a)];
  if (lettered || other) return compareScalars(lettered ?? a, other ?? b);
  if (isCents(a.unit) !== isCents(b.unit)) {
    const [cents, dollars] = isCents(a.unit) ? [a, b] : [b, a];
    if (!/^(?:dollars?|usd|)$/i.test(dollars.unit)) return values;
    return asHundredth(cents, dollars, 'cents') ?? values;
  }
  if (a.percent === b.percent) return asOneUnit(a, b) ?? values;
  const [percent, plainOne] = a.percent ? [a, b] : [b, a];
  return asHundredth(percent, plainOne, 'per cent') ?? values;
}

function isCents(unit: string): boolean {
  return /^(?:cents?|pence|penny)$/i.test(unit);
}

function asHundredth(small: Scalar, other: Scalar, how: string): Comparison | null {
  const hundred: Expression = { kind: 'number', value: new Fraction(100), decimals: 0 };
  const scaled = compareExpressions({ kind: 'quotient', left: small.of, right: hundred }, other.of);
  if (isEqual(scaled)) return { verdict: scaled.verdict, how };
  const rounded = compareExpressions(small.of, { kind: 'product', left: hundred, right: other.of });
  return isEqual(rounded) ? { verdict: rounded.verdict, how } : null;
}

/** Two values that are the same are not the same amount where both have a unit, and one is of another kind or size. */
function unitsDiffer(a: string, b: string): Comparison | null {
  if (a === b || a === '' || b === '') return null;
  if (isResidue(a) && isResidue(b)) return { verdict: 'different', how: `${a} against ${b}` };
  const [one, other] = [unitNamed(a), unitNamed(b)];
  if (!one || !other) return compareUnitWords(a, b);
  return one.dimension === other.dimension && one.size.equals(other.size)
    ? null
    : { verdict: 'different', how: `${a} against ${b}` };
}

/** `100 cm` is `1 m`. */
function asOneUnit(a: Scalar, b: Scalar): Comparison | null {
  const [one, other] = [unitNamed(a.unit), unitNamed(b.unit)];
  if (!one || !other || one.dimension !== other.dimension || one.size.equals(other.size)) return null;
  const ratio: Expression = { kind: 'number', value: one.size.div(other.size), decimals: 0 };
  const same = compareExpressions({ kind: 'product', left: a.of, right: ratio }, b.of);
  return isEqual(same) ? { verdict: same.verdict, how: 'same amount in another unit' } : null;
}

/** `12 m^2` against `12\\text{ m}^2`: a letter behind a number is the unit that the other one has, or the variable m. */
function withUnitOf(a: Scalar, { unit }: Scalar): Scalar | null {
  if (a.unit !== '' || unit === '') return null;
  if (a.of.kind === 'quotient') return withRateOf(a, unit);
  if (a.of.kind !== 'product') return null;
  const { left, right } = a.of;
  const [letter, power] =
    right.kind === 'power' && right.right.kind === 'number'
      ? [right.left, right.right.value.toString()]
      : [right, '1'];
  if (letter.kind !== 'name') return null;
  const written = `${letter.name}${power === '1' ? '' : `^${power}`}`;
  const [own, other] = [unitNamed(written), unitNamed(unit)];
  const same =
    own && other ? own.dimension === other.dimension : written.toLowerCase() === unit.toLowerCase();
  return same ? { ...a, of: left, unit: written } : null;
}

/** `20 m/s` against `72 km/h`, and `10/s` */
function withRateOf(a: Scalar, unit: string): Scalar | null {
  if (a.of.kind !== 'quotient' || a.of.right.kind !== 'name') return null;
  const { left, right } = a.of;
  const [of, amount] =
    left.kind === 'product' && left.right.kind === 'name' ? [left.left, left.right.name] : [left, ''];
  const written = `${amount}/${right.name}`;
  const [own, other] = [unitNamed(written), unitNamed(unit)];
  return own && own.dimension === other?.dimension ? { ...a, of, unit: written } : null;
}

function isResidue(unit: string): boolean {
  return unit.startsWith('mod ');
}
