import { join, ungrouped, type Piece } from './plain-piece';

/** Fractions are stacked so far and no further; beyond, the slash stays. */
const MAX_DEPTH = 2;

/**
 * Draws the fractions among pieces of equal rank. `a/b*c` is (a/b)c and `n(n+1)/2` takes all that is multiplied before the slash,
 * which is the same number either way. Where readers would differ (`1/2x`, `a/b/c`, `sin x/2`) the slash stays as it is.
 */
export function drawFractions(pieces: readonly Piece[]): Piece[] {
  const drawn: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const to = Math.max(chainEnd(pieces, at), at + 1);
    const chain = pieces.slice(at, to);
    drawn.push(...(isClear(chain, pieces[at - 1]) ? drawChain(chain) : chain));
    at = to;
  }
  return drawn;
}

/** A chain is factors joined by multiplication, division or by standing next to each other. */
function chainEnd(pieces: readonly Piece[], from: number): number {
  if (pieces[from]?.role !== 'factor') return from;
  let to = from + 1;
  for (; to < pieces.length; to += 1) {
    const [part, next] = [pieces[to], pieces[to + 1]];
    const joined = isFactor(part) && (!part?.spaced || isSign(pieces[to - 1]));
    if (!joined && !(isSign(part) && isFactor(next))) break;
  }
  return to;
}

function isSign(part: Piece | undefined): boolean {
  return part?.role === 'product' || part?.role === 'slash';
}

function isFactor(part: Piece | undefined): boolean {
  return part?.role === 'factor' || part?.role === 'dots';
}

function isClear(chain: readonly Piece[], before: Piece | undefined): boolean {
  if (before?.role === 'operator' && !before.tall) return false;
  return chain.every((part, at) => {
    if (part.tex === '\\div' || part.tex === '\\circ') return false;
    if (part.role !== 'slash') return true;
    const [over, under, after] = [chain[at - 1], chain[at + 1], chain[at + 2]];
    return over?.role === 'factor' && under?.role === 'factor' && (!after || after.role === 'product');
  });
}

function drawChain(chain: readonly Piece[]): Piece[] {
  const drawn: Piece[] = [];
  let first = 0;
  for (let at = 0; at < chain.length; at += 1) {
    const [part, under] = [chain[at], chain[at + 1]];
    if (!part) break;
    if (part.role !== 'slash' || !under) {
      drawn.push(part);
      continue;
    }
    const over = drawn.splice(numeratorStart(drawn, first));
    drawn.push(...fraction(over, part, under));
    first = drawn.length + 1;
    at += 1;
  }
  return drawn;
}

/** `(1/2)*(3/4)*(2n-1)/(2n)`: after a fraction, only the last factor belongs above the next line. */
function numeratorStart(drawn: readonly Piece[], first: number): number {
  const lastSign = drawn.findLastIndex((part, at) => at >= first && part.role === 'product');
  const after = lastSign + 1;
  return lastSign >= first && drawn.slice(first, lastSign).some((part) => part.depth > 0) ? after : first;
}

function fraction(over: Piece[], slash: Piece, under: Piece): Piece[] {
  const depth = 1 + Math.max(under.depth, ...over.map((part) => part.depth));
  if (depth > MAX_DEPTH) return [...over, slash, under];
  const [only] = over;
  const top = over.length === 1 && only ? ungrouped(only) : join(over);
  const tex = `\\frac{${top}}{${ungrouped(under)}}`;
  return [
    { role: 'factor', tex, spaced: only?.spaced ?? false, inside: undefined, list: false, depth, tall: true },
  ];
}
