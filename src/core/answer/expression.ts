import type { Fraction } from 'fraction.js';

/** A formula as a tree. */
export type Expression =
  | { kind: 'number'; value: Fraction; decimals: number }
  | { kind: 'name'; name: string }
  | { kind: 'constant'; name: 'pi' | 'e' | 'i' | 'infinity' }
  | { kind: 'sum' | 'product' | 'quotient' | 'power'; left: Expression; right: Expression }
  | { kind: 'call'; name: string; of: Expression[] };

export function call(name: string, ...of: Expression[]): Expression {
  return { kind: 'call', name, of };
}

/** The names that a formula has: its variables. */
export function namesIn(expression: Expression, names = new Set<string>()): Set<string> {
  if (expression.kind === 'name') names.add(expression.name);
  for (const part of partsOf(expression)) namesIn(part, names);
  return names;
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'call') return expression.of;
  return 'left' in expression ? [expression.left, expression.right] : [];
}
