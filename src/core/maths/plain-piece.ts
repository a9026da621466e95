/** What a piece of a formula does among its neighbours. An `operator` is a function name or sum sign that takes what follows. */
export type Role =
  'factor' | 'product' | 'slash' | 'sum' | 'relation' | 'times' | 'comma' | 'dots' | 'word' | 'operator';

/** A piece of a formula that is TeX already. */
export interface Piece {
  role: Role;
  tex: string;
  /** White space stood before it. */
  spaced: boolean;
  /** A group's TeX without its parentheses, when they do nothing but group. */
  inside: string | undefined;
  /** A group with a comma in it is a list, whose parentheses mean something except in an index. */
  list: boolean;
  /** How many fractions are stacked in it. */
  depth: number;
  /** It is higher than a line, so parentheses around it must grow. */
  tall: boolean;
}

export function piece(role: Role, tex: string, spaced: boolean): Piece {
  return { role, tex, spaced, inside: undefined, list: false, depth: 0, tall: false };
}

/** Puts TeX after TeX; `\cdot` before a letter needs a space between. */
export function concat(left: string, right: string): string {
  return /\\[A-Za-z]+$/.test(left.slice(-24)) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right;
}

/** The pieces as one TeX string. */
export function join(pieces: readonly Piece[]): string {
  const sized = pieces.some((part) => part.role === 'times');
  return pieces.reduce((tex, part, at) => {
    const [last, next] = [pieces[at - 1], pieces[at + 1]];
    const gap = part.spaced && last && isOperand(last) && isOperand(part) ? '\\ ' : '';
    return concat(tex, gap + dress(part, last, next, sized));
  }, '');
}

function dress(part: Piece, last: Piece | undefined, next: Piece | undefined, sized: boolean): string {
  if (part.role === 'word') return dressWord(part, last, next);
  if (part.role === 'dots') return isRunning(last, next) ? '\\cdots' : '\\ldots';
  if (part.role === 'times') return '\\;\\times\\;';
  // "2k+1 x 2k+1": the sizes are sums, and the spaces alone say so.
  if (part.role === 'sum' && sized) return `{${part.tex}}`;
  return part.tex;
}

function dressWord(part: Piece, last: Piece | undefined, next: Piece | undefined): string {
  const head = part.spaced && last ? ' ' : '';
  const tail = next?.spaced && next.role !== 'word' ? ' ' : '';
  return `\\text{${head}${part.tex}${tail}}`;
}

const RUNNING: ReadonlySet<Role> = new Set(['sum', 'product', 'relation']);

/** Dots stand at mid height between signs of operation, and between parentheses that are multiplied. */
function isRunning(last: Piece | undefined, next: Piece | undefined): boolean {
  if ((last && RUNNING.has(last.role)) || (next && RUNNING.has(next.role))) return true;
  return last !== undefined && next !== undefined && isGroup(last) && isGroup(next);
}

/** Its TeX where parentheses are not needed to hold it together. */
export function ungrouped(part: Piece): string {
  return isGroup(part) ? (part.inside ?? part.tex) : part.tex;
}

function isGroup(part: Piece): boolean {
  return part.inside !== undefined && !part.list;
}

function isOperand(part: Piece): boolean {
  return part.role === 'factor' || part.role === 'dots';
}
