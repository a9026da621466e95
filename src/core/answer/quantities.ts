import { Fraction } from 'fraction.js';
import type { Comparison } from './comparison';

/** Units by kind, each by its words in small letters and its size in the first one of its kind. */
const KINDS: readonly Record<string, string>[] = [
  { 'mm millimeter millimetre': '1', 'cm centimeter centimetre': '10', 'dm decimeter decimetre': '100', 'm meter metre': '1000', 'km kilometer kilometre': '1000000' },
  { 'in inch inche': '1', 'ft foot feet': '12', 'yd yard': '36', 'mi mile': '63360' },
  { 's sec second': '1', 'min minute': '60', 'h hr hour': '3600', 'day': '86400', 'week': '604800' },
  { 'mg milligram': '1', 'g gram': '1000', 'kg kilogram': '1000000' },
  { 'oz ounce': '1', 'lb pound': '16' },
  { '¢ cent': '1', 'dollar': '100' },
  { 'ml milliliter millilitre': '1', 'cl centiliter': '10', 'l liter litre': '1000' },
  { 'cup': '1', 'pint': '2', 'quart': '4', 'gallon gal': '16' },
]; // prettier-ignore

interface Unit {
  kind: number;
  size: Fraction;
}

const UNITS = new Map(
  KINDS.flatMap((units, kind) =>
    Object.entries(units).flatMap(([words, size]) =>
      words.split(' ').map((word): [string, Unit] => [word, { kind, size: new Fraction(size) }]),
    ),
  ),
);

/** A unit by its words, `hours`, `cm^2`, `km/h` or `miles per hour`; null for words that are none of a known size. */
export function unitNamed(written: string): Unit | null {
  const [of = '', per, ...more] = (RATES[written] ?? written).split(/\s*\/\s*| per /);
  if (per === undefined || more.length > 0) return plainUnit(written);
  const [amount, each] = [plainUnit(of), plainUnit(per)];
  return (
    amount && each && { kind: MOST_KINDS * (amount.kind + 1) + each.kind, size: amount.size.div(each.size) }
  );
}

const RATES: Record<string, string> = { mph: 'mi/h', kph: 'km/h', kmh: 'km/h' };
/** More than there are of lengths, areas and whatever else is no rate. */
const MOST_KINDS = 100;

function plainUnit(written: string): Unit | null {
  const [, square, word = '', power = '1'] =
    /^(?:(square|sq|cubic|cu)\.? )?([a-z¢]+)\.?(?:\^(\d))?$/.exec(written) ?? [];
  const unit = UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ''));
  const exponent = square === undefined ? Number(power) : square.startsWith('c') ? 3 : 2;
  if (!unit || (square !== undefined && power !== '1') || exponent < 1 || exponent > 9) return null;
  return { kind: unit.kind + KINDS.length * (exponent - 1), size: unit.size.pow(exponent) ?? unit.size };
}

const PART = /(\d{1,9}(?:\.\d{1,9})?)\s*([a-z¢]+)\.?\s*(?:,\s*)?(?:and\s+)?/gy;
const MOST_LETTERS = 80;

/** Compares amounts of which at least one is told in parts, as `3 hours and 20 minutes` is; null where it is not so. Takes folded texts. */
export function compareInParts(a: string, b: string): Comparison | null {
  if (!/[a-z]/.test(a + b)) return null;
  const [left, right] = [amountIn(a) ?? moneyBeside(a, b), amountIn(b) ?? moneyBeside(b, a)];
  if (!left || !right || (left.parts < 2 && right.parts < 2) || left.kind !== right.kind) return null;
  return left.total.equals(right.total)
    ? { verdict: 'equal-exact', how: 'same amount' }
    : { verdict: 'different', how: 'another amount' };
}

/** `2.75` beside `2 dollars and 75 cents` */
function moneyBeside(text: string, other: string): Amount | null {
  return other.includes('cent') ? amountIn(`${text} dollars`) : null;
}

interface Amount {
  kind: number;
  /** In the first unit of its kind. */
  total: Fraction;
  parts: number;
}

function amountIn(text: string): Amount | null {
  if (text.length > MOST_LETTERS) return null;
  const said = text.toLowerCase().replace(/[⟨⟩]/g, ' ').replace(/\s+/g, ' ').trim();
  let total = new Fraction(0);
  let [parts, kind, end] = [0, -1, 0];
  for (const [part, number = '', word = ''] of said.matchAll(PART)) {
    const unit = unitNamed(word);
    if (!unit || (kind >= 0 && unit.kind !== kind)) return null;
    total = total.add(unit.size.mul(new Fraction(number)));
    [parts, kind, end] = [parts + 1, unit.kind, end + part.length];
  }
  return parts > 0 && end === said.length ? { kind, total, parts } : null;
}
