import type { Scalar } from './answer-value';
import { exactValue } from './exact-value';
import { parseExpression } from './parse-expression';
import { Fraction } from 'fraction.js';

const RESIDUE = /^(?:[A-Za-z]\s*≡)?(.+?)\(?\s*(?:⟨mod⟩|\\[pb]?mod|mod)\s*\{?\s*(\d{1,9})\s*\}?\s*\)?$/;

/**
 * What is left when one divides, from a folded text: `x ≡ 10 (mod 7)` is 3 with the unit `mod 7`, which may be left out as any unit
 * may. Null for anything else.
 */
export function readResidue(text: string): Scalar | null {
  const [, told = '', modulus = ''] = RESIDUE.exec(text) ?? [];
  const of = modulus === '' ? null : parseExpression(told);
  if (!of) return null;
  const value = exactValue(of);
  const divisor = new Fraction(modulus);
  const least =
    value && value.d === 1n && !divisor.equals(0) ? value.sub(value.div(divisor).floor().mul(divisor)) : null;
  return {
    kind: 'scalar',
    of: least ? { kind: 'number', value: least, decimals: 0 } : of,
    percent: false,
    unit: `mod ${modulus}`,
  };
}
