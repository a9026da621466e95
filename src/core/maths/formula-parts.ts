/** A part of a formula that can be drawn by itself, with its own parts. UTF-16 offsets in the formula's TeX. */
export interface FormulaPart {
  start: number;
  end: number;
  parts: FormulaPart[];
}

/** TeX as it is read: commands, numbers, and every other character by itself; spaces are between them. */
const TOKEN = /\\[a-zA-Z]+\*?|\\[^]|\d+(?:[.,]\d+)*|[^\s]/gu;
const RELATION =
  /^(?:[=<>:]|\\(?:neq?|leq?|geq?|leqslant|geqslant|approx|sim|equiv|cong|propto|to|in|notin|subset|subseteq|mid|implies|iff|Rightarrow|Leftrightarrow|rightarrow|mapsto|ll|gg))$/;
const SUM = /^(?:[+\u2212-]|\\(?:pm|mp|cup|cap|vee|wedge|land|lor))$/;
const PRODUCT = /^(?:[*/,;]|\\(?:cdot|times|div|ast|circ|bmod|pmod|quad|qquad|,|;|!|:| ))$/;
/** The arguments of these are words. */
const WORDS = /^\\(?:text|textbf|textit|textrm|mbox|operatorname\*?|mathrm|hspace|vspace|label|tag)$/;
/** These take arguments without braces as well: so many. */
const TAKES: Readonly<Record<string, number>> = {
  '\\frac': 2,
  '\\dfrac': 2,
  '\\tfrac': 2,
  '\\binom': 2,
  '\\sqrt': 1,
};
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '\\{': '\\}' };
/** Deeper groups are one part: nobody walks there, and it would exhaust the stack. */
const DEEPEST = 40;

interface Token {
  word: string;
  start: number;
  end: number;
}

/** What stands in a row: an operator, or an operand with its scripts. */
interface Atom extends FormulaPart {
  operator: 'relation' | 'sum' | 'product' | null;
}

/**
 * A formula as a tree of parts, each of them whole: the sides of a relation, the terms of a sum, the factors of a product, and within
 * these what stands in brackets, fractions, roots and scripts. A level that has only one part is left out.
 */
export function formulaParts(tex: string): FormulaPart[] {
  const tokens = Array.from(tex.matchAll(TOKEN), ({ 0: word, index }) => ({
    ...{ word, start: index, end: index + word.length },
  }));
  return new Parser(tokens).all();
}

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  all(): FormulaPart[] {
    const atoms: Atom[] = [];
    while (this.at < this.tokens.length) {
      atoms.push(...this.row(() => false));
      this.at++; // what closes nothing
    }
    return grouped(atoms, 0);
  }

  private word(): string {
    return this.tokens[this.at]?.word ?? '';
  }

  /** Where what was read ends: of a group behind its brace. */
  private get taken(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  /** The atoms up to a token that ends the row, which is not taken. */
  private row(ends: (word: string) => boolean): Atom[] {
    const atoms: Atom[] = [];
    while (
      this.at < this.tokens.length &&
      !ends(this.word()) &&
      !/^(?:\}|\\right|\\end)$/.test(this.word())
    ) {
      const atom = this.atom();
      if (atom) atoms.push(atom);
    }
    return atoms;
  }

  private atom(): Atom | null {
    const { word, start, end } = this.tokens[this.at] ?? { word: '', start: 0, end: 0 };
    if (word === '&' || word === '\\\\') {
      this.at++;
      return null;
    }
    const operator = RELATION.test(word)
      ? 'relation'
      : SUM.test(word)
        ? 'sum'
        : PRODUCT.test(word)
          ? 'product'
          : null;
    if (operator) {
      this.at++;
      return { start, end, parts: [], operator };
    }
    const base = this.operand();
    const scripts: FormulaPart[] = [];
    let last = this.taken;
    while (/^[\^_']$/.test(this.word())) {
      const mark = this.tokens[this.at++];
      last = mark?.end ?? last;
      if (mark?.word === "'" || this.at >= this.tokens.length) continue;
      this.takeDigit();
      const script = this.operand();
      scripts.push(script);
      last = this.taken;
    }
    const whole = { start, end: last, operator: null };
    return scripts.length === 0 ? { ...base, operator: null } : { ...whole, parts: [base, ...scripts] };
  }

  /** One thing, without scripts. */
  private operand(): FormulaPart {
    const { word, start, end } = this.tokens[this.at] ?? { word: '', start: 0, end: 0 };
    if (this.depth >= DEEPEST) {
      this.at++;
      return { start, end, parts: [] };
    }
    this.depth++;
    const found =
      word === '{'
        ? this.between(start, '}', false)
        : word === '\\left'
          ? this.leftRight(start)
          : word === '\\begin'
            ? this.environment(start)
            : PAIRS[word] !== undefined && this.closes(word)
              ? this.between(start, PAIRS[word], true)
              : this.command(start);
    this.depth--;
    return found;
  }

  private between(start: number, close: string, bare: boolean): FormulaPart {
    this.at++;
    const atoms = this.row((word) => word === close);
    const end = this.tokens[this.at]?.end ?? atoms.at(-1)?.end ?? start + 1;
    if (this.word() === close || !bare) this.at++;
    if (!bare) return asOne(atoms)[0] ?? { start, end, parts: [] };
    return { start, end, parts: grouped(atoms, 0) };
  }

  /** Whether what a bracket opens is closed in the same group. */
  private closes(open: string): boolean {
    let [braces, depth] = [0, 0];
    for (let at = this.at; at < this.tokens.length; at++) {
      const word = this.tokens[at]?.word ?? '';
      if (word === '{' || word === '\\left' || word === '\\begin') braces++;
      else if (word === '}' || word === '\\right' || word === '\\end') braces--;
      if (braces < 0) return false;
      if (braces > 0) continue;
      if (word === open) depth++;
      else if (word === PAIRS[open] && --depth === 0) return true;
    }
    return false;
  }

  private leftRight(start: number): FormulaPart {
    this.at += 2;
    const atoms = this.row(() => false);
    if (this.word() === '\\right') this.at += 2;
    const end = this.tokens[this.at - 1]?.end ?? start;
    return { start, end, parts: grouped(atoms, 0) };
  }

  private environment(start: number): FormulaPart {
    this.at++;
    if (this.word() === '{') this.skipGroup();
    const cells: FormulaPart[] = [];
    while (this.at < this.tokens.length && this.word() !== '\\end' && this.word() !== '}') {
      const atoms = this.row((word) => word === '&' || word === '\\\\');
      cells.push(...asOne(atoms));
      if (this.word() === '&' || this.word() === '\\\\') this.at++;
      else if (this.word() === '\\right') this.at++;
    }
    if (this.word() === '\\end') {
      this.at++;
      if (this.word() === '{') this.skipGroup();
    }
    return { start, end: this.tokens[this.at - 1]?.end ?? start, parts: cells };
  }

  /** A command with its arguments, or a letter, a number, a sign. */
  private command(start: number): FormulaPart {
    const { word, end } = this.tokens[this.at++] ?? { word: '', end: start };
    if (!word.startsWith('\\')) return { start, end, parts: [] };
    if (WORDS.test(word)) {
      if (this.word() === '{') this.skipGroup();
      return { start, end: this.tokens[this.at - 1]?.end ?? end, parts: [] };
    }
    const parts: FormulaPart[] = [];
    let last = end;
    if (word === '\\sqrt' && this.word() === '[') {
      while (this.at < this.tokens.length && this.word() !== ']') this.at++;
      this.at++;
    }
    for (let wanted = TAKES[word] ?? 0; this.at < this.tokens.length; wanted--) {
      if (this.word() !== '{' && wanted <= 0) break;
      if (this.word() === '}') break;
      this.takeDigit();
      const argument = this.operand();
      parts.push(argument);
      last = this.taken;
    }
    return { start, end: last, parts };
  }

  /** Without braces an argument is one digit: the rest of a number comes after it. */
  private takeDigit(): void {
    const token = this.tokens[this.at];
    if (!token || !/^\d./.test(token.word)) return;
    const { word, start, end } = token;
    this.tokens.splice(
      this.at,
      1,
      { word: word.slice(0, 1), start, end: start + 1 },
      { word: word.slice(1), start: start + 1, end },
    );
  }

  private skipGroup(): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      if (this.word() === '{') depth++;
      else if (this.word() === '}' && --depth === 0) break;
    }
    this.at++;
  }
}

const LEVELS = ['relation', 'sum', 'product'] as const;

/** Atoms of a row as a tree: split at its weakest operators first. */
function grouped(atoms: readonly Atom[], level: number): FormulaPart[] {
  const operator = LEVELS[level];
  if (!operator)
    return atoms
      .filter((atom) => atom.operator === null)
      .map(({ start, end, parts }) => ({ start, end, parts }));
  const runs: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.operator === operator) runs.push([]);
    else runs.at(-1)?.push(atom);
  }
  const filled = runs.filter((run) => run.some((atom) => atom.operator === null));
  if (filled.length < 2) return grouped(filled[0] ?? [], level + 1);
  return filled.flatMap((run) => asOne(run, level + 1));
}

/** A run of atoms as one part. */
function asOne(atoms: readonly Atom[], level = 0): FormulaPart[] {
  const parts = grouped(atoms, level);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  return parts.length === 1 ? [first] : [{ start: first.start, end: last.end, parts }];
}
