import { EXACT } from './comparison';
import type { Comparison } from './comparison';
import { exactValue } from './exact-value';
import { namesIn, renamed, valueFor } from './expression';
import type { Expression } from './expression';
import { differInFurtherDigits } from './precise-value';
import { probe, realValue } from './probe';

/** Exactly where both are rational, else at points. */
export function compareExpressions(a: Expression, b: Expression): Comparison {
  const [left, right] = [exactValue(a), exactValue(b)];
  if (left && right) {
    if (left.equals(right)) return EXACT;
    return isRounding(a, b, left.valueOf(), right.valueOf()) ?? { verdict: 'different', how: 'other value' };
  }
  if (isInfinite(a) || isInfinite(b)) return infinities(a, b);
  const probed = probe(...withOneConstant(a, b));
  if (probed.verdict === 'equal')
    return differBeyondDoubles(...withOneConstant(a, b))
      ? { verdict: 'different', how: 'other value beyond the digits of a double' }
      : { verdict: 'equal-symbolic', how: 'same value at every point tried' };
  if (probed.verdict === 'unclear') return { verdict: 'cannot-tell', how: 'no point gives both a value' };
  const rounded = isRounding(a, b, realValue(a), realValue(b));
  return (
    rounded ?? { verdict: 'different', how: probed.at === '' ? 'other value' : `other value at ${probed.at}` }
  );
}

/** Numbers are computed to more digits; formulas with variables exactly at one point, where both are rational. */
function differBeyondDoubles(a: Expression, b: Expression): boolean {
  const names = [...namesIn(b, namesIn(a))].sort();
  if (names.length === 0) return differInFurtherDigits(a, b);
  const [left, right] = [a, b].map((side) =>
    exactValue(names.reduce((of, name, at) => valueFor(of, name, 3 + 2 * at), side)),
  );
  return left !== null && right !== null && left?.equals(right ?? 0) === false;
}

/** `e^x + C` and `e^x + c`: the constant of an integral may have any of its names, where it is the one letter that the other has not. */
function withOneConstant(a: Expression, b: Expression): [Expression, Expression] {
  const [names, others] = [namesIn(a), namesIn(b)];
  const [one, second] = [...names].filter((name) => !others.has(name));
  const [other, third] = [...others].filter((name) => !names.has(name));
  if (one === undefined || other === undefined || second !== undefined || third !== undefined) return [a, b];
  const constants = [one, other].every((name) => /^(?:[CcKk]|[Cc]_1)$/.test(name));
  const integral = [one, other].some((name) => /^C(?:_1)?$/.test(name));
  return constants && integral ? [a, renamed(b, other, one)] : [a, b];
}

/** Fewer significant digits than this are too coarse to be a rounding of something exact. */
const FEWEST_DIGITS = 4;

/** A decimal that is the other one rounded at its last place; two decimals are each meant as they stand. */
function isRounding(
  a: Expression,
  b: Expression,
  left: number | null,
  right: number | null,
): Comparison | null {
  if (left === null || right === null) return null;
  const [places, others] = [decimalsOf(a), decimalsOf(b)];
  if (places > 0 && others > 0 && Math.min(places, others) < 4) return null;
  const told = Math.max(places, others) === places && (others === 0 || places < others) ? places : others;
  const value = told === places ? left : right;
  const digits = Math.floor(Math.log10(Math.abs(value) || 1)) + 1 + told;
  if (told < 2 || digits < FEWEST_DIGITS) return null;
  return Math.abs(left - right) <= 0.500001 * 10 ** -told
    ? { verdict: 'equal-rounded', how: `rounded to ${told} decimals` }
    : null;
}

function decimalsOf(expression: Expression): number {
  if (expression.kind === 'number') return expression.decimals;
  return expression.kind === 'product' && expression.left.kind === 'number'
    ? decimalsOf(expression.right)
    : 0;
}

function isInfinite(expression: Expression): boolean {
  return infinity(expression) !== '';
}

function infinity(expression: Expression): string {
  if (expression.kind === 'constant') return expression.name === 'infinity' ? '+' : '';
  if (expression.kind !== 'product' || expression.left.kind !== 'number') return '';
  const inner = infinity(expression.right);
  return inner === '' || expression.left.value.s > 0n ? inner : inner === '+' ? '-' : '+';
}

function infinities(a: Expression, b: Expression): Comparison {
  return infinity(a) === infinity(b)
    ? EXACT
    : { verdict: 'different', how: 'infinity against another value' };
}
