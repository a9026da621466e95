import { Fraction } from 'fraction.js';
import type { AnswerValue } from './answer-value';
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
const ALL_BUT = /^(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ)\s*(?:\\setminus|\\backslash|\\|-)\s*(⦃.*⦄)$/;

/** All real numbers, `\mathbb{R}`, or all but some, as an interval or a union of several; null for anything else. `read` reads the set. */
export function readReals(text: string, read: (set: string) => AnswerValue): AnswerValue | null {
  if (REALS.test(text)) return interval('(', BELOW_ALL, ABOVE_ALL, ')');
  const set = ALL_BUT.exec(text)?.[1];
  const left = set === undefined ? null : read(set);
  if (left?.kind !== 'set') return null;
  const ends = left.parts.flatMap((part) => (part.kind === 'scalar' ? [part.of] : []));
  if (ends.length !== left.parts.length || ends.length === 0) return null;
  ends.sort((a, b) => (realValue(a) ?? 0) - (realValue(b) ?? 0));
  const parts = [...ends, ABOVE_ALL].map((end, at) => interval('(', ends[at - 1] ?? BELOW_ALL, end, ')'));
  return { kind: 'union', parts };
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
