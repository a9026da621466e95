import { Fraction } from 'fraction.js';
import type { Expression } from './expression';

const AXES: Record<string, number> = { i: 0, j: 1, k: 2 };
const NOTHING: Expression = { kind: 'number', value: new Fraction(0), decimals: 0 };
const ONE: Expression = { kind: 'number', value: new Fraction(1), decimals: 0 };

/** What `3\\mathbf{i} - 4\\mathbf{j}` has along each of so many axes; null for what is no sum of multiples of i, j and k. */
export function alongAxes(expression: Expression, count: number): Expression[] | null {
  const along: Expression[] = [];
  for (const term of termsOf(expression)) {
    const [axis, factor] = axisOf(term) ?? [];
    if (axis === undefined || factor === undefined || axis >= count || along[axis]) return null;
    along[axis] = factor;
  }
  return Array.from({ length: count }, (_, axis) => along[axis] ?? NOTHING);
}

function termsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'sum') return [expression];
  return [...termsOf(expression.left), ...termsOf(expression.right)];
}

/** The axis of a term and what it is taken times. */
function axisOf(term: Expression): [number, Expression] | null {
  const axis = isName(term) ? AXES[term.name.replace(/^(?:hat|vec|bar|overline) /, '')] : undefined;
  if (axis !== undefined) return [axis, ONE];
  if (term.kind !== 'product') return null;
  const [axisRight, factor] = axisOf(term.right) ?? [];
  if (axisRight === undefined || factor === undefined) return null;
  return [axisRight, { kind: 'product', left: term.left, right: factor }];
}

function isName(term: Expression): term is Extract<Expression, { name: string; kind: 'name' | 'constant' }> {
  return term.kind === 'name' || term.kind === 'constant';
}
