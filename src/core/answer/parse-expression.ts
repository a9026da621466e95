import { Fraction } from 'fraction.js';
import { call } from './expression';
import type { Expression } from './expression';
import { tokensOf } from './expression-tokens';
import type { Token } from './expression-tokens';

/** Deeper nesting than this is no answer that a person wrote. */
const DEEPEST = 60;
/** Digits of a number. */
const LONGEST_NUMBER = 400;

const FUNCTIONS = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh asin acos atan cis ln log lg exp abs floor ceil gcd lcm max min arcsinh'.split(' '),
); // prettier-ignore
const CONSTANTS: Record<string, 'pi' | 'e' | 'i' | 'infinity'> = { pi: 'pi', e: 'e', i: 'i', infinity: 'infinity', infty: 'infinity', inf: 'infinity', oo: 'infinity', '∞': 'infinity', I: 'i' }; // prettier-ignore
const GREEK = /^(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|rho|sigma|tau|upsilon|phi|chi|psi|omega|ell|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|angle)$/; // prettier-ignore
const CLOSES: Record<string, string> = { '(': ')', '[': ']', '{': '}', '⌊': '⌋', '⌈': '⌉', '|': '|' };

/** Reads one formula of a folded text. Null for what is no formula, or one too deep or long to judge. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  try {
    return new Reader(tokens).whole();
  } catch (error) {
    if (error instanceof NotAFormula) return null;
    throw error;
  }
}

class NotAFormula extends Error {}

/** Reads by descent; each method is a level of precedence. */
class Reader {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;
  /** Bars that stand open: inside of `|`, a bar closes. */
  private bars = 0;
  /** What a sum runs over, where one is read. */
  private index: string | null = null;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  whole(): Expression {
    const expression = this.sum();
    if (this.at < this.tokens.length) throw new NotAFormula();
    return expression;
  }

  private sum(): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new NotAFormula();
    let left = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const right = this.product();
      left = { kind: 'sum', left, right: sign === '+' ? right : negative(right) };
    }
    this.depth -= 1;
    return left;
  }

  private product(): Expression {
    let left = this.signed();
    for (;;) {
      const sign = this.take('*', '/');
      if (sign === null && !this.startsFactor()) return left;
      if (sign === null) left = { kind: 'product', left, right: this.power() };
      else left = { kind: sign === '*' ? 'product' : 'quotient', left, right: this.signed() };
    }
  }

  private signed(): Expression {
    let minus = false;
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-'))
      minus = minus !== (sign === '-');
    const value = this.power();
    return minus ? negative(value) : value;
  }

  private power(): Expression {
    const base = this.postfix(this.atom());
    if (this.take('^') === null) return base;
    this.depth += 1;
    if (this.depth > DEEPEST) throw new NotAFormula();
    const right = this.exponent();
    this.depth -= 1;
    return this.postfix({ kind: 'power', left: base, right });
  }

  /** In TeX one digit, in plain notation a whole number; either may have a sign. */
  private exponent(): Expression {
    return this.take('-') !== null ? negative(this.power()) : this.power();
  }

  private postfix(value: Expression): Expression {
    if (this.take('!') !== null) return call('factorial', value);
    return this.take('%') !== null ? { kind: 'quotient', left: value, right: whole(100) } : value;
  }

  private startsFactor(): boolean {
    const token = this.tokens[this.at];
    if (!token) return false;
    if (token.kind === 'number') return this.tokens[this.at - 1]?.kind !== 'number';
    if (token.kind !== 'sign') return true;
    return '([{⌊⌈∞'.includes(token.text) || (token.text === '|' && this.bars === 0);
  }

  private atom(): Expression {
    const token = this.tokens[this.at];
    if (!token) throw new NotAFormula();
    this.at += 1;
    if (token.kind === 'number') return this.mixed(numberOf(token.text));
    if (token.kind === 'name') return this.named(token.text);
    return token.kind === 'command' ? this.command(token.text) : this.bracketed(token.text);
  }

  private bracketed(open: string): Expression {
    if (open === '∞') return { kind: 'constant', name: 'infinity' };
    const close = CLOSES[open];
    if (close === undefined) throw new NotAFormula();
    const bars = this.bars;
    this.bars = open === '|' ? 1 : 0;
    const inside = this.sum();
    this.bars = bars;
    if (this.take(close) === null) throw new NotAFormula();
    if (open === '|') return call('abs', inside);
    if (open === '⌊') return call('floor', inside);
    return open === '⌈' ? call('ceil', inside) : inside;
  }

  /** `2\frac{1}{3}` and `2 1/3` are mixed numbers when all parts are whole. */
  private mixed(value: Expression): Expression {
    if (value.kind !== 'number' || value.decimals > 0) return value;
    const [a, b, c] = this.tokens.slice(this.at, this.at + 3);
    if (a?.kind === 'command' && a.text === 'frac') {
      const from = this.at;
      this.at += 1;
      const part = this.fraction();
      if (part.kind === 'quotient' && isWhole(part.left) && isWhole(part.right))
        return { kind: 'sum', left: value, right: part };
      this.at = from;
    }
    if (a?.kind === 'number' && a.spaced && b?.text === '/' && c?.kind === 'number') {
      this.at += 3;
      return {
        kind: 'sum',
        left: value,
        right: { kind: 'quotient', left: numberOf(a.text), right: numberOf(c.text) },
      };
    }
    return value;
  }

  private named(name: string): Expression {
    if (name.length > 1 && !name.endsWith("'")) throw new NotAFormula();
    if ((name === 'C' || name === 'P') && this.index === null) {
      const chosen = this.chosen(name);
      if (chosen) return chosen;
    }
    const constant = name === 'I' || name === this.index ? undefined : CONSTANTS[name];
    if (constant) return { kind: 'constant', name: constant };
    return { kind: 'name', name: name + this.subscript() };
  }

  /** `C(5, 2)` and `C_5^2` are binomials, `P(5, 2)` and `P_5^2` as many times the orders. Null for any other C or P. */
  private chosen(name: string): Expression | null {
    const from = this.at;
    const [of, some] = this.next('(') ? this.pair() : this.indices();
    if (of && some) return name === 'C' ? call('binomial', of, some) : ordered(of, some);
    this.at = from;
    return null;
  }

  private pair(): Expression[] {
    const text = this.tokens.slice(this.at, this.at + 5).map((token) => token.text);
    const [open, n, comma, k, close] = text;
    if (open !== '(' || comma !== ',' || close !== ')' || !isCount(n) || !isCount(k)) return [];
    this.at += 5;
    return [numberOf(n ?? ''), numberOf(k ?? '')];
  }

  private indices(): Expression[] {
    if (this.take('_') === null) return [];
    const of = this.argument();
    if (of.kind !== 'number' || this.take('^') === null) return [];
    const some = this.argument();
    return some.kind === 'number' && some.value.compare(of.value) <= 0 ? [of, some] : [];
  }

  /** `\\sum_{k=1}^{n} k^2`, which ends where a sum would go on. */
  private series(sign: 'sum' | 'product'): Expression {
    if (this.index !== null || this.take('_') === null || this.take('{') === null) throw new NotAFormula();
    const index = this.tokens[this.at];
    if (index?.kind !== 'name' || index.text.length !== 1) throw new NotAFormula();
    this.at += 1;
    if (this.take('=') === null) throw new NotAFormula();
    const from = this.sum();
    if (this.take('}') === null || this.take('^') === null) throw new NotAFormula();
    const to = this.argument();
    this.index = index.text;
    const of = this.product();
    this.index = null;
    return { kind: 'series', sign, index: index.text, from, to, of };
  }

  private subscript(): string {
    if (this.take('_') === null) return '';
    const from = this.at;
    if (this.take('{') === null) this.at += 1;
    else
      for (let depth = 1; depth > 0; this.at += 1) {
        const text = this.tokens[this.at]?.text;
        if (text === undefined) throw new NotAFormula();
        if (text === '{') depth += 1;
        if (text === '}') depth -= 1;
      }
    const inside = this.tokens.slice(from, this.at).filter(({ text }) => text !== '{' && text !== '}');
    if (inside.some(({ text }) => text === this.index)) throw new NotAFormula();
    return `_${inside.map(({ text }) => text).join('')}`;
  }

  private command(name: string): Expression {
    if (name === 'frac') return this.fraction();
    if (name === 'sqrt') return this.root();
    if (name === 'sum' || name === 'prod') return this.series(name === 'sum' ? 'sum' : 'product');
    if (name === 'binom') return call('binomial', this.argument(), this.argument());
    const constant = CONSTANTS[name];
    if (constant) return { kind: 'constant', name: constant };
    if (FUNCTIONS.has(name)) return this.applied(name);
    if (['overline', 'vec', 'hat', 'bar', 'mathcal', 'mathbb'].includes(name)) return this.dressed(name);
    if (GREEK.test(name)) return { kind: 'name', name: `\\${name}${this.subscript()}` };
    throw new NotAFormula();
  }

  private dressed(name: string): Expression {
    const inside = this.argument();
    if (inside.kind !== 'name' && inside.kind !== 'constant') throw new NotAFormula();
    return { kind: 'name', name: `${name} ${inside.name}` };
  }

  private fraction(): Expression {
    return { kind: 'quotient', left: this.argument(), right: this.argument() };
  }

  private root(): Expression {
    if (this.take('[') === null) return call('root', this.argument(), whole(2));
    const degree = this.sum();
    if (this.take(']') === null) throw new NotAFormula();
    return call('root', this.argument(), degree);
  }

  /** What a TeX command takes: a group, or one sign; of a number, its first digit. */
  private argument(): Expression {
    const token = this.tokens[this.at];
    if (token?.kind === 'number' && token.text.length > 1 && this.tokens[this.at - 1]?.text !== '{') {
      this.tokens[this.at] = { ...token, text: token.text.slice(1) };
      return numberOf(token.text.slice(0, 1));
    }
    if (token?.kind === 'number') this.at += 1;
    return token?.kind === 'number' ? numberOf(token.text) : this.atom();
  }

  private applied(name: string): Expression {
    const base = name === 'log' && this.take('_') !== null ? [this.argument()] : [];
    const power = this.take('^') === null ? null : this.exponent();
    const inner = ['gcd', 'lcm', 'max', 'min'].includes(name) ? this.several() : [this.functionArgument()];
    if (power?.kind === 'product' && isMinusOne(power) && /^(?:sin|cos|tan)$/.test(name))
      return call(`arc${name}`, ...inner);
    const value = call(name.replace(/^a(?=sin$|cos$|tan$)/, 'arc'), ...inner, ...base);
    return power ? { kind: 'power', left: value, right: power } : value;
  }

  private several(): Expression[] {
    if (this.take('(', '{', '⦃') === null) throw new NotAFormula();
    const parts = [this.sum()];
    while (this.take(',') !== null) parts.push(this.sum());
    if (this.take(')', '}', '⦄') === null) throw new NotAFormula();
    return parts;
  }

  /** `\sin 2x` has the product, `\sin(2x)y` what stands in its parentheses. */
  private functionArgument(): Expression {
    if (this.next('(') || this.next('{')) {
      const braced = this.next('{');
      const group = this.atom();
      return braced && this.take('^') !== null
        ? { kind: 'power', left: group, right: this.exponent() }
        : group;
    }
    let value = this.signed();
    while (this.startsFactor() && !this.next('(') && !FUNCTIONS.has(this.tokens[this.at]?.text ?? ''))
      value = { kind: 'product', left: value, right: this.power() };
    return value;
  }

  private next(sign: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.text === sign;
  }

  private take(...signs: string[]): string | null {
    const found = signs.find((sign) => this.next(sign));
    if (found === undefined) return null;
    this.at += 1;
    return found;
  }
}

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,4}$/.test(text);
}

/** n! / (n - k)! */
function ordered(of: Expression, some: Expression): Expression {
  const rest: Expression = { kind: 'sum', left: of, right: negative(some) };
  return { kind: 'quotient', left: call('factorial', of), right: call('factorial', rest) };
}

function whole(value: number): Expression {
  return { kind: 'number', value: new Fraction(value), decimals: 0 };
}

function negative(of: Expression): Expression {
  return { kind: 'product', left: whole(-1), right: of };
}

function isMinusOne({ left, right }: { left: Expression; right: Expression }): boolean {
  return left.kind === 'number' && left.value.equals(-1) && right.kind === 'number' && right.value.equals(1);
}

function isWhole(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value.d === 1n;
}

function numberOf(written: string): Expression {
  const [mantissa = '', exponent = '0'] = written.split(/[eE]/);
  if (written.length > LONGEST_NUMBER || Math.abs(Number(exponent)) > LONGEST_NUMBER) throw new NotAFormula();
  const value = new Fraction(mantissa.replace(/\.$/, '') || '0');
  const scaled = exponent === '0' ? value : value.mul(new Fraction(10).pow(Number(exponent)) ?? 1);
  return { kind: 'number', value: scaled, decimals: /\.(\d*)/.exec(mantissa)?.[1]?.length ?? 0 };
}
