import { namesIn } from '../answer/expression';
import { probe } from '../answer/probe';
import type { ProbeResult } from '../answer/probe';
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
  /[_'°%!|?&]|\\\\|\\(?:text|mbox|mathrm|operatorname|sum|prod|int|lim|overline|bar|vec|angle|triangle|circ|mod|bmod|pmod|dots|ldots|cdots|binom|begin|pm|mp|boxed|partial|deg|left\s*[[|]|lfloor|lceil|max|min|gcd|log|ln|sin|cos|tan|sec|csc|cot|det|infty)(?![A-Za-z])|[a-zA-Z]\s*\\?\(|\bd[a-z]\b/;
/** Both sides are worked out, and one only names the other when it is a letter alone. */
const WORKED_OUT = /[-+*/^]|\\(?:frac|dfrac|tfrac|sqrt|cdot|times)(?![A-Za-z])/;

/**
 * The neighbours of chains with letters, `(x+1)^2 = x^2+2x+1`, that differ at a point (Schwartz-Zippel): a hint, for an equality may
 * be a condition rather than an identity. Only where both sides have the same letters and are worked out, as in a rewriting.
 */
export function brokenEqualitiesIn(text: string, dialect: Dialect): BrokenEquality[] {
  return brokenIn(triedIn(text, dialect, FEWEST_MEMBERS));
}

/** The same, and how many such equalities hold at every point that was tried: of two members as well, for these are identities. */
export function spotChecked(text: string, dialect: Dialect): { broken: BrokenEquality[]; holding: number } {
  const tried = triedIn(text, dialect, 2);
  return {
    broken: brokenIn(tried.filter(({ members }) => members >= FEWEST_MEMBERS)),
    holding: tried.filter(({ result }) => result.verdict === 'equal').length,
  };
}

/** One equality with letters alone is an equation to solve as often as not; a chain rewrites. */
const FEWEST_MEMBERS = 3;

/** An equality that was tried at points. */
interface Tried extends Omit<BrokenEquality, 'at'> {
  /** How many members its chain has. */
  members: number;
  result: ProbeResult;
}

function triedIn(text: string, dialect: Dialect, fewest: number): Tried[] {
  if (!text.includes('=')) return [];
  return segment(text, dialect).flatMap(({ kind, content, start, end }) => {
    if (kind !== 'maths' || !content.includes('=')) return [];
    const at = start + Math.max(0, text.slice(start, end).indexOf(content));
    return equalityChains(content)
      .filter(({ length }) => length >= fewest)
      .flatMap((chain) =>
        chain.slice(1).flatMap((right, place) => {
          const left = chain[place];
          const result = left ? tryAtPoints(left.text, right.text) : null;
          if (!left || !result) return [];
          const tex = content.slice(left.start, right.end);
          const span = { start: at + left.start, end: at + right.end };
          return [{ ...span, tex, members: chain.length, result }];
        }),
      );
  });
}

function brokenIn(tried: readonly Tried[]): BrokenEquality[] {
  return tried.flatMap(({ start, end, tex, result }) =>
    result.verdict === 'different' ? [{ start, end, tex, at: result.at }] : [],
  );
}

/** Null where nothing can be said of them. */
function tryAtPoints(left: string, right: string): ProbeResult | null {
  if (
    [left, right].some((side) => side.length > LONGEST_SIDE || UNCLEAR.test(side) || !WORKED_OUT.test(side))
  )
    return null;
  const [a, b] = [scalarOf(left)?.of, scalarOf(right)?.of];
  if (!a || !b) return null;
  const names = [...namesIn(a)].sort().join();
  if (names === '' || names !== [...namesIn(b)].sort().join()) return null;
  return probe(a, b);
}
