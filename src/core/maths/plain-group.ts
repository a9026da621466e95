import { concat, join, piece, type Piece } from './plain-piece';
import { bracket } from './plain-signs';
import type { Token } from './plain-tokens';

/** A pair of brackets with what stands between them; the brackets grow with fractions, but not within an exponent. */
export function group(
  open: Token,
  pieces: readonly Piece[],
  close: Token | undefined,
  inScript: boolean,
): Piece {
  const inside = join(pieces);
  const made = {
    ...piece('factor', '', open.before),
    depth: deepest(pieces),
    tall: pieces.some((part) => part.tall),
  };
  if (!close) return { ...made, tex: concat(bracket(open.text), inside) };
  if (pieces[0]?.tex === '\\bmod')
    return { ...made, role: 'relation', tex: `\\pmod{${join(pieces.slice(1))}}` };
  const [left, right] = made.tall && !inScript ? ['\\left', '\\right'] : ['', ''];
  const tex = concat(concat(left + bracket(open.text), inside), right + bracket(close.text));
  const round = open.text === '(' && close.text === ')' && pieces.length > 0;
  return {
    ...made,
    tex,
    inside: round ? inside : undefined,
    list: pieces.some((part) => part.role === 'comma'),
  };
}

/** How many fractions are stacked in the highest of the pieces. */
export function deepest(pieces: readonly Piece[]): number {
  return pieces.reduce((most, part) => Math.max(most, part.depth), 0);
}

/** A function's name and its argument as one factor. */
export function applied(name: Piece, argument: Piece): Piece {
  const tex = concat(name.tex, argument.tex);
  return { ...argument, role: 'factor', tex, spaced: name.spaced, inside: undefined, list: false };
}
