/** A piece of a formula, by UTF-16 offsets in it. */
export interface Member {
  start: number;
  end: number;
  text: string;
}

const OPENS = '{([';
const CLOSES = '})]';
/** A new line of an alignment, and the equals sign that it may go on with. */
const LINE = /\\\\(?:\[[^\]]*\])?(?<goesOn>[\s&]*=)?/y;
/** A line of an alignment that begins with a sign adds to the one before: both are one member. */
const MORE_OF_IT = /\\\\(?:\[[^\]]*\])?(?:[\s&]|\\q?quad(?![A-Za-z]))*(?=[-+−])/y;
/** Words for "so much remains": what they end has no equalities of numbers. */
const MODULO = /\\(?:pmod|bmod|mod)(?![A-Za-z])|\(\s*(?:\\text\s*\{\s*)?mod\b/y;
/** Other relations, signs between statements, and what is no arithmetic. A comma in a number is none of them. */
const END =
  /(?:[<>≤≥≈≠≡→⇒;:]|(?<!\d),|,(?!(?:\\!)?\d{3}(?!\d))|\\(?:leq?|geq?|leqslant|geqslant|lt|gt|neq?|approx|equiv|sim|simeq|cong|to|rightarrow|Rightarrow|implies|iff|Longrightarrow|Leftrightarrow|quad|qquad|in|mid|begin|end|tag|therefore|because)(?![A-Za-z]))/y;

/**
 * The chains of equalities in a formula (TeX without its delimiters): `A = B = C` is one of three members, and goes on over the
 * lines of an alignment that begin with `=`. Only signs outside of all brackets count; what is equal modulo a number is left out.
 */
export function equalityChains(tex: string): Member[][] {
  const reader = new ChainReader(tex);
  reader.read();
  return reader.chains;
}

class ChainReader {
  readonly chains: Member[][] = [];
  private chain: Member[] = [];
  private from = 0;
  private depth = 0;
  private readonly tex: string;

  constructor(tex: string) {
    this.tex = tex;
  }

  read(): void {
    const { tex } = this;
    for (let at = 0; at < tex.length; at = this.step(at));
    this.close(tex.length);
  }

  /** Reads the sign or letter at `at`. Where the next one begins. */
  private step(at: number): number {
    const letter = this.tex[at] ?? '';
    if (this.depth === 0 && this.found(MODULO, at)) return this.drop(at);
    if (OPENS.includes(letter)) this.depth++;
    else if (CLOSES.includes(letter)) this.depth--;
    if (this.depth === 0) {
      if (letter === '=') return this.join(at, at + 1);
      const more = this.found(MORE_OF_IT, at);
      if (more) return at + more[0].length;
      const line = this.found(LINE, at);
      if (line?.groups?.['goesOn']) return this.join(at, at + line[0].length);
      const end = line ?? this.found(END, at);
      if (end) return this.close(at, at + end[0].length);
    }
    return at + (letter === '\\' ? this.command(at) : 1);
  }

  private join(end: number, next: number): number {
    this.chain.push(memberOf(this.tex, this.from, end));
    this.from = next;
    return next;
  }

  private close(end: number, next = end): number {
    this.join(end, next);
    if (this.chain.length > 1) this.chains.push(this.chain);
    this.chain = [];
    return next;
  }

  private drop(at: number): number {
    this.chain = [];
    this.from = at + 1;
    return at + 1;
  }

  /** How long a command is, with its backslash. */
  private command(at: number): number {
    return 1 + (/^(?:[A-Za-z]+|[^])/.exec(this.tex.slice(at + 1, at + 32))?.[0].length ?? 0);
  }

  private found(sign: RegExp, at: number): RegExpExecArray | null {
    sign.lastIndex = at;
    return sign.exec(this.tex);
  }
}

function memberOf(tex: string, from: number, to: number): Member {
  const raw = tex.slice(from, to);
  const before = raw.length - raw.replace(/^[\s&]+/, '').length;
  const text = raw.slice(before).replace(/[\s&.]+$/, '');
  return { start: from + before, end: from + before + text.length, text };
}
