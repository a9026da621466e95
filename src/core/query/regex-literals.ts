/** Escapes that stand for one character of a kind, or for a place. */
const KINDS = 'dDwWsSbBnrtfv';
const QUANTIFIER = /\{\d*,?\d*\}/y;
const CLASS = /\[(?:[^\]\\]|\\.)*\]/y;

/**
 * Stretches of text that every match of a regular expression contains. Reads only what is plain at the top level: groups and
 * classes are passed over, and with alternatives or an escape that is not known there is nothing sure.
 */
export function literalsOf(source: string, flags: string): string[] {
  try {
    return new LiteralReader(source, flags).read();
  } catch (error) {
    if (error instanceof Unsure) return [];
    throw error;
  }
}

class Unsure extends Error {}

class LiteralReader {
  private readonly literals: string[] = [];
  private literal = '';
  private at = 0;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  read(): string[] {
    while (this.at < this.source.length) this.step();
    this.cut();
    return this.literals;
  }

  private step(): void {
    const sign = this.source[this.at] ?? '';
    if (sign === '|') throw new Unsure();
    if (sign === '\\') return this.escape();
    if (sign === '[') return this.cut(this.classEnd(this.at));
    if (sign === '(') return this.cut(this.groupEnd());
    if (sign === '*' || sign === '?') return this.optional(this.at + 1);
    if (sign === '{' && this.endOf(QUANTIFIER, this.at))
      return this.optional(this.endOf(QUANTIFIER, this.at));
    if ('.^$+'.includes(sign)) return this.cut(this.at + 1);
    this.add(sign);
    this.at++;
  }

  private escape(): void {
    const sign = this.source[this.at + 1] ?? '';
    if (KINDS.includes(sign)) return this.cut(this.at + 2);
    if (/[\w\s]/.test(sign) || sign === '') throw new Unsure();
    this.add(sign);
    this.at += 2;
  }

  /** With the flags i and u, ASCII k and s also stand for signs that are not ASCII. */
  private add(sign: string): void {
    const folds = this.flags.includes('i') && /[uv]/.test(this.flags) && /[^ -~]|[ks]/i.test(sign);
    if (folds) this.cut(this.at);
    else this.literal += sign;
  }

  /** What was read last may also be missing. */
  private optional(next: number): void {
    this.literal = this.literal.slice(0, -1);
    this.cut(next);
  }

  private cut(next = this.at): void {
    if (this.literal !== '') this.literals.push(this.literal);
    this.literal = '';
    this.at = next;
  }

  private classEnd(at: number): number {
    const end = this.endOf(CLASS, at);
    if (end === 0 || this.flags.includes('v')) throw new Unsure(); // classes of v can be nested
    return end;
  }

  private groupEnd(): number {
    let depth = 0;
    for (let at = this.at; at < this.source.length; at++) {
      const sign = this.source[at];
      if (sign === '\\') at++;
      else if (sign === '[') at = this.classEnd(at) - 1;
      else if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) return at + 1;
    }
    throw new Unsure();
  }

  private endOf(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.source) ? pattern.lastIndex : 0;
  }
}
