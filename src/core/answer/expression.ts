import { Fraction } from 'fraction.js';

/** A formula as a tree. */
export type Expression =
  | { kind: 'number'; value: Fraction; decimals: number }
  | { kind: 'name'; name: string }
  | { kind: 'constant'; name: 'pi' | 'e' | 'i' | 'infinity' }
  | { kind: 'sum' | 'product' | 'quotient' | 'power'; left: Expression; right: Expression }
  | { kind: 'call'; name: string; of: Expression[] }
  | {
      kind: 'series';
      sign: 'sum' | 'product';
      index: string;
      from: Expression;
      to: Expression;
      of: Expression;
    };

export function call(name: string, ...of: Expression[]): Expression {
  return { kind: 'call', name, of };
}

/** The names that a formula has: its variables. */
export function namesIn(expression: Expression, names = new Set<string>()): Set<string> {
  if (expression.kind === 'name') names.add(expression.name);
  if (expression.kind === 'series')
    for (const name of namesIn(expression.of)) if (name !== expression.index) names.add(name);
  for (const part of partsOf(expression)) namesIn(part, names);
  return names;
}

/** A formula with another name for one of its variables. */
export function renamed(expression: Expression, from: string, to: string): Expression {
  if (expression.kind === 'name') return expression.name === from ? { ...expression, name: to } : expression;
  if (expression.kind === 'call')
    return { ...expression, of: expression.of.map((part) => renamed(part, from, to)) };
  if (expression.kind === 'series') {
    const of = expression.index === from ? expression.of : renamed(expression.of, from, to);
    return {
      ...expression,
      from: renamed(expression.from, from, to),
      to: renamed(expression.to, from, to),
      of,
    };
  }
  if (!('left' in expression)) return expression;
  const { left, right } = expression;
  return { ...expression, left: renamed(left, from, to), right: renamed(right, from, to) };
}

export function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'call') return expression.of;
  if (expression.kind === 'series') return [expression.from, expression.to];
  return 'left' in expression ? [expression.left, expression.right] : [];
}

/** A formula with a number for one of its variables. */
export function valueFor(expression: Expression, name: string, value: number): Expression {
  if (expression.kind === 'name')
    return expression.name === name
      ? { kind: 'number', value: new Fraction(value), decimals: 0 }
      : expression;
  if (expression.kind === 'call')
    return { ...expression, of: expression.of.map((part) => valueFor(part, name, value)) };
  if (!('left' in expression)) return expression;
  const { left, right } = expression;
  return { ...expression, left: valueFor(left, name, value), right: valueFor(right, name, value) };
}
