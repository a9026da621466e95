import type { Dialect } from '../maths/dialect';
import { speaksOfBase } from '../maths/number-base';
import { segment } from '../maths/segment';
import { equalityChains } from './chains';
import { judgeEquality } from './judge-equality';
import type { EqualityVerdict } from './judge-equality';

/** An equality between two neighbours of a chain, and what recomputing it says. UTF-16 offsets in the text. */
export interface JudgedEquality extends EqualityVerdict {
  start: number;
  end: number;
  /** As it is written. */
  tex: string;
}

/** The equalities in the formulas of a text that can be recomputed. */
export function equalitiesIn(text: string, dialect: Dialect): JudgedEquality[] {
  if (!text.includes('=')) return [];
  return segment(text, dialect).flatMap(({ kind, content, start, end }) => {
    if (kind !== 'maths' || !content.includes('=')) return [];
    const at = start + Math.max(0, text.slice(start, end).indexOf(content));
    return equalityChains(content).flatMap((chain) =>
      chain.slice(1).flatMap((right, place) => {
        const left = chain[place];
        if (!left) return [];
        const judged = judgeEquality(left.text, right.text);
        if (judged.verdict === 'unclear' || isCongruent(judged, text) || isInBase(judged, text)) return [];
        const tex = content.slice(left.start, right.end);
        return [{ ...judged, tex, start: at + left.start, end: at + right.end }];
      }),
    );
  });
}

const MODULUS = /(?:\\(?:pmod|bmod|mod)\s*\{?|\bmod(?:ulo)?\b|\bdivided by)[\s$({]*(\d{1,6})(?!\d)/g;
/** Of the numbers 0 and 1 modulo 2 every other wrong sum would pass. */
const LEAST_MODULUS = 3n;

/** `5^5 = 5 \times 3^2` where remainders by 11 are spoken of, `50^{-1} = 24` by 1199: the equals sign stands for a congruence. */
function isCongruent({ verdict, left, right }: EqualityVerdict, text: string): boolean {
  const [one, other] = [partsOf(left), partsOf(right)];
  if (verdict !== 'fails' || !one || !other) return false;
  const difference = one.of * other.by - other.of * one.by;
  const moduli = [...text.matchAll(MODULUS)].map(([, told = '0']) => BigInt(told));
  return moduli.some((modulus) => modulus >= LEAST_MODULUS && difference % modulus === 0n);
}

function partsOf(value: string): { of: bigint; by: bigint } | null {
  const [, of = '', by = '1'] = /^(-?\d+)(?:\/(\d+))?$/.exec(value) ?? [];
  return of === '' ? null : { of: BigInt(of), by: BigInt(by) };
}

/** Where digits of another base are spoken of, `5 + 5 = 13` may hold. */
function isInBase({ verdict }: EqualityVerdict, text: string): boolean {
  return verdict === 'fails' && speaksOfBase(text);
}
