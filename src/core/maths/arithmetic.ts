import { Fraction } from 'fraction.js';

/** Deeper parentheses than this are no arithmetic that a person wrote. */
const DEEPEST = 100;
/** A power above this makes numbers of thousands of digits. */
const HIGHEST_POWER = 1000;
const LONGEST = 500;

const TOKEN = /\s*(?:(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)|(\*\*|\/\/|[-+*/^()%×·÷−]))/y;
const SAME_SIGN: Record<string, string> = { '×': '*', '·': '*', '÷': '/', '−': '-', '**': '^' };

type Token = { number: Fraction } | { sign: string };

/**
 * The exact value of plain arithmetic: numbers (thousands with commas or not), + - * / ^ and their printed forms, Python's // and **, parentheses, and a
 * percent sign after a number. Null for anything else: letters, a division by zero, a power that is no whole number.
 */
export function valueOf(expression: string): Fraction | null {
  if (expression.length > LONGEST) return null;
  const tokens = tokensOf(expression);
  return tokens && new Reader(tokens).value();
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const [, number, sign] = TOKEN.exec(source) ?? [];
    if (number !== undefined) tokens.push({ number: numberOf(number) });
    else if (sign !== undefined) tokens.push({ sign: SAME_SIGN[sign] ?? sign });
    else return null;
  }
  return tokens.length > 0 ? tokens : null;
}

function numberOf(written: string): Fraction {
  return new Fraction(written.replaceAll(',', '').replace(/\.$/, ''));
}

/** Reads by descent: sums, products, signs, powers, numbers. Two values side by side are a product only before a parenthesis. */
class Reader {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  value(): Fraction | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): Fraction | null {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign !== null && left; sign = this.take('+', '-')) {
      const right = this.product();
      left = right && (sign === '+' ? left.add(right) : left.sub(right));
    }
    return left;
  }

  private product(): Fraction | null {
    let left = this.signed();
    while (left) {
      const sign = this.take('*', '/', '//') ?? (this.next('(') ? '*' : null);
      if (sign === null) break;
      const right = this.signed();
      if (!right || (sign !== '*' && right.equals(0))) return null;
      left = sign === '*' ? left.mul(right) : left.div(right);
      if (sign === '//') left = left.floor();
    }
    return left;
  }

  private signed(): Fraction | null {
    let negative = false;
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      if (sign === '-') negative = !negative;
    }
    const value = this.power();
    return negative ? (value?.neg() ?? null) : value;
  }

  private power(): Fraction | null {
    const base = this.number();
    if (!base || this.take('^') === null) return base;
    this.depth += 1;
    const exponent = this.depth > DEEPEST ? null : this.signed();
    this.depth -= 1;
    if (exponent === null || exponent.d !== 1n || exponent.abs().compare(HIGHEST_POWER) > 0) return null;
    return base.equals(0) && exponent.s < 0n ? null : base.pow(exponent);
  }

  private number(): Fraction | null {
    const value = this.bare();
    return value && this.take('%') !== null ? value.div(100) : value;
  }

  private bare(): Fraction | null {
    const token = this.tokens[this.at];
    if (token && 'number' in token) {
      this.at += 1;
      return token.number;
    }
    if (this.take('(') === null || this.depth >= DEEPEST) return null;
    this.depth += 1;
    const inside = this.sum();
    this.depth -= 1;
    return this.take(')') === null ? null : inside;
  }

  private next(sign: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && 'sign' in token && token.sign === sign;
  }

  private take(...signs: string[]): string | null {
    const found = signs.find((sign) => this.next(sign));
    if (found === undefined) return null;
    this.at += 1;
    return found;
  }
}

/** A value for people to read: a fraction, or twelve digits where that has a long denominator. */
export function shownValue(value: Fraction): string {
  return value.d < 10_000n ? value.toFraction() : String(Number(value.valueOf().toPrecision(12)));
}
