import { drawFractions } from './plain-fractions';
import { concat, join, piece, ungrouped, type Piece, type Role } from './plain-piece';
import { bracket, escapeSign, letterTex, numberTex, safeText } from './plain-signs';
import { DRAWN, FUNCTIONS, OPERATORS, PRODUCTS, RELATIONS, SPELT, SUMS } from './plain-symbols';
import { applied, deepest, group } from './plain-group';
import { findFunctions } from './plain-functions';
import { tokenize, type Token } from './plain-tokens';

/**
 * CHAMP's plain notation (Mao et al. 2024) as TeX: `x_(n+1)^2/2` becomes `\frac{x_{n+1}^{2}}{2}`.
 * Never changes what is meant: where the source can be read in two ways its slashes and parentheses stay.
 * Never throws: signs it does not know are escaped and shown.
 */
export function plainToTex(source: string): string {
  if (source.length > MAX_LENGTH) return `\\text{${safeText(source)}}`;
  const tokens = tokenize(source.normalize('NFC'));
  const reader: Reader = {
    tokens,
    at: 0,
    functions: findFunctions(tokens),
    level: 0,
    inScript: false,
    inBars: false,
  };
  const pieces: Piece[] = [];
  while (reader.at < tokens.length) {
    pieces.push(...readPieces(reader));
    const stray = tokens[reader.at];
    if (stray) pieces.push(piece('comma', bracket(stray.text), false));
    reader.at += 1;
  }
  return join(drawFractions(pieces));
}

/** In UTF-16 code units; the longest formula of CHAMP has 300. */
const MAX_LENGTH = 20_000;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  /** Letters that stand for functions in this formula, so that `x(n)` is a value and not a product. */
  readonly functions: ReadonlySet<string>;
  level: number;
  /** Within an index or exponent a slash reads better than a small fraction. */
  inScript: boolean;
  inBars: boolean;
}

/** Deeper nesting than any author's is shown sign by sign, which keeps hostile text from exhausting the stack. */
const MAX_LEVEL = 40;

/** Reads up to a closing bracket, or to the bar that closes the bars we are in, and leaves it unread. */
function readPieces(reader: Reader): Piece[] {
  const pieces: Piece[] = [];
  for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
    if (token.kind === 'close' || (token.kind === 'bar' && closesBars(reader, token, pieces.at(-1)))) break;
    pieces.push(readPiece(reader, token));
  }
  return pieces;
}

function closesBars(reader: Reader, token: Token, last: Piece | undefined): boolean {
  return reader.inBars && !isDivides(token) && (last?.role === 'factor' || last?.role === 'dots');
}

function isDivides(token: Token): boolean {
  return token.before && token.after;
}

const ROLES: Partial<Record<Token['kind'], Role>> = {
  relation: 'relation',
  sum: 'sum',
  product: 'product',
  slash: 'slash',
  comma: 'comma',
  dots: 'dots',
  times: 'times',
  word: 'word',
};

function readPiece(reader: Reader, token: Token): Piece {
  const role = token.kind === 'bar' && isDivides(token) ? 'relation' : ROLES[token.kind];
  if (/^[.:?]$/.test(token.text)) {
    reader.at += 1;
    return piece('comma', escapeSign(token), token.before);
  }
  if (!role && token.kind !== 'mod') return readScripts(reader, readOperand(reader, token));
  reader.at += 1;
  return piece(role ?? 'relation', signTex(token), token.before);
}

function signTex(token: Token): string {
  const { text } = token;
  if (token.kind === 'bar') return '\\mid';
  if (token.kind === 'mod') return '\\bmod';
  if (token.kind === 'word') return safeText(text);
  if (token.kind === 'comma') return token.after ? `${text} ` : text;
  return RELATIONS[text] ?? SUMS[text] ?? PRODUCTS[text] ?? SPELT[text.slice(1)] ?? text;
}

function readOperand(reader: Reader, token: Token): Piece {
  if (token.kind === 'name') return readName(reader, token);
  if (token.kind === 'open' || token.kind === 'bar') return readGroup(reader, token);
  reader.at += 1;
  if (token.kind === 'letter') return readLetter(reader, token);
  if (token.kind === 'number') return piece('factor', numberTex(token.text), token.before);
  return piece('factor', escapeSign(token), token.before);
}

function readLetter(reader: Reader, token: Token): Piece {
  const letter = piece('factor', letterTex(token.text), token.before);
  const open = argumentAt(reader);
  if (!open) return letter;
  if (token.text === 'C') return readBinomial(reader, letter, open);
  return reader.functions.has(token.text) ? applied(letter, readGroup(reader, open)) : letter;
}

/** The parenthesis that follows at once, if one does. */
function argumentAt(reader: Reader): Token | undefined {
  const next = reader.tokens[reader.at];
  return next?.text === '(' && !next.before ? next : undefined;
}

/** CHAMP writes C(n, k) for the binomial coefficient. */
function readBinomial(reader: Reader, letter: Piece, open: Token): Piece {
  const { pieces, close } = readInside(reader, open);
  const comma = pieces.findIndex((part) => part.role === 'comma');
  const [top, bottom] = [pieces.slice(0, comma), pieces.slice(comma + 1)];
  const two = comma > 0 && bottom.length > 0 && !bottom.some((part) => part.role === 'comma');
  if (!two || close?.text !== ')') return applied(letter, group(open, pieces, close, reader.inScript));
  const tex = `\\binom{${join(top)}}{${join(bottom)}}`;
  return { ...letter, tex, tall: true };
}

/** A word that names a function, its own index or exponent (`log_2`, `sin^2`) and its argument, if that is in parentheses. */
function readName(reader: Reader, token: Token): Piece {
  reader.at += 1;
  const open = argumentAt(reader);
  const drawn = DRAWN[token.text];
  if (drawn && open) return readDrawn(reader, token, open, drawn);
  const sign = OPERATORS[token.text];
  if (sign)
    return {
      ...readScripts(reader, { ...piece('operator', sign, token.before), tall: true }),
      role: 'operator',
    };
  const named = FUNCTIONS[token.text] ?? `\\operatorname{${token.text}}`;
  const name = readScripts(reader, piece('operator', named, token.before));
  const argument = argumentAt(reader);
  return argument ? applied(name, readGroup(reader, argument)) : name;
}

function readDrawn(
  reader: Reader,
  token: Token,
  open: Token,
  [left, right]: readonly [string, string],
): Piece {
  const { pieces, close } = readInside(reader, open);
  const inside = join(pieces);
  const tex = close ? concat(concat(left, inside), right) : `\\operatorname{${token.text}}(${inside}`;
  return { ...piece('factor', tex, token.before), depth: deepest(pieces), tall: true };
}

function readGroup(reader: Reader, open: Token): Piece {
  const { pieces, close } = readInside(reader, open);
  return group(open, pieces, close, reader.inScript);
}

/** What stands between two brackets, which need not be of one kind: `[0, 1)`. */
function readInside(reader: Reader, open: Token): { pieces: Piece[]; close: Token | undefined } {
  reader.at += 1;
  if (reader.level >= MAX_LEVEL) return { pieces: [], close: undefined };
  const { inBars, inScript } = reader;
  reader.level += 1;
  reader.inBars = open.kind === 'bar';
  const pieces = readPieces(reader);
  reader.level -= 1;
  reader.inBars = inBars;
  const close = reader.tokens[reader.at];
  const closes = close?.kind === (open.kind === 'bar' ? 'bar' : 'close');
  if (closes) reader.at += 1;
  return { pieces: inScript ? pieces : drawFractions(pieces), close: closes ? close : undefined };
}

/** Indices, exponents, primes and factorials, in the order in which they are written. */
function readScripts(reader: Reader, base: Piece): Piece {
  let scripted = base;
  const taken = new Set<string>();
  for (
    let token = reader.tokens[reader.at];
    token && isScript(token, reader);
    token = reader.tokens[reader.at]
  ) {
    reader.at += 1;
    const again = taken.has(token.kind) || (token.kind === 'prime' && taken.has('sup'));
    const body = again ? `{${scripted.tex}}` : scripted.tex;
    if (again) taken.clear();
    if (token.kind !== 'factorial') taken.add(token.kind);
    scripted = { ...scripted, tex: concat(body, scriptTex(reader, token)), inside: undefined };
  }
  return scripted;
}

function isScript(token: Token, reader: Reader): boolean {
  if (token.kind === 'prime' || token.kind === 'factorial') return !token.before;
  return (token.kind === 'sub' || token.kind === 'sup') && reader.at + 1 < reader.tokens.length;
}

function scriptTex(reader: Reader, token: Token): string {
  if (token.kind === 'prime') return "'";
  if (token.kind === 'factorial') return '!';
  const { inScript } = reader;
  reader.inScript = true;
  reader.level += 1;
  const argument = token.kind === 'sub' ? readIndex(reader) : readExponent(reader);
  reader.level -= 1;
  reader.inScript = inScript;
  return `${token.kind === 'sub' ? '_' : '^'}{${argument}}`;
}

/** A letter run after `_` is a double index, `c_ij`, unless a second index begins in it, `a_nb_n`. */
function readIndex(reader: Reader): string {
  const first = readScriptOperand(reader);
  let tex = first.inside ?? first.tex;
  if (reader.tokens[reader.at - 1]?.kind !== 'letter') return tex;
  for (
    let next = reader.tokens[reader.at];
    next?.kind === 'letter' && !next.before;
    next = reader.tokens[reader.at]
  ) {
    if (reader.tokens[reader.at + 1]?.kind === 'sub') break;
    tex = concat(tex, letterTex(next.text));
    reader.at += 1;
  }
  return tex;
}

/** Powers associate to the right, and a factorial or an index in an exponent binds tighter: `2^n!`, `3^3^3`, `2^x_1`. */
function readExponent(reader: Reader): string {
  const first = readScriptOperand(reader);
  // In x^2_n and f^2' the index and the prime are the letter's.
  const next = reader.tokens[reader.at]?.kind;
  if (/^[0-9]/.test(first.tex) && (next === 'sub' || next === 'prime')) return first.tex;
  const whole = readScripts(reader, first);
  return ungrouped(whole);
}

function readScriptOperand(reader: Reader): Piece {
  const token = reader.tokens[reader.at];
  if (!token || token.kind === 'close' || reader.level >= MAX_LEVEL) return piece('factor', '', false);
  if (token.kind !== 'sum') return readPiecePart(reader, token);
  reader.at += 1;
  const operand = readScriptOperand(reader);
  return { ...operand, tex: concat(signTex(token), operand.tex), inside: undefined };
}

function readPiecePart(reader: Reader, token: Token): Piece {
  if (!ROLES[token.kind] && token.kind !== 'mod') return readOperand(reader, token);
  reader.at += 1;
  return piece('factor', token.kind === 'dots' ? '\\ldots' : signTex(token), false);
}
