import { namesIn } from '../answer/expression';
import { probe } from '../answer/probe';
import { segment } from '../maths/segment';
import type { Dialect } from '../maths/dialect';
import { equalityChains } from './chains';
import { scalarOf } from './judge-equality';

/** An equality of formulas with letters that does not hold at a point. UTF-16 offsets in the text. */
export interface BrokenEquality {
  start: number;
  end: number;
  /** As it is written. */
  tex: string;
  /** The point: `x = 0.37, y = 2.5`. */
  at: string;
}

/** In UTF-16 units: a longer side is left alone. */
const LONGEST_SIDE = 200;
/** What is read in more than one way, or has letters that are no numbers: functions, indices, sums, text, derivatives. */
const UNCLEAR =
  /[_'°%!|?]|\\(?:text|mbox|mathrm|operatorname|sum|prod|int|lim|overline|bar|vec|angle|triangle|circ|mod|bmod|pmod|dots|ldots|cdots|binom|begin|pm|mp|partial|deg|left\s*[[|]|lfloor|lceil|max|min|gcd|log|ln|sin|cos|tan|sec|csc|cot|det|infty)(?![A-Za-z])|[a-zA-Z]\s*\\?\(|\bd[a-z]\b/;
/** Both sides are worked out, and one only names the other when it is a letter alone. */
const WORKED_OUT = /[-+*/^]|\\(?:frac|dfrac|tfrac|sqrt|cdot|times)(?![A-Za-z])/;

/**
 * The neighbours of chains with letters, `(x+1)^2 = x^2+2x+1`, that differ at a point (Schwartz-Zippel): a hint, for an equality may
 * be a condition rather than an identity. Only where both sides have the same letters and are worked out, as in a rewriting.
 */
export function brokenEqualitiesIn(text: string, dialect: Dialect): BrokenEquality[] {
  if (!text.includes('=')) return [];
  return segment(text, dialect).flatMap(({ kind, content, start, end }) => {
    if (kind !== 'maths' || !content.includes('=')) return [];
    const at = start + Math.max(0, text.slice(start, end).indexOf(content));
    return equalityChains(content).flatMap((chain) => {
      if (chain.length < FEWEST_MEMBERS) return [];
      return chain.slice(1).flatMap((right, place) => {
        const left = chain[place];
        const point = left ? pointOfDifference(left.text, right.text) : null;
        if (!left || point === null) return [];
        const tex = content.slice(left.start, right.end);
        return [{ tex, at: point, start: at + left.start, end: at + right.end }];
      });
    });
  });
}

/** One equality with letters alone is an equation to solve as often as not; a chain rewrites. */
const FEWEST_MEMBERS = 3;

/** Null where both sides agree, or nothing can be said of them. */
function pointOfDifference(left: string, right: string): string | null {
  if (
    [left, right].some((side) => side.length > LONGEST_SIDE || UNCLEAR.test(side) || !WORKED_OUT.test(side))
  )
    return null;
  const [a, b] = [scalarOf(left)?.of, scalarOf(right)?.of];
  if (!a || !b) return null;
  const names = [...namesIn(a)].sort().join();
  if (names === '' || names !== [...namesIn(b)].sort().join()) return null;
  const { verdict, at } = probe(a, b);
  return verdict === 'different' ? at : null;
}
