import { Fraction } from 'fraction.js';
import type { Comparison } from './comparison';
import { unitNamed } from './units';

const PART = /(\d{1,9}(?:\.\d{1,9})?)\s*([a-z¢]+)\.?\s*(?:,\s*)?(?:and\s+)?/giy;
const MOST_LETTERS = 80;

/** Compares amounts of which at least one is told in parts, as `3 hours and 20 minutes` is; null where it is not so. Takes folded texts. */
export function compareInParts(a: string, b: string): Comparison | null {
  if (!/[a-z]/i.test(a + b)) return null;
  const [left, right] = [amountIn(a) ?? moneyBeside(a, b), amountIn(b) ?? moneyBeside(b, a)];
  if (!left || !right || (left.parts < 2 && right.parts < 2) || left.dimension !== right.dimension)
    return null;
  return left.total.equals(right.total)
    ? { verdict: 'equal-exact', how: 'same amount' }
    : { verdict: 'different', how: 'another amount' };
}

/** `2.75` beside `2 dollars and 75 cents` */
function moneyBeside(text: string, other: string): Amount | null {
  return other.includes('cent') ? amountIn(`${text} dollars`) : null;
}

interface Amount {
  dimension: string;
  /** In base units. */
  total: Fraction;
  parts: number;
}

function amountIn(text: string): Amount | null {
  if (text.length > MOST_LETTERS) return null;
  const said = text.replace(/[⟨⟩]/g, ' ').replace(/\s+/g, ' ').trim();
  let total = new Fraction(0);
  let [parts, end] = [0, 0];
  let dimension: string | null = null;
  for (const [part, number = '', word = ''] of said.matchAll(PART)) {
    const unit = unitNamed(word);
    if (!unit || (dimension !== null && unit.dimension !== dimension)) return null;
    total = total.add(unit.size.mul(new Fraction(number)));
    [parts, end, dimension] = [parts + 1, end + part.length, unit.dimension];
  }
  return dimension !== null && end === said.length ? { dimension, total, parts } : null;
}
