import { Fraction } from 'fraction.js';
import type { AnswerValue } from './answer-value';
import { exactValue } from './exact-value';
import { namesIn, valueFor } from './expression';
import type { Expression } from './expression';
import { realValue } from './probe';

type Relation = Extract<AnswerValue, { kind: 'relation' }>;

/**
 * The numbers for which a relation of one variable and a value holds, as an interval or a union of two: of `x ≥ 5`, `x ≠ 0`, `|x| < 1`
 * (in which greater is written as less). Null for any other relation.
 */
export function rangeOf({ sign, left, right }: Relation): AnswerValue | null {
  if (sign === '≠') return left.kind === 'name' ? allBut(right) : right.kind === 'name' ? allBut(left) : null;
  if (sign !== '<' && sign !== '≤') return null;
  const [open, close] = sign === '≤' ? (['[', ']'] as const) : (['(', ')'] as const);
  if (left.kind === 'name') return interval('(', BELOW_ALL, right, close);
  if (right.kind === 'name') return interval(open, left, ABOVE_ALL, ')');
  const linear = linearRange(sign, left, right) ?? distanceRange(left, right, open, close);
  if (linear) return linear;
  if (isDistance(left)) return interval(open, negative(right), right, close);
  if (!isDistance(right)) return null;
  const below = interval('(', BELOW_ALL, negative(left), close);
  return { kind: 'union', parts: [below, interval(open, left, ABOVE_ALL, ')')] };
}

function allBut(value: Expression): AnswerValue {
  return {
    kind: 'union',
    parts: [interval('(', BELOW_ALL, value, ')'), interval('(', value, ABOVE_ALL, ')')],
  };
}

const REALS = /^(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ|⟨?all real(?:s| numbers)⟩?)$/;
const POSITIVE = /^(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ)\s*[_^]\s*\{?\s*(?:\+|>\s*0)\s*\}?$/;
const ALL_WORDS_BUT =
  /^⟨?all real(?:s| numbers)(?: [a-z])?(?: except| but)(?: for)?\s*⟩?\s*(?:[a-z]\s*=\s*)?([^⟨⟩]+)$/;
const ALL_BUT = /^(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ)\s*(?:\\setminus|\\backslash|\\|-)\s*(⦃.*⦄)$/;

/** All real numbers, `\mathbb{R}`, or all but some, as an interval or a union of several; null for anything else. `read` reads the set. */
export function readReals(text: string, read: (set: string) => AnswerValue): AnswerValue | null {
  if (REALS.test(text)) return interval('(', BELOW_ALL, ABOVE_ALL, ')');
  if (POSITIVE.test(text)) return interval('(', numberOf(new Fraction(0)), ABOVE_ALL, ')');
  const words = ALL_WORDS_BUT.exec(text)?.[1];
  const set = ALL_BUT.exec(text)?.[1] ?? (words === undefined ? undefined : `⦃${words}⦄`);
  const left = set === undefined ? null : read(set);
  if (left?.kind !== 'set') return null;
  const ends = left.parts.flatMap((part) => (part.kind === 'scalar' ? [part.of] : []));
  if (ends.length !== left.parts.length || ends.length === 0) return null;
  ends.sort((a, b) => (realValue(a) ?? 0) - (realValue(b) ?? 0));
  const parts = [...ends, ABOVE_ALL].map((end, at) => interval('(', ends[at - 1] ?? BELOW_ALL, end, ')'));
  return { kind: 'union', parts };
}

/** `2x - 1 > 5` is `x > 3`. */
function linearRange(sign: '<' | '≤', left: Expression, right: Expression): AnswerValue | null {
  const line = lineOf({ kind: 'sum', left, right: negative(right) });
  if (!line) return null;
  const end = numberOf(line.at.neg().div(line.slope));
  if (line.slope.s > 0n) return interval('(', BELOW_ALL, end, sign === '≤' ? ']' : ')');
  return interval(sign === '≤' ? '[' : '(', end, ABOVE_ALL, ')');
}

/** `|x - 2| < 3` and `x^2 < 4` */
function distanceRange(left: Expression, right: Expression, open: string, close: string): AnswerValue | null {
  const squared =
    left.kind === 'power' && left.left.kind === 'name' && exactValue(left.right)?.equals(2) === true;
  if (squared) {
    const root: Expression = { kind: 'call', name: 'root', of: [right, numberOf(new Fraction(2))] };
    return (realValue(right) ?? 0) > 0 ? interval(open, negative(root), root, close) : null;
  }
  const line = left.kind === 'call' && left.name === 'abs' && left.of[0] ? lineOf(left.of[0]) : null;
  const far = exactValue(right);
  if (!line || !far || far.s <= 0n) return null;
  const ends = [far.neg(), far].map((at) => at.sub(line.at).div(line.slope)).toSorted((a, b) => a.compare(b));
  const [low, high] = ends;
  return low && high ? interval(open, numberOf(low), numberOf(high), close) : null;
}

/** Of `ax + b` with numbers: a, and b. Null for anything else. */
function lineOf(expression: Expression): { slope: Fraction; at: Fraction } | null {
  const [name, more] = namesIn(expression);
  if (name === undefined || more !== undefined) return null;
  const [at, one, five] = [0, 1, 5].map((value) => exactValue(valueFor(expression, name, value)));
  if (!at || !one || !five) return null;
  const slope = one.sub(at);
  return slope.equals(0) || !five.equals(slope.mul(5).add(at)) || !isLinear(expression)
    ? null
    : { slope, at };
}

/** Sums and products have no corners that three points could miss. */
function isLinear(expression: Expression): boolean {
  if (expression.kind === 'name' || expression.kind === 'number') return true;
  if (expression.kind === 'sum') return isLinear(expression.left) && isLinear(expression.right);
  if (expression.kind === 'quotient')
    return isLinear(expression.left) && exactValue(expression.right) !== null;
  if (expression.kind !== 'product' || !isLinear(expression.left) || !isLinear(expression.right))
    return false;
  return exactValue(expression.left) !== null || exactValue(expression.right) !== null;
}

function numberOf(value: Fraction): Expression {
  return { kind: 'number', value, decimals: 0 };
}

/** `|x|` */
function isDistance(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'abs' && expression.of[0]?.kind === 'name';
}

function interval(open: string, low: Expression, high: Expression, close: string): AnswerValue {
  return { kind: 'sequence', open, close, parts: [scalarOf(low), scalarOf(high)] };
}

function scalarOf(of: Expression): AnswerValue {
  return { kind: 'scalar', of, percent: false, unit: '' };
}

function negative(of: Expression): Expression {
  return { kind: 'product', left: { kind: 'number', value: new Fraction(-1), decimals: 0 }, right: of };
}

const ABOVE_ALL: Expression = { kind: 'constant', name: 'infinity' };
const BELOW_ALL = negative(ABOVE_ALL);
