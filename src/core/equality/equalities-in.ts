import type { Dialect } from '../maths/dialect';
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
        if (judged.verdict === 'unclear' || isCongruent(judged, text)) return [];
        const tex = content.slice(left.start, right.end);
        return [{ ...judged, tex, start: at + left.start, end: at + right.end }];
      }),
    );
  });
}

const MODULUS = /(?:\\(?:pmod|bmod|mod)\s*\{?|\bmod(?:ulo)?\b|\bdivided by)[\s$({]*(\d{1,6})(?!\d)/g;
/** Of the numbers 0 and 1 modulo 2 every other wrong sum would pass. */
const LEAST_MODULUS = 3n;

/** `5^5 = 5 \times 3^2` where remainders by 11 are spoken of: the equals sign stands for a congruence. */
function isCongruent({ verdict, left, right }: EqualityVerdict, text: string): boolean {
  if (verdict !== 'fails' || !/^-?\d+$/.test(left) || !/^-?\d+$/.test(right)) return false;
  const difference = BigInt(left) - BigInt(right);
  const moduli = [...text.matchAll(MODULUS)].map(([, told = '0']) => BigInt(told));
  return moduli.some((modulus) => modulus >= LEAST_MODULUS && difference % modulus === 0n);
}
