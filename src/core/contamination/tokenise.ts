import { HASH_START, hashUnit, hashWord, KIND, scramble } from './tokens';
import type { Tokens } from './tokens';
import { meaningOf, ReadWord, specialWords } from './word-meanings';
import { LAYOUT_COMMANDS, SIGN_NUMBERS, SIGNS, SYNONYMS } from './written-alike';

/**
 * Cuts a text into words and numbers as they are compared: without the ways in which the same maths is written (layout, braces,
 * operators), without case and endings.
 */
export function tokenise(text: string): Tokens {
  const { length, exact, kinds, starts, ends } = scanner.scan(text);
  return {
    length,
    exact: exact.slice(0, length),
    kinds: kinds.slice(0, length),
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
  };
}

/** The same, good until this is called again. */
export function tokeniseBriefly(text: string): Tokens {
  return briefScanner.scan(text);
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const COMMA = 0x2c;
const POINT = 0x2e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const ZERO = 0x30;

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

class Scanner implements Tokens {
  length = 0;
  exact = new Uint32Array(4096);
  kinds = new Uint8Array(4096);
  starts = new Uint32Array(4096);
  ends = new Uint32Array(4096);
  private text = '';
  private readonly word = new ReadWord();

  scan(text: string): this {
    this.text = text;
    this.length = 0;
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at);
      if (isLetter(unit)) at = this.readWord(at);
      else if (isDigit(unit) || (unit === POINT && isDigit(text.charCodeAt(at + 1))))
        at = this.readNumber(at);
      else if (unit === BACKSLASH) at = this.readCommand(at);
      else if (unit === PERCENT || unit > 0x7f) at = this.readSign(at);
      else at++;
    }
    return this;
  }

  /** A word, without the `'s` that may follow it. */
  private readWord(start: number): number {
    const end = this.readLetters(start);
    this.addRead(start, end);
    const sign = this.text.charCodeAt(end);
    return sign === 0x27 || sign === 0x2019 ? end + contractionAt(this.text, end) : end;
  }

  private readLetters(start: number): number {
    const { text, word } = this;
    word.start();
    let at = start;
    for (let unit = text.charCodeAt(at); isLetter(unit); unit = text.charCodeAt(++at)) word.add(unit | 0x20);
    return at;
  }

  private addRead(start: number, end: number): void {
    const { word } = this;
    const { whole } = word;
    const special = specialWords.find(whole);
    if (special !== -1) this.add(specialWords.hashAt(special), specialWords.kindAt(special), start, end);
    else if (word.length < 3) this.add(whole, KIND.letter, start, end);
    else this.add(word.stem, KIND.content, start, end);
  }

  /** A number by its value, the same for 3,000.50 and 3000.5. */
  private readNumber(start: number): number {
    const { text } = this;
    let at = start;
    let hash = HASH_START;
    for (let unit = text.charCodeAt(at); isDigit(unit); unit = text.charCodeAt(++at))
      hash = hashUnit(hash, unit, at - start);
    const end = endOfNumber(text, at, at === start);
    const plain = end === at && (text.charCodeAt(start) !== ZERO || at === start + 1);
    this.add(plain ? scramble(hash) : hashWord(valueOf(text.slice(start, end))), KIND.number, start, end);
    return end;
  }

  /** What a backslash begins. */
  private readCommand(start: number): number {
    const { text } = this;
    const unit = text.charCodeAt(start + 1);
    if (unit === PERCENT) return this.readSign(start + 1);
    if (!isLetter(unit)) return start + 1 + (start + 1 < text.length ? codePointLength(text, start + 1) : 0);
    const end = this.readLetters(start + 1);
    const name = nameHash(text, start + 1, end);
    if (ENVIRONMENTS.has(name)) {
      const after = endOfEnvironment(text, end);
      if (after !== -1) return after;
    }
    if (FRACTIONS.has(name)) {
      const after = this.readFraction(end);
      if (after !== -1) return after;
    }
    if (!LAYOUT.has(name)) this.addRead(start, end);
    return end;
  }

  /** `\frac12`, two numbers of one digit; -1 when it is not so. */
  private readFraction(end: number): number {
    const { text } = this;
    const over = afterBlanks(text, end);
    if (!isDigit(text.charCodeAt(over))) return -1;
    this.addDigit(over);
    const under = afterBlanks(text, over + 1);
    if (!isDigit(text.charCodeAt(under))) return under > over + 1 ? under : over + 1;
    this.addDigit(under);
    return under + 1;
  }

  private addDigit(at: number): void {
    this.add(scramble(hashUnit(HASH_START, this.text.charCodeAt(at), 0)), KIND.number, at, at + 1);
  }

  private readSign(start: number): number {
    const { text } = this;
    const length = codePointLength(text, start);
    for (const { hash, kind } of signTokens(text.slice(start, start + length)))
      this.add(hash, kind, start, start + length);
    return start + length;
  }

  private add(hash: number, kind: number, start: number, end: number): void {
    const { length } = this;
    if (length === this.exact.length) this.grow();
    this.exact[length] = hash;
    this.kinds[length] = kind;
    this.starts[length] = start;
    this.ends[length] = end;
    this.length++;
  }

  private grow(): void {
    const size = this.length * 2;
    this.exact = copyOf(this.exact, new Uint32Array(size));
    this.starts = copyOf(this.starts, new Uint32Array(size));
    this.ends = copyOf(this.ends, new Uint32Array(size));
    this.kinds = copyOf(this.kinds, new Uint8Array(size));
  }
}

const scanner = new Scanner();
const briefScanner = new Scanner();

function copyOf<List extends Uint32Array | Uint8Array>(from: List, to: List): List {
  to.set(from);
  return to;
}

function hashesOf(names: Iterable<string>): Set<number> {
  return new Set(Array.from(names, hashWord));
}

const LAYOUT = hashesOf(LAYOUT_COMMANDS);
const ENVIRONMENTS = hashesOf(['begin', 'end']);
const FRACTIONS = hashesOf(['frac', 'dfrac', 'tfrac', 'cfrac']);

/** `hashWord` of a piece of a text. */
function nameHash(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at), at - start);
  return scramble(hash);
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit > 0x7f && /\s/.test(String.fromCharCode(unit)))
  );
}

const LONGEST_ENVIRONMENT = 30;

/** After the name of an environment in its braces; -1 when it has none. */
function endOfEnvironment(text: string, from: number): number {
  const open = afterBlanks(text, from);
  if (text.charCodeAt(open) !== OPEN) return -1;
  let at = open + 1;
  for (let letters = 0; letters <= LONGEST_ENVIRONMENT; letters++) {
    const unit = text.charCodeAt(at);
    if (unit === CLOSE) return at + 1;
    if (unit === 0x0a || at >= text.length) return -1;
    at += codePointLength(text, at);
  }
  return -1;
}

/** How long the rest of `'s`, `'re` and the like is, with its sign; 0 where there is none. */
function contractionAt(text: string, sign: number): number {
  const one = text[sign + 1] ?? '';
  const two = text.slice(sign + 1, sign + 3);
  if ('stdm'.includes(one) && one !== '' && !isWordUnit(text.charCodeAt(sign + 2))) return 2;
  return (two === 're' || two === 've' || two === 'll') && !isWordUnit(text.charCodeAt(sign + 3)) ? 3 : 0;
}

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 0x5f;
}

/** Where a number ends whose digits go up to `at`: after groups of three digits and a fraction. */
function endOfNumber(text: string, from: number, isFraction: boolean): number {
  let at = from;
  if (!isFraction) {
    for (let next = endOfGroup(text, at); next !== at; next = endOfGroup(text, at)) at = next;
  }
  if (text.charCodeAt(at) !== POINT || !isDigit(text.charCodeAt(at + 1))) return at;
  at++;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** After a sign between thousands and three digits; where it began when they are not there. */
function endOfGroup(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let digits = at;
  if (unit === COMMA) digits = at + 1;
  else if (unit === OPEN && text.charCodeAt(at + 1) === COMMA && text.charCodeAt(at + 2) === CLOSE)
    digits = at + 3;
  else if (unit === BACKSLASH && text.charCodeAt(at + 1) === COMMA) digits = at + 2;
  else return at;
  for (let place = digits; place < digits + 3; place++) if (!isDigit(text.charCodeAt(place))) return at;
  return isDigit(text.charCodeAt(digits + 3)) ? at : digits + 3;
}

function valueOf(number: string): string {
  const digits = number.replaceAll(/[^\d.]/g, '').replace(/^0+(?=\d)/, '');
  const plain = digits.startsWith('.') ? `0${digits}` : digits;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export interface Meaning {
  hash: number;
  kind: number;
}

const MOST_SIGNS = 20_000;
const signs = new Map<string, Meaning[]>();

/** What a single sign beyond ASCII, or a percent sign, stands for. */
export function signTokens(sign: string): Meaning[] {
  const known = signs.get(sign);
  if (known) return known;
  const made = readSign(sign);
  if (signs.size < MOST_SIGNS) signs.set(sign, made);
  return made;
}

function readSign(sign: string): Meaning[] {
  const numbers = SIGN_NUMBERS.get(sign);
  if (numbers !== undefined)
    return numbers.split(' ').map((number) => ({ hash: hashWord(number), kind: KIND.number }));
  const word = SIGNS.get(sign);
  if (word !== undefined) return [meaningOf(SYNONYMS.get(word) ?? word)];
  if (!/\p{L}/u.test(sign)) return [];
  return [{ hash: hashWord(sign.normalize('NFKD').toLowerCase()), kind: KIND.content }];
}
