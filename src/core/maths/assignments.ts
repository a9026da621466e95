import type { Fraction } from 'fraction.js';
import { valueOf } from './arithmetic';

/** More lines than this no word problem takes. */
const MOST_LINES = 200;
const ASSIGNMENT = /^\s*([A-Za-z_]\w*)\s*=\s*([^=].*?)\s*(?:#.*)?$/;

/**
 * The exact value that a straight program ends with: lines `n0 = 20.0`, `t0 = n0 / 3`, `answer = t0`, of plain arithmetic alone. It is not
 * run: each line is read as a formula. Null for any other program.
 */
export function valueOfAssignments(program: string): Fraction | null {
  const lines = program.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  if (lines.length === 0 || lines.length > MOST_LINES) return null;
  const known = new Map<string, Fraction>();
  let last: Fraction | null = null;
  for (const line of lines) {
    const [, name = '', expression = ''] = ASSIGNMENT.exec(line) ?? [];
    last = name === '' ? null : valueOfExpression(expression, known);
    if (!last) return null;
    known.set(name, last);
  }
  return known.get('answer') ?? last;
}

function valueOfExpression(expression: string, known: ReadonlyMap<string, Fraction>): Fraction | null {
  let unknown = expression.includes('%'); // a remainder in Python, per cent elsewhere
  const filled = expression.replaceAll(/[A-Za-z_]\w*/g, (name, at: number) => {
    const value = known.get(name);
    if (!value || /[\d.]/.test(expression[at - 1] ?? '')) unknown = true;
    return value ? `(${value.toFraction()})` : name;
  });
  return unknown ? null : valueOf(filled);
}
