import { CONSTANTS, DRAWN, FUNCTIONS, OPERATORS, PRODUCTS, RELATIONS, SPELT, SUMS } from './plain-symbols';

export type TokenKind =
  | 'number'
  | 'letter'
  | 'name'
  | 'word'
  | 'mod'
  | 'open'
  | 'close'
  | 'bar'
  | 'relation'
  | 'sum'
  | 'product'
  | 'slash'
  | 'comma'
  | 'dots'
  | 'times'
  | 'sub'
  | 'sup'
  | 'prime'
  | 'factorial'
  | 'other';

export interface Token {
  kind: TokenKind;
  /** As written. */
  text: string;
  /** White space stands before, or after. */
  before: boolean;
  after: boolean;
}

const SIGN =
  /[0-9]+(?:\.[0-9]+)?|\.[0-9]+|\\?[\p{L}\p{M}]+|\/[gln]eq\b|\.{3}|…|⋯|···|<=>|<->|<=|>=|=>|->|[\s\u00a0]+|[\s\S]/gu;

/** Cuts plain notation into signs. Runs of letters that are no known name are single letters: `ab` is a times b. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (const [piece] of source.matchAll(SIGN)) {
    const blank = /^\s+$/.test(piece);
    const last = tokens.at(-1);
    if (blank && last) last.after = true;
    if (!blank) tokens.push(...readPiece(piece, spaced));
    spaced = blank;
  }
  const last = tokens.at(-1);
  if (last) last.after = true;
  return markTimes(markWords(joinThousands(markNotEqual(tokens))));
}

function readPiece(text: string, before: boolean): Token[] {
  if (!/^\p{L}/u.test(text)) return [{ kind: kindOf(text), text, before, after: false }];
  return splitLetters(text).map((part, at) => ({ ...part, before: before && at === 0, after: false }));
}

const SIGN_KINDS: Readonly<Record<string, TokenKind>> = {
  '/': 'slash',
  ',': 'comma',
  ';': 'comma',
  '...': 'dots',
  '…': 'dots',
  '⋯': 'dots',
  '···': 'dots',
  _: 'sub',
  '^': 'sup',
  "'": 'prime',
  '′': 'prime',
  '’': 'prime',
  '!': 'factorial',
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
  '|': 'bar',
};

function kindOf(text: string): TokenKind {
  const known = SIGN_KINDS[text];
  if (known) return known;
  if (/^\.?[0-9]/.test(text)) return 'number';
  if (Object.hasOwn(RELATIONS, text) || Object.hasOwn(SPELT, text.slice(1))) return 'relation';
  if (Object.hasOwn(SUMS, text)) return 'sum';
  if (Object.hasOwn(PRODUCTS, text)) return 'product';
  return Object.hasOwn(CONSTANTS, text) ? 'letter' : 'other';
}

const NAMES: ReadonlySet<string> = new Set(
  [FUNCTIONS, DRAWN, OPERATORS].flatMap((table) => Object.keys(table)),
);

/** `xsin` is x times sin; `identity` and non-Latin words are text; everything else a product of letters. */
function splitLetters(run: string): { kind: TokenKind; text: string }[] {
  if (run === 'mod') return [{ kind: 'mod', text: run }];
  if (NAMES.has(run)) return [{ kind: 'name', text: run }];
  if (isWord(run)) return [{ kind: 'word', text: run }];
  for (let at = 1; at <= 2; at += 1) {
    if (NAMES.has(run.slice(at)))
      return [...letters(run.slice(0, at)), { kind: 'name', text: run.slice(at) }];
  }
  return letters(run);
}

function letters(run: string): { kind: TokenKind; text: string }[] {
  return Array.from(run, (text) => ({ kind: 'letter', text }));
}

/** Long runs with vowels are words; `abcde`, `edcba` and `aabb` are digits or factors named by letters in a row. */
function isWord(run: string): boolean {
  if (/[^A-Za-zα-ωΑ-Ω]/.test(run)) return run.length > 1;
  if (run.length < 5 || run === run.toUpperCase()) return false;
  const distinct = new Set(run);
  const span = Math.max(...[...distinct].map(codeOf)) - Math.min(...[...distinct].map(codeOf));
  return /[aeiouy]/i.test(run) && span > 8;
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

const SHORT_WORDS = new Set(
  'a an and any are as at all be both but by each else even for from has have if in is iff it let no not odd of on only or some so such that the then thus to where when which with while'.split(
    ' ',
  ),
);

/** Short words count only when white space (or the formula's edge, or a comma) is on both sides: `1 or 3`, but not `or` in `xor`. */
function markWords(tokens: Token[]): Token[] {
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    const run = token.kind === 'letter' ? letterRun(tokens, at) : [token];
    const text = run.map((part) => part.text).join('');
    const last = run.at(-1) ?? token;
    const alone = token.before && (last.after || tokens[at + run.length]?.kind === 'comma');
    if (run.length > 1 && alone && SHORT_WORDS.has(text.toLowerCase()))
      marked.push({ kind: 'word', text, before: true, after: last.after });
    else marked.push(...run);
    at += run.length;
  }
  return marked;
}

function letterRun(tokens: Token[], from: number): Token[] {
  let to = from + 1;
  while (tokens[to]?.kind === 'letter' && !tokens[to]?.before) to += 1;
  return tokens.slice(from, to);
}

/** `a != b` is inequality only with a space before: `4!=24` is a factorial that equals something. */
function markNotEqual(tokens: Token[]): Token[] {
  return tokens.flatMap((token, at): Token[] => {
    const next = tokens[at + 1];
    if (token.kind === 'factorial' && token.before && !token.after && next?.text === '=')
      return [{ kind: 'relation', text: '≠', before: true, after: next.after }];
    const previous = tokens[at - 1];
    const swallowed =
      token.text === '=' && previous?.kind === 'factorial' && previous.before && !previous.after;
    return swallowed ? [] : [token];
  });
}

/** `1,234,567` outside brackets is one number; `{100,200}` is a set of two. */
function joinThousands(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    const [head, comma] = joined.slice(-2);
    const fits =
      head && comma?.text === ',' && !comma.before && !comma.after && /^[0-9]{3}(?:\.|$)/.test(token.text);
    if (depth === 0 && fits && /^[0-9]{1,3}(?:,[0-9]{3})*$/.test(head.text)) {
      joined.splice(-2, 2, { ...head, text: `${head.text},${token.text}`, after: token.after });
    } else joined.push(token);
  }
  return joined;
}

/** `2 x 3`, `n x n`: an x between two sizes is a multiplication sign. */
function markTimes(tokens: Token[]): Token[] {
  return tokens.map((token, at) => {
    const sizes =
      BEFORE_TIMES.has(tokens[at - 1]?.kind ?? 'other') && AFTER_TIMES.has(tokens[at + 1]?.kind ?? 'other');
    return token.text === 'x' && token.before && token.after && sizes ? { ...token, kind: 'times' } : token;
  });
}

const BEFORE_TIMES: ReadonlySet<TokenKind> = new Set(['number', 'letter', 'close', 'factorial']);
const AFTER_TIMES: ReadonlySet<TokenKind> = new Set(['number', 'letter', 'open']);
